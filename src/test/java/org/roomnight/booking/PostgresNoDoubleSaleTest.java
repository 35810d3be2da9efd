package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.TestHouse;
import org.roomnight.inventory.RoomType;
import org.roomnight.storage.Database;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.TestDatabases;

final class PostgresNoDoubleSaleTest implements NoDoubleSaleContract {

    private final DatabaseAddress.Postgres address = (DatabaseAddress.Postgres) TestDatabases.postgresAddress();
    private final Database database = Database.open(address);
    private final TestHouse house = TestHouse.in(database);

    @Override
    public TestHouse house() {
        return house;
    }

    @Override
    public Connection plainConnection() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    @Override
    public List<String> withoutPrimaryKey() {
        return List.of("ALTER TABLE room_night DROP CONSTRAINT room_night_pkey");
    }

    @Test
    void two_processes_race_for_the_last_units_and_nothing_is_sold_twice() throws Exception {
        RoomType suite = house.roomType("Suite", UNITS);
        Process other = secondProcess(suite);
        List<SaleAttempt> history = new ArrayList<>();
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(nextWord(said, "ready")).isNotNull();
            history.addAll(new RacingClients(house.bookings(), house.id(), suite).race(CLIENTS / 2, ATTEMPTS, 2));
            List<SaleAttempt> ours = List.copyOf(history);
            for (String line = nextWord(said, "journal "); line != null; line = nextWord(said, "journal ")) {
                history.add(SaleAttempt.parse(line.substring("journal ".length())));
            }
            assertThat(other.waitFor()).isZero();
            assertThat(history).hasSize(CLIENTS * ATTEMPTS);
            assertThat(history.subList(ours.size(), history.size()))
                    .as("the processes ran at the same time")
                    .anyMatch(theirs -> ours.stream()
                            .anyMatch(one ->
                                    one.beganNanos() < theirs.endedNanos() && theirs.beganNanos() < one.endedNanos()));
        } finally {
            other.destroyForcibly();
        }
        assertThat(findings(history)).isEmpty();
    }

    private static @Nullable String nextWord(BufferedReader said, String word) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(word)) {
            line = said.readLine();
        }
        return line;
    }

    /** Both processes read one monotonic clock of the machine, so their journals can be compared. */
    private Process secondProcess(RoomType suite) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RacingClients.class.getName(),
                        address.url(),
                        "postgres",
                        house.id().toString(),
                        suite.id().toString(),
                        Integer.toString(CLIENTS / 2),
                        Integer.toString(ATTEMPTS),
                        "3")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }
}
