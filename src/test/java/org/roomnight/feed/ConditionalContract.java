package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** Polls that say what they have already (RFC 9110 §13). */
interface ConditionalContract {

    TestServer server();

    private House house() {
        House house = server().account().house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        return house;
    }

    private static void assertNotModified(HttpResponse<byte[]> answer, HttpResponse<byte[]> first) {
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        for (String same : List.of("ETag", "Cache-Control", "Vary", "Last-Modified")) {
            assertThat(header(answer, same))
                    .as(same)
                    .isEqualTo(header(first, same))
                    .isNotEmpty();
        }
    }

    @Test
    default void F_07_if_none_match_matches_in_every_form() {
        House house = house();
        var first = house.feed();
        String tag = header(first, "ETag");
        for (String sent :
                List.of(tag, "W/" + tag, "*", "\"other\", " + tag, "W/\"a\",W/" + tag + ",\"b\"", " " + tag)) {
            assertNotModified(house.feed("If-None-Match", sent), first);
        }
        assertNotModified(house.feed("If-None-Match", "\"other\"", "If-None-Match", tag), first);
        var head = server().send(
                        house.feedRequest(server(), "If-None-Match", tag).method("HEAD", BodyPublishers.noBody()));
        assertNotModified(head, first);
        for (String sent : List.of("\"other\"", tag.replace("\"", ""), tag.substring(1), "")) {
            assertThat(house.feed("If-None-Match", sent).statusCode()).as(sent).isEqualTo(200);
        }
    }

    @Test
    default void a_tag_counts_more_than_a_date() {
        House house = house();
        server().clock().tick(Duration.ofMinutes(1));
        String date = header(house.feed(), "Last-Modified");
        assertThat(house.feed("If-None-Match", "\"other\"", "If-Modified-Since", date)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    default void a_date_that_is_not_older_than_the_last_change_is_not_modified() {
        House house = house();
        server().clock().tick(Duration.ofMinutes(1));
        var first = house.feed();
        assertNotModified(house.feed("If-Modified-Since", header(first, "Last-Modified")), first);
        String earlier = http(server().clock().instant().minusSeconds(3600));
        for (String sent : List.of(earlier, "yesterday", "", "0")) {
            assertThat(house.feed("If-Modified-Since", sent).statusCode())
                    .as(sent)
                    .isEqualTo(200);
        }
    }

    @Test
    default void H_24_a_date_in_the_future_and_a_date_header_far_off_are_ignored() {
        House house = house();
        server().clock().tick(Duration.ofMinutes(1));
        String future = http(server().clock().instant().plusSeconds(3600));
        assertThat(house.feed("If-Modified-Since", future).statusCode()).isEqualTo(200);
        String tag = header(house.feed(), "ETag");
        var farOff = house.feed("If-None-Match", tag, "Date", "Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(farOff.statusCode()).isEqualTo(304);
    }

    private static String http(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    @Test
    default void two_changes_within_one_second_are_both_seen_by_their_date() {
        House house = house();
        server().clock().tick(Duration.ofMinutes(1));
        UUID booking = house.record(house.suite(), "2027-03-10", "2027-03-14");
        var first = house.feed();
        server().clock().tick(Duration.ofMillis(300));
        house.record(booking, house.suite(), "2027-03-10", "2027-03-15");
        var second = house.feed("If-Modified-Since", header(first, "Last-Modified"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isNotEqualTo(first.body());
        server().clock().tick(Duration.ofMinutes(1));
        String settled = header(house.feed("If-Modified-Since", header(second, "Last-Modified")), "Last-Modified");
        assertThat(house.feed("If-Modified-Since", settled).statusCode()).isEqualTo(304);
    }

    @Test
    default void a_clock_set_back_hides_no_change_from_a_poll_by_date() {
        House house = house();
        server().clock().tick(Duration.ofMinutes(1));
        var first = house.feed();
        server().clock().tick(Duration.ofSeconds(-90));
        try {
            house.record(house.suite(), "2027-03-10", "2027-03-14");
        } finally {
            server().clock().tick(Duration.ofSeconds(120));
        }
        assertThat(house.feed("If-Modified-Since", header(first, "Last-Modified"))
                        .statusCode())
                .isEqualTo(200);
    }
}
