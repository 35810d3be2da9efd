package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestServer.json;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;

/** Lists, their pages, and availability. */
interface ListContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    @Test
    default void R_34_bad_sizes_and_foreign_or_broken_cursors_are_refused() {
        House house = houseWithBookings();
        for (String size : List.of("-1", "0", "201", "1000000000", "abc", "", "+1", "1.0")) {
            assertProblem(house.get("/booking/list?size=" + size), 400);
        }
        String cursor = json(house.get("/booking/list?size=1")).get("cursor").stringValue();
        assertThat(house.get("/booking/list?size=1&cursor=" + cursor).statusCode())
                .isEqualTo(200);
        String forged = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (String bad :
                List.of("", "x", forged, cursor.substring(0, cursor.length() - 2), cursor + "AA", "x".repeat(500))) {
            assertProblem(house.get("/booking/list?cursor=" + bad), 400);
        }
        assertProblem(house.get("/booking/list?startDate=2027-01-01&cursor=" + cursor), 400);
        assertProblem(house.get("/guest-room/list?cursor=" + cursor), 400);
        assertProblem(houseWithBookings().get("/booking/list?cursor=" + cursor), 400);
    }

    private House houseWithBookings() {
        House house = house();
        house.sellCabin("2027-03-10", "2027-03-12");
        house.sellCabin("2027-03-12", "2027-03-14");
        house.sellCabin("2027-03-14", "2027-03-16");
        return house;
    }

    @Test
    default void pages_together_are_the_whole_list_in_order() {
        House house = houseWithBookings();
        assertThat(pages(house, "/booking/list", "size=2", "/roomStays/0/startDate"))
                .containsExactly("2027-03-10", "2027-03-12", "2027-03-14");
        assertThat(pages(
                        house,
                        "/booking/list",
                        "size=1&startDate=2027-03-12&endDate=2027-03-14",
                        "/roomStays/0/startDate"))
                .containsExactly("2027-03-12");
        assertThat(pages(house, "/guest-room/list", "size=1", "/name")).containsExactly("Cabin", "Suite");
    }

    private static List<String> pages(House house, String path, String query, String member) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(house.get(path + "?" + query + cursor));
            page.get("items")
                    .valueStream()
                    .forEach(item -> found.add(item.at(member).stringValue()));
            cursor = page.get("cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("cursor").stringValue();
        } while (!cursor.isEmpty());
        return found;
    }

    @Test
    default void a_client_sees_the_properties_of_its_account_page_by_page() {
        House house = house();
        new House(house.account, UUID.randomUUID()).put("/property", "{\"name\":\"b\",\"timeZone\":\"UTC\"}");
        JsonNode first = json(house.account.get("/api/managing-entity/list?size=1"));
        assertThat(first.get("items")).hasSize(1);
        JsonNode second = json(house.account.get(
                "/api/managing-entity/list?size=1&cursor=" + first.get("cursor").stringValue()));
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("cursor").isNull()).isTrue();
        assertThat(first.at("/items/0/identifier")).isNotEqualTo(second.at("/items/0/identifier"));
    }

    @Test
    default void availability_counts_every_night_of_every_room_type() {
        House house = house();
        house.sellCabin("2027-03-10", "2027-03-12");
        JsonNode answer = json(house.get("/availability?startDate=2027-03-11&endDate=2027-03-13"));
        assertThat(answer.at("/guestRooms/0/guestRoomName").stringValue()).isEqualTo("Cabin");
        assertThat(answer.at("/guestRooms/0/nights/0").toString())
                .isEqualTo("{\"date\":\"2027-03-11\",\"quantity\":1,\"booked\":1,\"blocked\":0,\"available\":0}");
        assertThat(answer.at("/guestRooms/0/nights/1/available").intValue()).isEqualTo(1);
        assertThat(answer.at("/guestRooms/1/nights")).hasSize(2);
        JsonNode one = json(
                house.get("/availability?startDate=2027-01-01&endDate=2029-01-01&guestRoomIdentifier=" + house.suite));
        assertThat(one.at("/guestRooms/0/nights")).hasSize(731);
        assertThat(one.at("/guestRooms/0/nights/730/date").stringValue()).isEqualTo("2028-12-31");
    }

    @Test
    default void availability_of_no_or_too_many_nights_or_unreadable_dates_is_refused() {
        House house = house();
        for (String query : List.of(
                "",
                "startDate=2027-03-11",
                "startDate=2027-03-11&endDate=2027-03-11",
                "startDate=2027-01-01&endDate=2029-01-02",
                "startDate=20270101&endDate=2027-02-01",
                "startDate=2027-02-29&endDate=2027-03-01",
                "startDate=2027-01-01&endDate=9999-01-01",
                "startDate=2027-01-01&endDate=2027-01-02&guestRoomIdentifier=x")) {
            assertProblem(house.get("/availability?" + query), 400);
        }
    }
}
