package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** The calendar program calcurse and its calcurse-caldav, which keeps it in step with the calendar of a room type. */
class CalcurseTest {

    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    private final House house = TestServer.sqlite().account().house();

    @BeforeEach
    void configuration() throws IOException {
        Programs.need("calcurse", "--version");
        Programs.need(PYTHON, "-c", "import httplib2");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("caldav.conf"), """
                [General]
                Hostname = 127.0.0.1:%d
                Path = /dav/calendars/%s/suite
                HTTPS = No
                DryRun = No
                SyncFilter = cal
                [Auth]
                Username = %2$s
                Password = %s
                """.formatted(
                        TestServer.sqlite().port(), house.hotel(), house.passkey()));
    }

    @Test
    void a_stay_comes_to_calcurse_and_leaves_with_its_cancellation() {
        UUID stay = house.record(house.suite(), "2027-06-01", "2027-06-03");
        house.record(house.suite(), "2027-06-20", "2027-06-21");
        assertThat(sync("--init=two-way")).contains("2 items imported", "0 items exported");
        // calcurse shows the last day that an entry lasts over: the day before the departure.
        assertThat(listed())
                .anyMatch(line -> line.startsWith("06/01/2027") && line.contains("06/02/2027"))
                .allMatch(line -> line.endsWith("Robin Sample · Suite"))
                .hasSize(2);

        house.cancel(stay);
        assertThat(sync()).contains("1 items removed locally");
        assertThat(listed()).singleElement().asString().startsWith("06/20/2027");
    }

    @Test
    void an_entry_of_calcurse_takes_nights_until_it_is_deleted_on_either_side() throws IOException {
        house.record(house.suite(), "2027-06-20", "2027-06-21");
        sync("--init=two-way");
        write("20270601", "20270603", "Painting");
        write("20270610", "20270611", "Plumber");
        assertThat(sync()).contains("2 items exported");
        assertThat(suites("2027-05-31", "2027-06-01", "2027-06-02", "2027-06-03", "2027-06-10"))
                .containsExactly(3, 2, 2, 3, 2);
        assertThat(sync()).contains("0 items imported", "0 items exported");

        calcurse("-P", "--filter-pattern", "Painting");
        assertThat(sync()).contains("1 items removed from the server");
        assertThat(suites("2027-06-01", "2027-06-02", "2027-06-10")).containsExactly(3, 3, 2);

        deleteBlocks();
        assertThat(sync()).contains("1 items removed locally");
        assertThat(suites("2027-06-10")).containsExactly(3);
        assertThat(listed()).singleElement().asString().endsWith("Robin Sample · Suite");
    }

    /** Whoever tries to delete a booking hears no, and it stays. */
    @Test
    void a_stay_that_is_deleted_in_calcurse_stays_booked() {
        house.record(house.suite(), "2027-06-01", "2027-06-03");
        sync("--init=two-way");
        calcurse("-P", "--filter-pattern", "Robin");
        assertThat(Programs.fail(folder, environment(), caldav()))
                .contains("403")
                .contains("(Forbidden)");
        assertThat(suites("2027-06-01")).containsExactly(2);
        assertThat(sync("--init=keep-remote")).contains("1 items imported");
    }

    private void deleteBlocks() {
        house.account()
                .done("GET", house.path("/block/list?startDate=2027-06-01&endDate=2027-07-01"), "")
                .findValuesAsString("identifier")
                .forEach(block -> house.account().done("DELETE", house.path("/block/" + block), "", "If-Match", "*"));
    }

    /** The nights are those from {@code from} to before {@code until}, in the form 20270601. */
    private void write(String from, String until, String summary) throws IOException {
        Files.writeString(folder.resolve("new.ics"), """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:%s
                DTEND;VALUE=DATE:%s
                SUMMARY:%s
                END:VEVENT
                END:VCALENDAR
                """.formatted(from, until, summary));
        calcurse("-q", "-i", "new.ics");
    }

    private List<Integer> suites(String... nights) {
        return Stream.of(nights)
                .map(night -> house.available(house.suite(), night))
                .toList();
    }

    private List<String> listed() {
        return calcurse("-G").lines().toList();
    }

    private String calcurse(String... arguments) {
        String[] command = Stream.concat(Stream.of("calcurse", "-D", "data"), Stream.of(arguments))
                .toArray(String[]::new);
        return Programs.run(folder, environment(), "", command);
    }

    private String sync(String... arguments) {
        return Programs.run(folder, environment(), "", caldav(arguments));
    }

    /** With the Python whose packages are Debian's. */
    private static String[] caldav(String... arguments) {
        List<String> fixed = List.of(
                PYTHON,
                "/usr/bin/calcurse-caldav",
                "--config=caldav.conf",
                "--datadir=data",
                "--lockfile=lock",
                "--syncdb=sync.db",
                "--hookdir=hooks");
        return Stream.concat(fixed.stream(), Stream.of(arguments)).toArray(String[]::new);
    }

    private Map<String, String> environment() {
        return Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString());
    }
}
