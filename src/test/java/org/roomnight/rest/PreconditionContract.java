package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestAssertions.pointers;
import static org.roomnight.rest.RestAssertions.tag;
import static org.roomnight.rest.RestServer.json;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;

/** Versions: nobody overwrites what they have not seen. */
interface PreconditionContract {

    String RENAMED = "{\"name\":\"Renamed\",\"timeZone\":\"Europe/Lisbon\"}";

    RestServer server();

    private House house() {
        return server().account().house();
    }

    @Test
    default void R_22_a_change_without_if_match_is_asked_for_it() {
        House house = house();
        assertProblem(house.json("PUT", "/property", RENAMED), 428);
        assertProblem(house.json("PATCH", "/property", "{\"name\":\"a\"}"), 428);
        assertProblem(house.json("PUT", "/guest-room/" + house.cabin, "{\"name\":\"a\",\"quantity\":1}"), 428);
        assertProblem(house.json("DELETE", "/guest-room/" + house.cabin, ""), 428);
        String booking = json(house.sellCabin("2027-03-10", "2027-03-12"))
                .get("bookingIdentifier")
                .stringValue();
        String room = "{\"guestRoomIdentifier\":\"%s\"}".formatted(house.suite);
        assertProblem(house.json("PATCH", "/booking/" + booking + "/room-stay/0", room), 428);
        String stay = House.stay(house.suite, "2027-03-10", "2027-03-12");
        String block =
                json(house.json("POST", "/block", stay)).get("identifier").stringValue();
        assertProblem(house.json("PUT", "/block/" + block, stay), 428);
        assertProblem(house.json("DELETE", "/block/" + block, ""), 428);
    }

    @Test
    default void R_23_a_stale_or_weak_tag_and_a_star_on_nothing_fail_the_precondition() {
        House house = house();
        for (String match : List.of("\"7\"", "W/\"1\"", "\"abc\"", "\"7\", \"8\"", "7")) {
            assertProblem(house.json("PUT", "/property", RENAMED, "If-Match", match), 412);
            assertProblem(house.json("PATCH", "/property", "{\"name\":\"a\"}", "If-Match", match), 412);
            assertProblem(house.json("DELETE", "/guest-room/" + house.cabin, "", "If-Match", match), 412);
        }
        assertProblem(house.json("PUT", "/property", RENAMED, "If-Match", "nonsense"), 400);
        String nothing = "/guest-room/" + UUID.randomUUID();
        assertProblem(house.json("PUT", nothing, "{\"name\":\"a\",\"quantity\":1}", "If-Match", "*"), 412);
    }

    @Test
    default void a_change_of_the_version_that_was_read_is_made_and_raises_it() {
        House house = house();
        var put = house.json("PUT", "/property", RENAMED, "If-Match", tag(house.get("/property")));
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(tag(put)).isEqualTo("\"2\"");
        assertThat(house.json("PATCH", "/property", "{\"name\":\"a\"}", "If-Match", "\"1\", \"2\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.json("PATCH", "/property", "{\"name\":\"b\"}", "If-Match", "3")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.json("PATCH", "/property", "{\"name\":\"c\"}", "If-Match", "*")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(house.get("/property")).get("version").intValue()).isEqualTo(5);
    }

    @Test
    default void what_is_there_is_not_made_again_under_if_none_match() {
        House house = house();
        assertProblem(house.json("PUT", "/property", RENAMED, "If-None-Match", "*"), 412);
        var made = house.json(
                "PUT", "/guest-room/" + UUID.randomUUID(), "{\"name\":\"a\",\"quantity\":1}", "If-None-Match", "*");
        assertThat(made.statusCode()).isEqualTo(201);
        String location = made.headers().firstValue("Location").orElseThrow();
        assertThat(house.account.get(location).body()).isEqualTo(made.body());
    }

    @Test
    default void who_has_the_version_already_is_told_so() {
        House house = house();
        String tag = tag(house.get("/property"));
        for (String known : List.of(tag, "W/" + tag, "\"9\", " + tag, "*")) {
            var answer = house.get("/property", "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(tag(answer)).isEqualTo(tag);
        }
        assertThat(house.get("/property", "If-None-Match", "\"9\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    default void R_47_a_merge_patch_must_not_remove_what_is_required_and_a_json_patch_is_no_merge_patch() {
        House house = house();
        assertThat(pointers(house.json("PATCH", "/property", "{\"name\":null}", "If-Match", "\"1\"")))
                .containsExactly("/name");
        assertThat(pointers(house.json("PATCH", "/property", "{\"version\":1,\"x\":2}", "If-Match", "\"1\"")))
                .containsExactly("/x");
        byte[] patch = "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertProblem(
                house.account.send(
                        "PATCH",
                        house.path("/property"),
                        patch,
                        "Content-Type",
                        "application/json-patch+json",
                        "If-Match",
                        "\"1\""),
                415);
        byte[] merge = "{\"checkInTime\":\"16:30\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var merged = house.account.send(
                "PATCH",
                house.path("/property"),
                merge,
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "\"1\"");
        assertThat(json(merged).get("checkInTime").stringValue()).isEqualTo("16:30");
        assertThat(json(merged).get("name").stringValue()).isEqualTo("Harbour House");
    }
}
