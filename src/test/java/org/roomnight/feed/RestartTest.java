package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.TickingClock;

/** What a calendar looks like after the server was stopped and started again. */
final class RestartTest {

    private final TestServer.Place place = TestServer.Place.make();
    private final TickingClock clock = new TickingClock(TestServer.START);

    @Test
    void the_bytes_are_the_same_after_a_restart_from_a_good_a_damaged_and_a_missing_snapshot() throws IOException {
        House house;
        byte[] body;
        String tag;
        try (TestServer server = new TestServer(place, clock)) {
            house = server.account().house();
            house.record(house.cabin(), "2027-03-10", "2027-03-14");
            body = house.feed().body();
            tag = header(house.feed(), "ETag");
        }
        Path snapshot = onlySnapshot();
        byte[] good = Files.readAllBytes(snapshot);
        byte[] inTheTag = good.clone();
        inTheTag[new String(good, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(tag.replace("\"", ""))] ^= 1;
        byte[] inTheEvents = good.clone();
        inTheEvents[good.length - 20] ^= 1;
        byte[] half = java.util.Arrays.copyOf(good, good.length / 2);
        for (byte[] found : List.of(good, inTheTag, inTheEvents, half, new byte[0], new byte[5_000])) {
            Files.write(snapshot, found);
            assertSame(house, body, tag);
            assertThat(Files.readAllBytes(snapshot))
                    .as("rendered and saved again")
                    .isEqualTo(good);
        }
        Files.delete(snapshot);
        assertSame(house, body, tag);
    }

    private void assertSame(House house, byte[] body, String tag) {
        clock.tick(Duration.ofDays(1));
        try (TestServer server = new TestServer(place, clock)) {
            var calendar = house.feed(server);
            assertThat(calendar.statusCode()).isEqualTo(200);
            assertThat(calendar.body()).isEqualTo(body);
            assertThat(header(calendar, "ETag")).isEqualTo(tag);
            assertThat(house.feed(server, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }

    private Path onlySnapshot() throws IOException {
        try (var files = Files.list(place.folder().resolve("calendars"))) {
            return files.toList().getFirst();
        }
    }
}
