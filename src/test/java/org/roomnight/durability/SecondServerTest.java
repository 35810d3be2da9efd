package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one SQLite file (fault P-13): what each keeps in memory would be wrong, so the second refuses. */
class SecondServerTest {

    @TempDir
    Path folder;

    @Test
    void a_second_server_refuses_until_the_first_is_gone_however_it_went() throws IOException, InterruptedException {
        try (KilledServer first = KilledServer.start(folder, Map.of())) {
            try (KilledServer second = KilledServer.begin(folder, Map.of())) {
                assertThat(second.awaitExit(Duration.ofSeconds(60))).isEqualTo(1);
                assertThat(second.log())
                        .contains("roomnight: Another Roomnight already serves the database file")
                        .contains("Stop it first, or give this one another ROOMNIGHT_DATA_DIR.")
                        .doesNotContain("\tat ");
            }
            assertThat(first.isReady()).isTrue();
            assertThat(first.kill()).isEqualTo(KilledServer.KILLED);
        }
        try (KilledServer third = KilledServer.start(folder, Map.of())) {
            assertThat(third.isReady()).isTrue();
        }
    }
}
