package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** Requests for a calendar that are strange but can be read. */
interface FeedInputContract {

    TestServer server();

    private House house() {
        House house = server().account().house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        return house;
    }

    @Test
    default void F_09_ranges_are_ignored() {
        House house = house();
        var whole = house.feed();
        String thousand = IntStream.range(0, 1_000).mapToObj(i -> i + "-" + i).collect(Collectors.joining(","));
        for (String ranges : List.of("0-10", "5-", "-5", "0-10,5-20", thousand, "999999-")) {
            var answer = house.feed("Range", "bytes=" + ranges);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(whole.body());
            assertThat(header(answer, "Content-Range")).isEmpty();
        }
    }

    @Test
    default void F_10_head_has_the_headers_of_get_and_no_body() {
        House house = house();
        for (String coding : List.of("identity", "gzip")) {
            var get = house.feed("Accept-Encoding", coding);
            var head = server().send(house.feedRequest(server(), "Accept-Encoding", coding)
                    .method("HEAD", BodyPublishers.noBody()));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            var wanted = new TreeMap<>(get.headers().map());
            var found = new TreeMap<>(head.headers().map());
            wanted.remove("date");
            found.remove("date");
            assertThat(found).isEqualTo(wanted).containsKey("content-length");
        }
    }

    @Test
    default void F_11_a_calendar_can_only_be_read() {
        House house = house();
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "BREW")) {
            var answer = server().send(house.feedRequest(server()).method(method, BodyPublishers.ofString("x")));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
            assertThat(json(answer).get("status").intValue()).isEqualTo(405);
        }
    }

    @Test
    default void F_13_codings_other_than_gzip_get_the_identity_form() {
        House house = house();
        var plain = house.feed();
        for (String sent :
                List.of("gzip;q=0", "gzip; q=0.000", "GZIP;Q=0", "br", "unknown", "identity", "", "br;q=1, gzip;q=0")) {
            var answer = house.feed("Accept-Encoding", sent);
            assertThat(header(answer, "Content-Encoding")).as(sent).isEmpty();
            assertThat(answer.body()).as(sent).isEqualTo(plain.body());
        }
        for (String sent : List.of("gzip", "GZIP", "gzip;q=1", "br, gzip ; q=0.001", "deflate,gzip")) {
            assertThat(header(house.feed("Accept-Encoding", sent), "Content-Encoding"))
                    .as(sent)
                    .isEqualTo("gzip");
        }
    }

    @Test
    default void F_14_a_window_that_would_not_be_obeyed_is_a_bad_request() {
        House house = house();
        String auth = TestServer.basic(house.hotel(), house.passkey());
        for (String query :
                List.of("from=9999-99-99&to=1", "to=x", "startDate=2027-01-01", "endDate=", "from", "%66rom=1")) {
            var answer = server().send(server().request(house.feedPath() + "?" + query, "Authorization", auth));
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(json(answer).get("status").intValue()).isEqualTo(400);
        }
        for (String query : List.of("", "cache=123", "a=1&a=2", "x=%ff")) {
            var answer = server().send(server().request(house.feedPath() + "?" + query, "Authorization", auth));
            assertThat(answer.statusCode()).as(query).isIn(200, 400);
        }
    }

    @Test
    default void F_15_a_calendar_is_empty_only_when_the_property_has_no_bookings() {
        House house = house();
        assertThat(TestServer.text(house.feed())).contains("BEGIN:VEVENT");
        House empty = house.account().house();
        assertThat(empty.feed().statusCode()).isEqualTo(200);
        assertThat(TestServer.text(empty.feed())).doesNotContain("VEVENT").endsWith("END:VCALENDAR\r\n");
    }
}
