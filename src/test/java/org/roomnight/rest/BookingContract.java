package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestAssertions.pointers;
import static org.roomnight.rest.RestAssertions.tag;
import static org.roomnight.rest.RestServer.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.conflict.Clashes;
import org.roomnight.oauth.Scope;
import org.roomnight.rest.RestServer.Account;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;

/** Selling, recording and cancelling. */
interface BookingContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    private static String identifier(HttpResponse<String> answer) {
        return json(answer).get("bookingIdentifier").stringValue();
    }

    private static HttpResponse<String> record(House house, UUID id, String start, String end, String more) {
        String body = "{%s\"roomStays\":[%s]}".formatted(more, House.stay(house.cabin, start, end));
        return house.json("PUT", "/booking/" + id, body);
    }

    @Test
    default void a_sale_answers_with_the_units_and_can_be_read_where_it_says() {
        House house = house();
        String suite =
                House.stay(house.suite, "2027-03-10", "2027-03-14").replace("}", ",\"quantity\":2,\"adults\":2}");
        var sold = house.sell(
                "{\"bookingCode\":\"WNK-1\",\"currencyCode\":\"EUR\",\"totalAmount\":450.00,\"roomStays\":[%s]}"
                        .formatted(suite));
        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);
        JsonNode stay = json(sold).at("/roomStays/0");
        assertThat(stay.get("units").toString()).isEqualTo("[\"S1\",\"S2\"]");
        assertThat(stay.get("split").booleanValue()).isFalse();
        assertThat(stay.get("quantity").intValue()).isEqualTo(2);
        assertThat(stay.get("guestRoomName").stringValue()).isEqualTo("Suite");
        assertThat(json(sold).get("cancelDate").isNull()).isTrue();
        var read = house.account.get(sold.headers().firstValue("Location").orElseThrow());
        assertThat(json(read)).isEqualTo(json(sold));
        assertThat(tag(read)).isEqualTo(tag(sold)).isEqualTo("\"1\"");
    }

    @Test
    default void R_38_a_sale_of_taken_nights_is_a_clash_that_names_them_and_nobody() {
        House house = house();
        house.sellCabin("2027-03-10", "2027-03-14");
        var answer = house.sellCabin("2027-03-12", "2027-03-16");
        JsonNode taken = assertProblem(answer, 409).at("/taken/0");
        assertThat(taken.get("dates").toString()).isEqualTo("[\"2027-03-12\",\"2027-03-13\"]");
        assertThat(taken.get("guestRoomName").stringValue()).isEqualTo("Cabin");
        assertThat(answer.body()).doesNotContain("Robin");
        assertThat(house.sellCabin("2027-03-14", "2027-03-16").statusCode()).isEqualTo(201);
    }

    @Test
    default void an_identifier_is_sold_once() {
        House house = house();
        String body = "{\"bookingIdentifier\":\"%s\",\"roomStays\":[%s]}"
                .formatted(UUID.randomUUID(), House.stay(house.suite, "2027-03-10", "2027-03-12"));
        assertThat(house.sell(body).statusCode()).isEqualTo(201);
        assertProblem(house.sell(body), 409);
    }

    @Test
    default void R_31_an_idempotency_key_has_1_to_255_characters_and_no_controls() {
        House house = house();
        for (String key : List.of("", " ", "x".repeat(256), "a\tb")) {
            assertProblem(house.sellCabin("2027-03-10", "2027-03-12", "Idempotency-Key", key), 400);
        }
        assertThat(house.sellCabin("2027-03-10", "2027-03-12", "Idempotency-Key", "x".repeat(255))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    default void a_retry_under_the_same_key_gets_the_same_bytes_and_sells_nothing() {
        House house = house();
        var first = house.sellCabin("2027-03-10", "2027-03-12", "Idempotency-Key", "k1");
        var again = house.sellCabin("2027-03-10", "2027-03-12", "Idempotency-Key", "k1");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(tag(again)).isEqualTo(tag(first));
        assertProblem(house.sellCabin("2027-04-10", "2027-04-12", "Idempotency-Key", "k1"), 422);
    }

    @Test
    default void R_33_the_same_key_of_another_account_or_client_is_another_key() {
        House house = house();
        House other = house();
        Account second = server().new Account(house.account.id, server().token(house.account.id, Scope.all()));
        House sameHouse = new House(second, house.id);
        String body = "{\"roomStays\":[%s]}".formatted(House.stay(house.suite, "2027-03-10", "2027-03-12"));
        String otherBody = body.replace(house.suite.toString(), other.suite.toString());
        var answers = List.of(
                house.sell(body, "Idempotency-Key", "k"),
                other.sell(otherBody, "Idempotency-Key", "k"),
                sameHouse.sell(body, "Idempotency-Key", "k"));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(BookingContract::identifier)).doesNotHaveDuplicates();
    }

    @Test
    default void a_double_booking_shows_who_has_the_nights_and_some_of_those_who_wait_for_them() {
        House house = house();
        int all = 1 + Clashes.MAX_WAITING;
        for (int number = 1; number < all; number++) {
            record(house, UUID.randomUUID(), "2027-03-10", "2027-03-11", "");
        }
        UUID last = UUID.randomUUID();
        assertThat(claimsShown(house, last)).hasSize(all);

        UUID beyond = UUID.randomUUID();
        List<JsonNode> shown = claimsShown(house, beyond);
        assertThat(shown)
                .hasSizeBetween(all, all + 1); // one more where itself is not among the first of those that wait
        assertThat(shown.getFirst().get("first").booleanValue()).isTrue();
        assertThat(shown.getLast().get("bookingIdentifier").stringValue()).isEqualTo(beyond.toString());
        assertThat(shown.getLast().get("withoutUnit").booleanValue()).isTrue();
    }

    private static List<JsonNode> claimsShown(House house, UUID booking) {
        return json(record(house, booking, "2027-03-10", "2027-03-11", ""))
                .at("/doubleBookings/0/claims")
                .valueStream()
                .toList();
    }

    @Test
    default void a_recording_over_taken_nights_is_kept_and_tells_of_the_double_booking() {
        House house = house();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        assertThat(record(house, first, "2027-03-10", "2027-03-14", "").statusCode())
                .isEqualTo(201);
        var answer = record(house, second, "2027-03-12", "2027-03-16", "\"unheardOf\":[1],");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode clash = json(answer).at("/doubleBookings/0");
        assertThat(clash.get("startDate").stringValue()).isEqualTo("2027-03-12");
        assertThat(clash.get("endDate").stringValue()).isEqualTo("2027-03-14");
        assertThat(clash.get("state").stringValue()).isEqualTo("open");
        assertThat(clash.at("/claims/0/bookingIdentifier").stringValue()).isEqualTo(first.toString());
        assertThat(clash.at("/claims/0/first").booleanValue()).isTrue();
        assertThat(clash.at("/claims/1/bookingIdentifier").stringValue()).isEqualTo(second.toString());
        assertThat(clash.at("/claims/1/withoutUnit").booleanValue()).isTrue();
        var list = house.get("/double-booking/list");
        assertThat(json(list).at("/items/0")).isEqualTo(clash);
        String path = "/double-booking/" + clash.get("identifier").stringValue();
        assertProblem(house.json("PATCH", path, "{\"state\":\"snoozed\"}"), 428);
        assertThat(pointers(house.json("PATCH", path, "{\"state\":\"gone\"}", "If-Match", "\"1\"")))
                .containsExactly("/state");
        var snoozed = house.json("PATCH", path, "{\"state\":\"snoozed\"}", "If-Match", "\"1\"");
        assertThat(json(snoozed).get("state").stringValue()).isEqualTo("snoozed");
        assertProblem(house.json("PATCH", path, "{\"state\":\"open\"}", "If-Match", "\"1\""), 412);
        record(house, second, "2027-03-14", "2027-03-16", "");
        assertThat(json(house.get("/double-booking/list")).get("items")).isEmpty();
    }

    @Test
    default void a_recording_older_than_what_is_stored_changes_nothing() {
        House house = house();
        UUID id = UUID.randomUUID();
        record(house, id, "2027-03-10", "2027-03-14", "\"sourceVersion\":5,");
        assertProblem(record(house, id, "2027-03-11", "2027-03-14", "\"sourceVersion\":4,"), 409);
        var same = record(house, id, "2027-03-10", "2027-03-14", "\"sourceVersion\":5,");
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(tag(same)).isEqualTo("\"1\"");
        assertThat(pointers(record(
                        house,
                        id,
                        "2027-03-10",
                        "2027-03-14",
                        "\"bookingIdentifier\":\"%s\",".formatted(UUID.randomUUID()))))
                .containsExactly("/bookingIdentifier");
    }

    @Test
    default void R_39_cancelling_twice_is_the_same_and_a_cancelled_booking_recorded_again_is_one_again() {
        House house = house();
        String id = identifier(house.sellCabin("2027-03-10", "2027-03-14"));
        var cancelled = house.json("PATCH", "/booking/" + id + "/cancel", "", "If-Match", "\"1\"");
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        assertThat(json(cancelled).get("cancelled").booleanValue()).isTrue();
        var again = house.json("PATCH", "/booking/" + id + "/cancel", "{}", "If-Match", "\"1\"");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(cancelled.body());
        assertThat(house.sellCabin("2027-03-12", "2027-03-14").statusCode()).isEqualTo(201);
        var reopened = record(house, UUID.fromString(id), "2027-03-11", "2027-03-14", "");
        assertThat(reopened.statusCode()).as(reopened.body()).isEqualTo(200);
        assertThat(json(reopened).get("cancelled").booleanValue()).isFalse();
        assertThat(json(reopened).get("cancelDate").isNull()).isTrue();
        assertThat(json(reopened).at("/doubleBookings/0/startDate").stringValue())
                .isEqualTo("2027-03-12");
        assertProblem(house.sellCabin("2027-03-11", "2027-03-12"), 409);
    }

    @Test
    default void a_recording_can_cancel() {
        House house = house();
        UUID id = UUID.randomUUID();
        record(house, id, "2027-03-10", "2027-03-14", "");
        var cancelled = record(
                house,
                id,
                "2027-03-10",
                "2027-03-14",
                "\"cancelled\":true,\"cancelDate\":\"2027-02-01T09:30:00+01:00\",");
        assertThat(json(cancelled).get("cancelDate").stringValue()).isEqualTo("2027-02-01T08:30:00Z");
        assertThat(house.sellCabin("2027-03-10", "2027-03-14").statusCode()).isEqualTo(201);
    }

    @Test
    default void fewer_units_than_sold_and_removing_a_used_room_type_are_clashes() {
        House house = house();
        String path = "/guest-room/" + house.suite;
        String three = House.stay(house.suite, "2027-03-10", "2027-03-11").replace("}", ",\"quantity\":3}");
        assertThat(house.sell("{\"roomStays\":[%s]}".formatted(three)).statusCode())
                .isEqualTo(201);
        var fewer = house.json("PUT", path, "{\"name\":\"Suite\",\"quantity\":2}", "If-Match", "*");
        assertThat(assertProblem(fewer, 409).get("dates").toString()).isEqualTo("[\"2027-03-10\"]");
        assertProblem(house.json("DELETE", path, "", "If-Match", "*"), 409);
        assertThat(house.json("DELETE", "/guest-room/" + house.cabin, "", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(204);
    }
}
