package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.roomnight.TestServer.header;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** Two nodes on one PostgreSQL. Their clock stands still, so nothing that they notice is noticed because time passed. */
final class NodesTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final TestServer one = TestServer.postgres();
    private final TestServer two = TestServer.secondPostgres();

    /** Rule 8. */
    @Test
    void every_node_serves_the_same_bytes_under_the_same_tag() {
        House house = one.account().house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        for (String coding : new String[] {"identity", "gzip"}) {
            var here = house.feed("Accept-Encoding", coding);
            var there = house.feed(two, "Accept-Encoding", coding);
            assertThat(there.statusCode()).isEqualTo(200);
            assertThat(there.body()).isEqualTo(here.body());
            assertThat(header(there, "ETag")).isEqualTo(header(here, "ETag"));
            assertThat(header(there, "Last-Modified")).isEqualTo(header(here, "Last-Modified"));
        }
    }

    @Test
    void a_change_on_one_node_is_served_by_the_other_within_a_second() {
        House house = one.account().house();
        UUID booking = house.record(house.cabin(), "2027-03-10", "2027-03-14");
        String before = header(house.feed(two), "ETag");
        assertThat(house.feed(two, "If-None-Match", before).statusCode()).isEqualTo(304);
        house.record(booking, house.cabin(), "2027-03-10", "2027-03-15");
        await().atMost(A_SECOND)
                .until(() -> house.feed(two, "If-None-Match", before).statusCode() == 200);
        assertThat(header(house.feed(two), "ETag")).isEqualTo(header(house.feed(), "ETag"));
    }

    @Test
    void a_regenerated_passkey_is_refused_by_the_other_node_within_a_second() {
        House house = one.account().house();
        assertThat(house.feed(two).statusCode()).isEqualTo(200);
        House next = house.regenerated();
        assertThat(house.feed().statusCode()).isEqualTo(401);
        one.clock().tick(A_SECOND);
        assertThat(house.feed(two).statusCode()).isEqualTo(401);
        assertThat(next.feed(two).statusCode()).isEqualTo(200);
    }

    @Test
    void a_regenerated_passkey_is_told_to_the_other_node_before_the_second_is_over() {
        House house = one.account().house();
        assertThat(house.feed(two).statusCode()).isEqualTo(200);
        house.regenerated();
        await().atMost(A_SECOND).until(() -> house.feed(two).statusCode() == 401);
    }
}
