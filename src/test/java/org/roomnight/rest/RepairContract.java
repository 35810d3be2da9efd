package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestAssertions.pointers;
import static org.roomnight.rest.RestAssertions.tag;
import static org.roomnight.rest.RestServer.json;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roomnight.booking.BookingFacts;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;

/** What is repaired of a booking that exists, and what is refused of one that is to be sold. */
interface RepairContract {

    RestServer server();

    private static HttpResponse<String> push(House house, UUID id, String more) {
        return house.json(
                "PUT",
                "/booking/" + id,
                "{%s\"roomStays\":[%s]}".formatted(more, House.stay(house.suite, "2027-03-10", "2027-03-12")));
    }

    private static HttpResponse<String> pushStay(House house, UUID id, String more) {
        String stay = House.stay(house.suite, "2027-03-10", "2027-03-12").replace("}", more + "}");
        return house.json("PUT", "/booking/" + id, "{\"currencyCode\":\"EUR\",\"roomStays\":[%s]}".formatted(stay));
    }

    /** What is sent, what is stored (empty: nothing), and whether there is a warning of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "totalAmount  | 135.60000000000002      | 135.6  | true",
                "totalAmount  | 135.60000               | 135.6  | false",
                "totalAmount  | \"135.60\"              | 135.6  | true",
                "totalAmount  | \" 1.5e2 \"             | 150    | true",
                "totalAmount  | 0.1999999999999999999   | 0.2    | true",
                "totalAmount  | 1e-400                  | 0      | true",
                "totalAmount  | 1e400                   |        | true",
                "totalAmount  | \"1e999999999\"         |        | true",
                "totalAmount  | \"1.234,56\"            |        | true",
                "totalAmount  | \"free\"                |        | true",
                "totalAmount  | true                    |        | true",
                "totalAmount  | {\"a\":1}               |        | true",
                "totalAmount  | -20                     | -20    | false",
                "totalAmount  | 1000000000000           |        | true",
                "currencyCode | \"eur\"                 | \"EUR\"| true",
                "currencyCode | \"EURO\"                |        | true",
                "currencyCode | \"XXX\"                 |        | true",
                "currencyCode | 978                     |        | true",
                "sourceVersion| 3.0                     | 3      | false",
                "sourceVersion| \"3\"                   | 3      | true",
                "sourceVersion| -3                      |        | true",
                "sourceVersion| 99999999999999999999    |        | true",
                "firstName    | 7                       | \"7\"  | true",
                "firstName    | [\"a\"]                 |        | true",
                "firstName    | \"a\\u0007b\\u0000\"    | \"a b \" | true",
                "createdDate  | \"2027-02-01T09:30:00\" | \"2027-02-01T09:30:00Z\" | true",
                "createdDate  | \"2027-02-01 09:30:00\" | \"2027-02-01T09:30:00Z\" | true",
                "createdDate  | \"2027-02-01\"          | \"2027-02-01T00:00:00Z\" | true",
                "createdDate  | \"2027-02-01T09:30:00+0100\" | \"2027-02-01T08:30:00Z\" | false",
                "cancelled    | \"FALSE\"               | false  | true",
                "cancelled    | \"true\"                | true   | true",
                "cancelled    | 1                       | true   | true",
                "cancelled    | \"perhaps\"             | false  | true",
                "paymentMethodStatus | \"UNHEARD_OF\"   | \"UNHEARD_OF\" | false",
            })
    default void what_no_night_depends_on_is_repaired_with_a_warning(
            String member, String sent, String stored, boolean warned) {
        House house = server().account().house();
        UUID id = UUID.randomUUID();
        String more = "\"%s\":%s,".formatted(member, sent)
                + (member.equals("totalAmount") ? "\"currencyCode\":\"EUR\"," : "");
        var made = push(house, id, more);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode read = json(house.get("/booking/" + id));
        if (stored == null) {
            assertThat(read.get(member).isNull()).as(made.body()).isTrue();
        } else if (!read.get(member).isNumber()) {
            assertThat(read.get(member).toString()).isEqualTo(stored);
        } else {
            assertThat(read.get(member).decimalValue()).isEqualByComparingTo(stored);
        }
        assertThat(read.get("warnings")
                        .valueStream()
                        .map(one -> one.get("pointer").stringValue()))
                .isEqualTo(warned ? List.of("/" + member) : List.of());
        var again = push(house, id, more);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(made.body());
    }

    @Test
    default void a_warning_says_what_was_sent_and_what_is_stored() {
        House house = server().account().house();
        var made = push(house, UUID.randomUUID(), "\"currencyCode\":\"JPY\",\"totalAmount\":13560.5,");
        JsonNode warning = json(made).at("/warnings/0");
        assertThat(warning.get("pointer").stringValue()).isEqualTo("/totalAmount");
        assertThat(warning.get("sent").toString()).isEqualTo("13560.5");
        assertThat(warning.get("stored").toString()).isEqualTo("13561");
        assertThat(warning.get("detail").stringValue()).isNotBlank();
    }

    @Test
    default void the_noise_of_floating_point_changes_nothing() {
        House house = server().account().house();
        UUID id = UUID.randomUUID();
        var noisy = push(house, id, "\"currencyCode\":\"EUR\",\"totalAmount\":135.60000000000002,");
        var plain = push(house, id, "\"currencyCode\":\"EUR\",\"totalAmount\":135.60000,");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(tag(plain)).isEqualTo(tag(noisy));
        assertThat(json(plain).get("totalAmount").decimalValue()).isEqualByComparingTo("135.6");
        assertThat(json(plain).get("warnings")).isEmpty();
    }

    @Test
    default void texts_are_cut_and_never_inside_a_character() {
        House house = server().account().house();
        String emoji = "\uD83D\uDE00";
        UUID id = UUID.randomUUID();
        var made = push(
                house,
                id,
                "\"firstName\":\"%s\",\"specialRequests\":\"%s\","
                        .formatted("x".repeat(199) + emoji, "y".repeat(4_001)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).get("firstName").stringValue()).isEqualTo("x".repeat(199));
        assertThat(json(made).get("specialRequests").stringValue()).hasSize(4_000);
        assertThat(json(made).at("/warnings/0/sent").stringValue()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    default void more_warnings_than_anybody_reads_are_left_out() {
        House house = server().account().house();
        String stay = House.stay(house.suite, "2027-03-10", "2027-03-12")
                .replace("}", ",\"adults\":\"a\",\"children\":\"b\",\"name\":1}");
        String stays = String.join(",", Collections.nCopies(BookingFacts.MAX_STAYS, stay));
        var made = house.json("PUT", "/booking/" + UUID.randomUUID(), "{\"roomStays\":[%s]}".formatted(stays));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).get("warnings")).hasSize(Warning.MAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "adults   | 2.0        | 2",
                "adults   | \"2\"      | 2",
                "adults   | \"many\"   | 1",
                "adults   | -1         | 0",
                "adults   | 5000       | 1000",
                "children | null       | 0",
                "quantity | 2.0        | 2",
                "quantity | \"2\"      | 2",
                "quantity | 2e0        | 2",
                "guests   | 2.0        | 2",
                "amount   | \"10.005\" | 10.01",
            })
    default void numbers_of_a_stay_are_repaired(String member, String sent, String stored) {
        House house = server().account().house();
        UUID id = UUID.randomUUID();
        var made = pushStay(house, id, ",\"%s\":%s".formatted(member, sent));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).at("/roomStays/0/" + member).decimalValue()).isEqualByComparingTo(stored);
        assertThat(tag(pushStay(house, id, ",\"%s\":%s".formatted(member, sent))))
                .isEqualTo("\"1\"");
    }

    @Test
    default void a_date_with_a_local_time_is_that_date_and_one_in_another_zone_is_refused() {
        House house = server().account().house();
        for (String date : List.of(
                "2027-03-10T00:00:00", "2027-03-10T15:00", "2027-03-10T00:00:00Z", "2027-03-10T00:00:00.000+01:00")) {
            var made = house.json(
                    "PUT",
                    "/booking/" + UUID.randomUUID(),
                    "{\"roomStays\":[%s]}".formatted(House.stay(house.suite, date, "2027-03-12")));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(json(made).at("/roomStays/0/startDate").stringValue()).isEqualTo("2027-03-10");
            assertThat(json(made).at("/warnings/0/pointer").stringValue()).isEqualTo("/roomStays/0/startDate");
        }
        for (String date : List.of("2027-03-09T23:00:00Z", "10/03/2027", "2027-02-29", "soon", "")) {
            assertThat(pointers(house.json(
                            "PUT",
                            "/booking/" + UUID.randomUUID(),
                            "{\"roomStays\":[%s]}".formatted(House.stay(house.suite, date, "2027-03-12")))))
                    .containsExactly("/roomStays/0/startDate");
        }
    }

    @Test
    default void only_nights_that_cannot_be_known_refuse_a_fact() {
        House house = server().account().house();
        for (String quantity : List.of("0", "-1", "1.5", "\"two\"", "[1]", "201", "1e999999999")) {
            assertThat(pointers(pushStay(house, UUID.randomUUID(), ",\"quantity\":" + quantity)))
                    .as(quantity)
                    .containsExactly("/roomStays/0/quantity");
        }
        for (String stays :
                List.of("", "\"roomStays\":[]", "\"roomStays\":null", "\"roomStays\":{}", "\"roomStays\":[1]")) {
            var refused = house.json("PUT", "/booking/" + UUID.randomUUID(), "{%s}".formatted(stays));
            assertThat(pointers(refused)).as(stays).hasSize(1).allMatch(pointer -> pointer.startsWith("/roomStays"));
        }
    }

    @Test
    default void a_cancellation_needs_no_rooms_and_no_nights() {
        House house = server().account().house();
        for (String stays : List.of(
                "",
                ",\"roomStays\":[]",
                ",\"roomStays\":null",
                ",\"roomStays\":\"none\"",
                ",\"roomStays\":[{}]",
                ",\"roomStays\":[{\"startDate\":\"soon\",\"endDate\":\"later\",\"quantity\":0}]")) {
            UUID id = UUID.randomUUID();
            push(house, id, "");
            var cancelled = house.json("PUT", "/booking/" + id, "{\"cancelled\":true%s}".formatted(stays));
            assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
            assertThat(json(cancelled).get("roomStays"))
                    .as("those that were known")
                    .hasSize(1);
            assertThat(json(house.get("/availability?startDate=2027-03-10&endDate=2027-03-11&guestRoomIdentifier="
                                    + house.suite))
                            .at("/guestRooms/0/nights/0/available")
                            .intValue())
                    .isEqualTo(3);
        }
        UUID unheardOf = UUID.randomUUID();
        var first = house.json("PUT", "/booking/" + unheardOf, "{\"cancelled\":true}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(house.get("/booking/" + unheardOf)).get("roomStays")).isEmpty();
        assertThat(tag(house.json("PUT", "/booking/" + unheardOf, "{\"cancelled\":true}")))
                .isEqualTo("\"1\"");
    }

    @Test
    default void a_sale_looks_at_the_sense_of_money() {
        House house = server().account().house();
        for (String money : List.of(
                "\"currencyCode\":\"EUR\",\"totalAmount\":-1",
                "\"currencyCode\":\"EUR\",\"totalAmount\":1.005",
                "\"currencyCode\":\"JPY\",\"totalAmount\":1.5",
                "\"totalAmount\":\"1\"")) {
            assertThat(pointers(house.sell("{%s}".formatted(money)))).contains("/totalAmount");
        }
        for (String currency : List.of("XXX", "EURO", "eur", "QQQ", "")) {
            assertThat(pointers(house.sell("{\"currencyCode\":\"%s\"}".formatted(currency))))
                    .contains("/currencyCode");
        }
        for (String money : List.of(
                "\"currencyCode\":\"KWD\",\"totalAmount\":1.005",
                "\"currencyCode\":\"JPY\",\"totalAmount\":100.00",
                "\"currencyCode\":\"EUR\",\"totalAmount\":0")) {
            assertThat(pointers(house.sell("{%s}".formatted(money)))).containsExactly("/roomStays");
        }
    }

    @Test
    default void R_10_two_written_as_2_0_is_two_everywhere() {
        House house = server().account().house();
        String stay =
                House.stay(house.suite, "2027-03-10", "2027-03-12").replace("}", ",\"quantity\":2.0,\"adults\":2e0}");
        var sold = house.sell("{\"roomStays\":[%s]}".formatted(stay));
        assertThat(json(sold).at("/roomStays/0/quantity").intValue()).isEqualTo(2);
        var room = house.json("PUT", "/guest-room/" + UUID.randomUUID(), "{\"name\":\"a\",\"quantity\":2.0}");
        assertThat(json(room).get("quantity").intValue()).isEqualTo(2);
        for (String number : List.of("2.5", "1e400", "1e-400", "1e999999999", "-1e999999999", "2147483648", "9e18")) {
            assertThat(pointers(house.json(
                            "PUT",
                            "/guest-room/" + UUID.randomUUID(),
                            "{\"name\":\"a\",\"quantity\":%s}".formatted(number))))
                    .as(number)
                    .containsExactly("/quantity");
        }
    }

    @Test
    default void a_value_that_is_there_but_wrong_is_not_said_to_be_missing() {
        House house = server().account().house();
        String unknown = House.stay(UUID.randomUUID(), "2027-03-10", "2027-03-12");
        for (var refused : List.of(
                house.sell("{\"roomStays\":[%s]}".formatted(unknown)),
                house.json("POST", "/block", unknown),
                house.json("PUT", "/guest-room/" + UUID.randomUUID(), "{\"name\":\" \",\"quantity\":\"x\"}"),
                house.json("PUT", "/property", "{\"name\":\"\",\"timeZone\":\"Mars/Base\"}", "If-Match", "*"))) {
            assertProblem(refused, 422);
            assertThat(refused.body()).doesNotContain("is required");
        }
        assertThat(house.sell("{\"roomStays\":[{\"startDate\":\"2027-03-10\"}]}")
                        .body())
                .contains("is required");
    }

    @Test
    default void a_body_with_a_name_twice_is_told_so() {
        House house = server().account().house();
        for (String body :
                List.of("{\"firstName\":\"a\",\"firstName\":\"b\"}", "{\"roomStays\":[{\"adults\":1,\"adults\":1}]}")) {
            var refused = house.json("PUT", "/booking/" + UUID.randomUUID(), body);
            assertThat(assertProblem(refused, 400).get("detail").stringValue()).contains("a name twice");
        }
    }
}
