package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestAssertions.pointers;
import static org.roomnight.rest.RestAssertions.tag;
import static org.roomnight.rest.RestServer.json;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;

/** Rooms that a platform knows by names which are not, or no longer, theirs here. */
interface RoomNameContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    private static String stay(String room) {
        return "{%s\"startDate\":\"2028-03-01\",\"endDate\":\"2028-03-03\"}".formatted(room);
    }

    private static String named(String name) {
        return stay("\"guestRoomName\":\"%s\",".formatted(name));
    }

    private static HttpResponse<String> push(House house, UUID id, String more, String... stays) {
        return house.json(
                "PUT",
                "/booking/" + id,
                "{%s\"lastName\":\"Sample\",\"roomStays\":[%s]}".formatted(more, String.join(",", stays)));
    }

    private static HttpResponse<String> room(House house, UUID id, String body) {
        HttpResponse<String> put = house.json("PUT", "/guest-room/" + id, body, "If-Match", "*");
        return put.statusCode() == 412 ? house.json("PUT", "/guest-room/" + id, body) : put;
    }

    private static JsonNode read(House house, UUID booking) {
        return json(house.get("/booking/" + booking));
    }

    private static int available(House house, UUID room) {
        return json(house.get("/availability?startDate=2028-03-01&endDate=2028-03-03&guestRoomIdentifier=" + room))
                .at("/guestRooms/0/nights/1/available")
                .intValue();
    }

    @Test
    default void the_same_push_after_a_room_was_renamed_changes_nothing() {
        House house = house();
        UUID id = UUID.randomUUID();
        var made = push(house, id, "", named("Cabin"));
        room(house, house.cabin, "{\"name\":\"Cabin by the sea\",\"quantity\":1}");
        var again = push(house, id, "", named("Cabin"));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(made.body());
        room(house, house.cabin, "{\"name\":\"Hut\",\"quantity\":1,\"formerNames\":[]}");
        room(house, UUID.randomUUID(), "{\"name\":\"Cabin\",\"quantity\":1}");
        assertThat(push(house, id, "", named("Cabin")).body())
                .as("another room has the name")
                .isEqualTo(made.body());
    }

    @Test
    default void the_same_push_by_identifier_after_a_room_was_renamed_changes_nothing() {
        House house = house();
        UUID id = UUID.randomUUID();
        String stay = stay("\"guestRoomIdentifier\":\"%s\",".formatted(house.cabin));
        push(house, id, "", stay);
        room(house, house.cabin, "{\"name\":\"Cabin by the sea\",\"quantity\":1}");
        assertThat(tag(push(house, id, "", stay))).isEqualTo("\"1\"");
    }

    @Test
    default void a_booking_cancelled_under_the_old_name_frees_its_nights() {
        House house = house();
        UUID id = UUID.randomUUID();
        push(house, id, "", named("Cabin"));
        room(house, house.cabin, "{\"name\":\"Cabin by the sea\",\"quantity\":1,\"formerNames\":[]}");
        room(house, house.cabin, "{\"name\":\"Cabin by the sea\",\"quantity\":1,\"formerNames\":[]}");
        assertThat(push(house, id, "\"cancelled\":true,", named("Cabin")).statusCode())
                .isEqualTo(200);
        assertThat(available(house, house.cabin)).isEqualTo(1);
        assertThat(push(house, id, "\"cancelled\":true,", named("Nobody knows")).statusCode())
                .isEqualTo(200);
    }

    @Test
    default void a_room_is_known_by_its_former_names_and_letter_for_letter_first() {
        House house = house();
        room(house, house.cabin, "{\"name\":\"Hut\",\"quantity\":1}");
        var shown = json(house.get("/guest-room/" + house.cabin));
        assertThat(shown.get("formerNames").toString()).isEqualTo("[\"Cabin\"]");
        assertThat(json(push(house, UUID.randomUUID(), "", named(" Cabin ")))
                        .at("/roomStays/0/guestRoomIdentifier")
                        .stringValue())
                .isEqualTo(house.cabin.toString());
        UUID loft = UUID.randomUUID();
        UUID capitals = UUID.randomUUID();
        room(house, loft, "{\"name\":\"Loft\",\"quantity\":1}");
        room(house, capitals, "{\"name\":\"LOFT\",\"quantity\":1}");
        assertThat(json(push(house, UUID.randomUUID(), "", named("LOFT")))
                        .at("/roomStays/0/guestRoomIdentifier")
                        .stringValue())
                .isEqualTo(capitals.toString());
        JsonNode unclear = json(push(house, UUID.randomUUID(), "", named("loft")));
        assertThat(unclear.at("/roomStays/0/guestRoomIdentifier").isNull()).isTrue();
        room(house, house.cabin, "{\"name\":\"Cabin\",\"quantity\":1}");
        assertThat(json(house.get("/guest-room/" + house.cabin))
                        .get("formerNames")
                        .toString())
                .as("its own name is no former one")
                .isEqualTo("[\"Hut\"]");
    }

    @Test
    default void former_names_have_a_longest_list() {
        House house = house();
        String names = "[\"n%s\"]".formatted(String.join("\",\"n", java.util.Collections.nCopies(50, "x")));
        assertThat(room(house, house.cabin, "{\"name\":\"Cabin\",\"quantity\":1,\"formerNames\":%s}".formatted(names))
                        .statusCode())
                .isEqualTo(200);
        assertThat(pointers(room(
                        house,
                        house.cabin,
                        "{\"name\":\"Cabin\",\"quantity\":1,\"formerNames\":%s,\"roomRateIdentifiers\":[\" \"]}"
                                .formatted(names.replace("]", ",\"y\"]")))))
                .containsExactlyInAnyOrder("/formerNames", "/roomRateIdentifiers/0");
    }

    @Test
    default void a_stay_whose_room_is_not_known_is_kept_without_one_and_shown_as_such() {
        House house = house();
        UUID id = UUID.randomUUID();
        var made = push(house, id, "", named("Tree house"), named("Cabin"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode read = read(house, id);
        assertThat(read.at("/roomStays/0/guestRoomIdentifier").isNull()).isTrue();
        assertThat(read.at("/roomStays/0/guestRoomName").stringValue()).isEqualTo("Tree house");
        assertThat(read.at("/roomStays/0/units")).isEmpty();
        assertThat(read.at("/roomStays/1/units")).hasSize(1);
        assertThat(read.at("/warnings/0/pointer").stringValue()).isEqualTo("/roomStays/0");
        assertThat(read.at("/warnings/0/sent").stringValue()).isEqualTo("Tree house");
        assertThat(json(house.get("/booking/list?state=without-room")).get("items"))
                .hasSize(1);
        assertThat(tag(push(house, id, "", named("Tree house"), named("Cabin"))))
                .isEqualTo("\"1\"");
        var feed = house.account
                .get("/api/cal/property/%s/booking/list".formatted(house.id))
                .body();
        assertThat(feed).contains("Room not known: Sample · Tree house").contains("BEGIN:VEVENT");
        assertThat(feed.split("BEGIN:VEVENT")).hasSize(3);
        assertThat(json(house.json("PATCH", "/booking/" + id + "/cancel", "")).get("warnings"))
                .isEmpty();
        assertThat(house.account
                        .get("/api/cal/property/%s/booking/list".formatted(house.id))
                        .body())
                .doesNotContain("VEVENT");
    }

    @Test
    default void it_gets_its_room_when_one_of_its_name_comes_or_is_renamed_to_it() {
        House house = house();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        UUID treeHouse = UUID.randomUUID();
        push(house, first, "", named("Tree house"));
        push(house, second, "", named("Tree house"));
        push(house, third, "", stay("\"guestRoomIdentifier\":\"%s\",".formatted(treeHouse)));
        room(house, treeHouse, "{\"name\":\"Tree house\",\"quantity\":2}");
        for (UUID booking : new UUID[] {first, second, third}) {
            assertThat(read(house, booking)
                            .at("/roomStays/0/guestRoomIdentifier")
                            .stringValue())
                    .isEqualTo(treeHouse.toString());
            assertThat(read(house, booking).get("warnings")).isEmpty();
        }
        assertThat(json(house.get("/double-booking/list")).get("items"))
                .as("a fact is kept")
                .hasSize(1);
        var feed = house.account
                .get("/api/cal/property/%s/booking/list".formatted(house.id))
                .body();
        assertThat(feed.split("BEGIN:VEVENT")).hasSize(4);
        assertThat(feed).doesNotContain("Room not known");
        assertThat(tag(push(house, first, "", named("Tree house")))).isEqualTo("\"2\"");
        UUID later = UUID.randomUUID();
        push(house, later, "", named("Barn"));
        room(house, house.cabin, "{\"name\":\"Barn\",\"quantity\":1}");
        assertThat(read(house, later).at("/roomStays/0/guestRoomIdentifier").stringValue())
                .isEqualTo(house.cabin.toString());
    }

    @Test
    default void it_gets_its_room_by_a_former_name_or_a_rate_or_when_a_name_is_unique_again() {
        House house = house();
        UUID byName = UUID.randomUUID();
        UUID byRate = UUID.randomUUID();
        push(house, byName, "", named("Tree house"));
        push(house, byRate, "", stay("\"roomRateIdentifier\":\"r1\","));
        room(
                house,
                house.suite,
                "{\"name\":\"Suite\",\"quantity\":3,\"formerNames\":[\"Tree"
                        + " house\"],\"roomRateIdentifiers\":[\"r1\"]}");
        assertThat(available(house, house.suite)).isEqualTo(1);
        assertThat(read(house, byRate).at("/roomStays/0/units")).hasSize(1);
        UUID twin = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        room(house, twin, "{\"name\":\"Twin\",\"quantity\":1}");
        room(house, other, "{\"name\":\"Twin\",\"quantity\":1}");
        UUID unclear = UUID.randomUUID();
        push(house, unclear, "", named("Twin"));
        assertThat(read(house, unclear).at("/roomStays/0/guestRoomIdentifier").isNull())
                .isTrue();
        house.json("DELETE", "/guest-room/" + other, "", "If-Match", "*");
        assertThat(read(house, unclear).at("/roomStays/0/guestRoomIdentifier").stringValue())
                .isEqualTo(twin.toString());
    }

    @Test
    default void a_person_gives_it_its_room_and_the_next_push_leaves_it_there() {
        House house = house();
        for (String room : new String[] {
            "\"guestRoomName\":\"Tree house\",",
            "\"roomRateIdentifier\":\"r9\",",
            "",
            "\"guestRoomIdentifier\":\"%s\",".formatted(UUID.randomUUID())
        }) {
            UUID id = UUID.randomUUID();
            push(house, id, "", stay(room));
            String path = "/booking/%s/room-stay/0".formatted(id);
            String body = "{\"guestRoomIdentifier\":\"%s\"}".formatted(house.suite);
            assertProblem(house.json("PATCH", path, body), 428);
            assertProblem(house.json("PATCH", path, body, "If-Match", "\"7\""), 412);
            assertProblem(house.json("PATCH", path.replace("/0", "/1"), body, "If-Match", "\"1\""), 404);
            assertProblem(house.json("PATCH", path.replace("/0", "/x"), body, "If-Match", "\"1\""), 404);
            assertThat(pointers(house.json(
                            "PATCH", path, "{\"guestRoomIdentifier\":\"%s\"}".formatted(id), "If-Match", "\"1\"")))
                    .containsExactly("/guestRoomIdentifier");
            var placed = house.json("PATCH", path, body, "If-Match", "\"1\"");
            assertThat(placed.statusCode()).as(placed.body()).isEqualTo(200);
            assertThat(json(placed).at("/roomStays/0/units")).hasSize(1);
            assertThat(house.json("PATCH", path, body, "If-Match", "\"1\"").body())
                    .isEqualTo(placed.body());
            assertProblem(
                    house.json(
                            "PATCH",
                            path,
                            body.replace(house.suite.toString(), house.cabin.toString()),
                            "If-Match",
                            "\"2\""),
                    409);
            var again = push(house, id, "", stay(room));
            assertThat(tag(again)).as(again.body()).isEqualTo("\"2\"");
            push(house, id, "\"cancelled\":true,", stay(room));
            assertProblem(house.json("PATCH", path, body, "If-Match", "*"), 409);
        }
        assertThat(available(house, house.suite)).isEqualTo(3);
    }

    @Test
    default void a_placed_stay_that_is_pushed_under_an_unknown_name_gives_up_its_nights_and_is_shown() {
        House house = house();
        UUID id = UUID.randomUUID();
        push(house, id, "", named("Cabin"));
        push(house, id, "", named("Tree house"));
        assertThat(available(house, house.cabin)).isEqualTo(1);
        assertThat(read(house, id).at("/warnings/0/pointer").stringValue()).isEqualTo("/roomStays/0");
        push(house, id, "", named("Cabin"));
        assertThat(available(house, house.cabin)).isZero();
        var feed = house.account
                .get("/api/cal/property/%s/booking/list".formatted(house.id))
                .body();
        assertThat(feed.split("BEGIN:VEVENT")).hasSize(2);
    }
}
