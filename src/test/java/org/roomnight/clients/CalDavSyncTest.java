package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        SyncedFolders folders = SyncedFolders.below(folder, house);
        folders.sync();
        assertThat(folders.items("bookings")).singleElement().asString().contains("SUMMARY:Robin Sample");
        assertThat(folders.items("cabin")).hasSize(1);
        assertThat(folders.items("suite")).isEmpty();

        Path entry = folders.of("suite").resolve("painting.ics");
        Files.writeString(entry, ENTRY);
        folders.sync();
        assertThat(suites("2027-06-02")).isEqualTo(2);

        Files.writeString(entry, ENTRY.replace("20270604", "20270602"));
        folders.sync();
        assertThat(List.of(suites("2027-06-01"), suites("2027-06-02"))).containsExactly(2, 3);

        // vdirsyncer deletes nothing where that would empty a calendar.
        Files.writeString(folders.of("suite").resolve("other.ics"), ENTRY.replace("painting", "other"));
        folders.sync();
        assertThat(suites("2027-06-01")).isOne();

        Files.delete(entry);
        house.record(house.suite(), "2027-07-01", "2027-07-05");
        folders.sync();
        assertThat(suites("2027-06-01")).isEqualTo(2);
        assertThat(folders.items("suite"))
                .hasSize(2)
                .anyMatch(item -> item.contains("DTSTART;VALUE=DATE:20270701"))
                .noneMatch(item -> item.contains("UID:painting"));
    }

    private int suites(String night) {
        return house.available(house.suite(), night);
    }
}
