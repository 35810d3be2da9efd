package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestServer.json;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;

/** What a client of the platform sends beside bookings. */
interface PlatformClientContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    private static UUID record(House house, String members, String from, String to) {
        UUID id = UUID.randomUUID();
        var made = house.json(
                "PUT",
                "/booking/" + id,
                "{%s,\"roomStays\":[%s]}".formatted(members, House.stay(house.suite, from, to)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return id;
    }

    private static List<String> codes(House house, String query) {
        var answer = house.get("/booking/list" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer)
                .get("items")
                .valueStream()
                .map(one -> one.get("bookingCode").stringValue())
                .toList();
    }

    @Test
    default void a_cancellation_says_why_and_needs_no_version() {
        House house = house();
        for (String body : List.of(
                "{\"reason\":\"guest is ill\",\"cancellationType\":\"GUEST\"}",
                "{\"reason\":null,\"unheardOf\":1}",
                "{\"reason\":\"%s\",\"cancellationType\":7}".formatted("x".repeat(5_000)))) {
            UUID id = record(house, "\"bookingCode\":\"A\"", "2027-03-10", "2027-03-12");
            var cancelled = house.json("PATCH", "/booking/%s/cancel".formatted(id), body);
            assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
            var again = house.json("PATCH", "/booking/%s/cancel".formatted(id), "{\"reason\":\"again\"}");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(cancelled.body());
            if (body.contains("GUEST")) {
                assertThat(json(house.get("/booking/" + id)).get("cancellation").toString())
                        .isEqualTo(body);
            }
        }
        UUID id = record(house, "\"bookingCode\":\"A\"", "2027-03-10", "2027-03-12");
        assertProblem(house.json("PATCH", "/booking/%s/cancel".formatted(id), "", "If-Match", "\"7\""), 412);
        assertProblem(house.json("PATCH", "/booking/%s/cancel".formatted(id), "[]"), 422);
        assertProblem(house.json("PATCH", "/booking/%s/cancel".formatted(UUID.randomUUID()), ""), 404);
    }

    @Test
    default void bookings_are_listed_by_state_search_and_page_number() {
        House house = house();
        record(
                house,
                "\"bookingCode\":\"A\",\"firstName\":\"Änne\",\"lastName\":\"Muster_mann\"",
                "2027-03-10",
                "2027-03-12");
        record(
                house,
                "\"bookingCode\":\"B\",\"email\":\"Kim@Example.com\",\"phone\":\"+34 600\"",
                "2027-03-11",
                "2027-03-12");
        UUID third = record(house, "\"bookingCode\":\"C100%\",\"lastName\":\"Mustermann\"", "2027-03-12", "2027-03-14");
        house.json("PATCH", "/booking/%s/cancel".formatted(third), "");
        assertThat(codes(house, "?state=confirmed")).containsExactly("A", "B");
        assertThat(codes(house, "?state=CANCELLED")).containsExactly("C100%");
        assertThat(codes(house, "?state=all")).containsExactly("A", "B", "C100%");
        assertThat(codes(house, "?state=without_room")).isEmpty();
        assertThat(codes(house, "?search=mustermann")).containsExactly("C100%");
        assertThat(codes(house, "?search=" + URLEncoder.encode("Änne MUSTER_", StandardCharsets.UTF_8)))
                .containsExactly("A");
        assertThat(codes(house, "?search=" + URLEncoder.encode("Änne Muster_", StandardCharsets.UTF_8)))
                .containsExactly("A");
        assertThat(codes(house, "?search=_")).as("no wildcard").containsExactly("A");
        assertThat(codes(house, "?search=%25")).as("no wildcard").containsExactly("C100%");
        assertThat(codes(house, "?search=!")).isEmpty();
        assertThat(codes(house, "?search=example.COM")).containsExactly("B");
        assertThat(codes(house, "?search=34600")).isEmpty();
        assertThat(codes(house, "?search=%2B34+600")).containsExactly("B");
        assertThat(codes(house, "?search=")).hasSize(3);
        assertThat(codes(house, "?pageNumber=0&maxResults=2")).containsExactly("A", "B");
        assertThat(codes(house, "?pageNumber=1&maxResults=2")).containsExactly("C100%");
        assertThat(codes(house, "?pageNumber=2&maxResults=2")).isEmpty();
        assertThat(codes(house, "?search=m&maxResults=1&state=confirmed")).containsExactly("A");
        String cursor = json(house.get("/booking/list?maxResults=1&state=confirmed"))
                .get("cursor")
                .stringValue();
        assertThat(codes(house, "?maxResults=1&state=confirmed&cursor=" + cursor))
                .containsExactly("B");
        for (String bad : List.of(
                "state=gone",
                "maxResults=0",
                "maxResults=201",
                "pageNumber=-1",
                "pageNumber=51&maxResults=200",
                "pageNumber=1000000",
                "pageNumber=x",
                "pageNumber=1&cursor=" + cursor,
                "search=" + "x".repeat(101),
                "search=a%00b",
                "state=all&cursor=" + cursor)) {
            assertProblem(house.get("/booking/list?" + bad), 400);
        }
        assertThat(house.get("/booking/list?pageNumber=50&maxResults=200").statusCode())
                .isEqualTo(200);
        assertThat(house.get("/booking/list?search=" + "x".repeat(100)).statusCode())
                .isEqualTo(200);
    }

    @Test
    default void properties_are_listed_whatever_type_is_said() {
        House house = house();
        var listed = house.account.get("/api/managing-entity/list?type=PROPERTY");
        assertThat(json(listed).get("items")).hasSize(1);
    }
}
