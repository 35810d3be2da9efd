package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.storage.DatabaseAddress;

/** Whoever reads standard output stands still: a log collector that hangs, a terminal that was paused. */
class SilentReaderTest {

    /** Each logs a line of some 200 octets, and a pipe takes 65,536. */
    private static final int CLASHES = 1_500;

    private static final Pattern DROPPED = Pattern.compile("(?m)^roomnight_log_dropped_total (\\S+)$");

    @TempDir
    Path folder;

    @Test
    void writes_go_on_what_is_dropped_is_counted_and_the_server_ends_as_ever()
            throws IOException, InterruptedException {
        Path file = folder.resolve("roomnight.db");
        House house = Houses.make(DatabaseAddress.sqlite(file), folder, Store.sqlite(file));
        try (KilledServer server = KilledServer.startUnread(folder, Map.of());
                RestDoor door = server.door(house)) {
            String clash = """
                {"firstName":"Robin","roomStays":[{"guestRoomIdentifier":"%s","startDate":"2027-03-10",
                 "endDate":"2027-03-11","adults":1,"quantity":50}]}\
                """.formatted(house.roomTypes().getFirst());
            for (int i = 0; i < CLASHES / 50; i++) {
                String booking = house.path("/booking/00000000-0000-4000-8000-%012d".formatted(i));
                assertThat(door.send("PUT", booking, clash).statusCode()).isEqualTo(201);
            }

            Matcher dropped = DROPPED.matcher(server.operations("/actuator/prometheus"));
            assertThat(dropped.find()).isTrue();
            assertThat(Double.parseDouble(dropped.group(1))).isPositive();
            assertThat(server.isReady()).isTrue();
            server.terminate();
            assertThat(server.awaitExit(Duration.ofSeconds(30))).isZero();
        }
    }
}
