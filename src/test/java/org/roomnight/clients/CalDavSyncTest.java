package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** A CalDAV program that other people wrote finds the calendars, reads bookings and blocks nights. */
class CalDavSyncTest {

    private static final String ENTRY = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//Desk//EN
            BEGIN:VEVENT
            UID:painting
            DTSTAMP:20270110T120000Z
            DTSTART;VALUE=DATE:20270601
            DTEND;VALUE=DATE:20270604
            SUMMARY:Painting
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    @TempDir
    Path folder;

    private final House house = TestServer.sqlite().account().house();

    @Test
    void vdirsyncer_finds_the_calendars_and_syncs_both_ways() throws IOException {
        Programs.need("vdirsyncer", "--version");
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        Files.writeString(folder.resolve("config"), configuration());
        vdirsyncer("discover");
        vdirsyncer("sync");
        assertThat(items("bookings")).singleElement().asString().contains("SUMMARY:Robin Sample");
        assertThat(items("cabin")).hasSize(1);
        assertThat(items("suite")).isEmpty();

        Path entry = folder.resolve("items/suite/painting.ics");
        Files.writeString(entry, ENTRY);
        vdirsyncer("sync");
        assertThat(suites("2027-06-02")).isEqualTo(2);

        Files.writeString(entry, ENTRY.replace("20270604", "20270602"));
        vdirsyncer("sync");
        assertThat(List.of(suites("2027-06-01"), suites("2027-06-02"))).containsExactly(2, 3);

        // vdirsyncer deletes nothing where that would empty a calendar.
        Files.writeString(folder.resolve("items/suite/other.ics"), ENTRY.replace("painting", "other"));
        vdirsyncer("sync");
        assertThat(suites("2027-06-01")).isOne();

        Files.delete(entry);
        house.record(house.suite(), "2027-07-01", "2027-07-05");
        vdirsyncer("sync");
        assertThat(suites("2027-06-01")).isEqualTo(2);
        assertThat(items("suite"))
                .hasSize(2)
                .anyMatch(item -> item.contains("DTSTART;VALUE=DATE:20270701"))
                .noneMatch(item -> item.contains("UID:painting"));
    }

    private int suites(String night) {
        String range = "startDate=%s&endDate=%s"
                .formatted(night, java.time.LocalDate.parse(night).plusDays(1));
        return house.account()
                .done("GET", house.path("/availability?%s&guestRoomIdentifier=%s".formatted(range, house.suite())), "")
                .findValue("available")
                .intValue();
    }

    private String configuration() {
        return """
                [general]
                status_path = "%1$s/status/"
                [pair rooms]
                a = "roomnight"
                b = "here"
                collections = ["bookings", "cabin", "suite"]
                conflict_resolution = "a wins"
                [storage roomnight]
                type = "caldav"
                url = "http://127.0.0.1:%2$d/"
                username = "%3$s"
                password = "%4$s"
                [storage here]
                type = "filesystem"
                path = "%1$s/items/"
                fileext = ".ics"
                """.formatted(folder, TestServer.sqlite().port(), house.hotel(), house.passkey());
    }

    private void vdirsyncer(String command) throws IOException {
        for (String calendar : List.of("bookings", "cabin", "suite")) {
            Files.createDirectories(folder.resolve("items").resolve(calendar));
        }
        Programs.run(folder, "vdirsyncer", "-c", "config", command);
    }

    private List<String> items(String calendar) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("items").resolve(calendar))) {
            return files.map(CalDavSyncTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
