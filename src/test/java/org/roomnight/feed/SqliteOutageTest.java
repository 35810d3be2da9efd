package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.storage.Database;

/** The only node of a SQLite file that it cannot read any more. */
final class SqliteOutageTest {

    @Test
    void after_a_booking_the_feed_is_of_before_it_and_the_calendar_program_that_has_seen_it_goes_on() {
        try (TestServer server = new TestServer(TestServer.Place.make())) {
            House house = server.account().house();
            house.record(house.cabin(), "2027-03-10", "2027-03-14");
            DavPoll dav = new DavPoll(house);
            var good = house.feed();
            house.record(house.suite(), "2027-03-10", "2027-03-14");
            var seen = dav.at(server);
            assertThat(seen.statusCode()).isEqualTo(207);
            server.bean(Database.class).close();
            server.clock().tick(Duration.ofMinutes(10));
            var last = house.feed();
            assertThat(last.body()).isEqualTo(good.body());
            assertThat(header(last, "Age")).isEqualTo("600");
            assertThat(dav.at(server).body()).isEqualTo(seen.body());
        }
    }

    @Test
    void what_is_known_is_served_and_what_is_not_is_unavailable() {
        try (TestServer server = new TestServer(TestServer.Place.make())) {
            House known = server.account().house();
            known.record(known.cabin(), "2027-03-10", "2027-03-14");
            House revoked = server.account().house();
            House never = server.account().house();
            var good = known.feed();
            assertThat(revoked.feed().statusCode()).isEqualTo(200);
            revoked.regenerated();
            server.bean(Database.class).close();
            assertThat(known.feed().body()).isEqualTo(good.body());
            assertThat(known.feed("If-None-Match", header(good, "ETag")).statusCode())
                    .isEqualTo(304);
            DavPoll dav = new DavPoll(known);
            assertThat(dav.at(server).statusCode()).isEqualTo(503); // nothing of it was ever asked
            for (House other : new House[] {revoked, never}) {
                var answer = other.feed();
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(header(answer, "Retry-After")).isNotEmpty();
            }
        }
    }
}
