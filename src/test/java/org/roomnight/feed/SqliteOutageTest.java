package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;

import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.storage.Database;

/** The only node of a SQLite file that it cannot read any more. */
final class SqliteOutageTest {

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
            for (House other : new House[] {revoked, never}) {
                var answer = other.feed();
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(header(answer, "Retry-After")).isNotEmpty();
            }
        }
    }
}
