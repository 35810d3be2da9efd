package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.pointers;
import static org.roomnight.rest.RestServer.json;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;

/** Rules that the content of a request must keep. */
interface RulesContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    @Test
    default void R_13_arrival_equal_to_departure_or_after_it_is_a_rule_broken() {
        House house = house();
        assertThat(pointers(house.sellCabin("2027-03-10", "2027-03-10"))).containsExactly("/roomStays/0/endDate");
        assertThat(pointers(house.sellCabin("2027-03-11", "2027-03-10"))).containsExactly("/roomStays/0/endDate");
    }

    @Test
    default void R_14_a_stay_of_731_nights_or_to_the_year_9999_is_a_rule_broken() {
        House house = house();
        assertThat(house.sellCabin("2027-01-01", "2028-12-31").statusCode()).isEqualTo(201);
        assertThat(pointers(house.sellCabin("2027-01-01", "2029-01-01"))).containsExactly("/roomStays/0/endDate");
        assertThat(pointers(house.sellCabin("2027-01-01", "9999-12-31"))).containsExactly("/roomStays/0/endDate");
    }

    @Test
    default void R_15_a_date_that_does_not_exist_or_is_written_otherwise_is_a_rule_broken() {
        House house = house();
        for (String date : List.of(
                "2027-02-29", "2027-13-01", "2027-1-1", "20270101", "2027-01-01T00:00:00Z", "", "+12027-01-01")) {
            assertThat(pointers(house.sellCabin(date, "2027-03-10")))
                    .as(date)
                    .containsExactly("/roomStays/0/startDate");
        }
    }

    @Test
    default void R_17_markup_and_formulas_are_stored_as_they_are() {
        House house = house();
        for (String name : List.of("<svg onload=alert(1)>", "=cmd|' /C calc'!A0", "'; DROP TABLE booking;--")) {
            String id = UUID.randomUUID().toString();
            var put = house.json(
                    "PUT",
                    "/booking/" + id,
                    "{\"firstName\":\"%s\",\"roomStays\":[%s]}"
                            .formatted(name, House.stay(house.suite, "2027-03-10", "2027-03-12")));
            assertThat(put.statusCode()).isEqualTo(201);
            var read = house.get("/booking/" + id);
            assertThat(json(read).get("firstName").stringValue()).isEqualTo(name);
            assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    default void R_41_only_real_regions_are_time_zones() {
        House house = house();
        for (String zone :
                List.of("Mars/Base", "UTC+25", "EST", "GMT", "+01:00", "Etc/GMT+5", "", "x".repeat(10_240))) {
            assertThat(pointers(house.json("PUT", "/property", "{\"name\":\"a\",\"timeZone\":\"%s\"}".formatted(zone))))
                    .containsExactly("/timeZone");
        }
        for (String zone : List.of("UTC", "Asia/Kathmandu", "America/Argentina/Ushuaia")) {
            House other = new House(house.account, UUID.randomUUID());
            other.put("/property", "{\"name\":\"a\",\"timeZone\":\"%s\"}".formatted(zone));
        }
    }

    @Test
    default void texts_have_a_longest_length_and_no_control_characters() {
        House house = house();
        assertThat(pointers(house.sell("{\"firstName\":\"%s\"}".formatted("x".repeat(201)))))
                .contains("/firstName");
        assertThat(pointers(house.sell("{\"lastName\":\"a\\u0007b\",\"specialRequests\":\"a\\u0000\"}")))
                .contains("/lastName", "/specialRequests");
        assertThat(pointers(house.sell("{\"specialRequests\":\"%s\"}".formatted("x".repeat(4_001)))))
                .contains("/specialRequests");
        assertThat(pointers(house.sell(
                        "{\"firstName\":\"%s\",\"specialRequests\":\"a\\n\\tb\"}".formatted("x".repeat(200)))))
                .containsExactly("/roomStays");
    }

    @Test
    default void a_room_stay_names_its_room_type_by_identifier_or_else_by_name() {
        House house = house();
        String byName =
                "{\"guestRoomIdentifier\":\"%s\",\"guestRoomName\":\" suite \",\"startDate\":\"2027-03-10\",\"endDate\":\"2027-03-12\"}"
                        .formatted(UUID.randomUUID());
        var sold = house.sell("{\"roomStays\":[%s]}".formatted(byName));
        assertThat(json(sold).at("/roomStays/0/guestRoomIdentifier").stringValue())
                .isEqualTo(house.suite.toString());
        assertThat(pointers(house.sell(
                        "{\"roomStays\":[%s]}".formatted(House.stay(UUID.randomUUID(), "2027-03-10", "2027-03-12")))))
                .containsExactly("/roomStays/0/guestRoomIdentifier");
    }

    @Test
    default void a_room_type_has_the_units_that_its_names_say() {
        House house = house();
        String path = "/guest-room/" + UUID.randomUUID();
        assertThat(pointers(house.json("PUT", path, "{\"name\":\"a\",\"quantity\":2,\"unitNames\":[\"1\"]}")))
                .containsExactly("/quantity");
        assertThat(pointers(house.json("PUT", path, "{\"name\":\" \",\"quantity\":501,\"color\":\"red\"}")))
                .containsExactlyInAnyOrder("/name", "/quantity", "/color");
        assertThat(pointers(house.json("PUT", path, "{\"name\":\"a\",\"unitNames\":[\"1\",\"1\"]}")))
                .containsExactly("/unitNames");
        var made = house.json("PUT", path, "{\"name\":\"a\",\"quantity\":2,\"color\":\"#00aaFF\"}");
        assertThat(json(made).get("unitNames").toString()).isEqualTo("[\"1\",\"2\"]");
    }

    @Test
    default void blocks_over_stays_are_kept_unless_a_property_refuses_them() {
        House house = house();
        String member = "blocksOverStays";
        assertThat(json(house.get("/property")).get(member).stringValue()).isEqualTo("keep");
        var refuse = house.json("PATCH", "/property", "{\"blocksOverStays\":\"refuse\"}", "If-Match", "*");
        assertThat(json(refuse).get(member).stringValue()).isEqualTo("refuse");
        assertThat(json(house.get("/property")).get(member).stringValue()).isEqualTo("refuse");
        assertThat(pointers(house.json("PATCH", "/property", "{\"blocksOverStays\":\"maybe\"}", "If-Match", "*")))
                .containsExactly("/blocksOverStays");
        String without = "{\"name\":\"a\",\"timeZone\":\"UTC\"}";
        assertThat(json(house.json("PUT", "/property", without, "If-Match", "*"))
                        .get(member)
                        .stringValue())
                .isEqualTo("keep");
    }
}
