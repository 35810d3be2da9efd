package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** The calendar program khal, with folders that vdirsyncer keeps in step with the server. */
class KhalTest {

    @TempDir
    Path folder;

    private final House house = TestServer.sqlite().account().house();

    @BeforeEach
    void configuration() throws IOException {
        Programs.need("khal", "--version");
        Files.writeString(folder.resolve("khal.conf"), """
                [calendars]
                [[bookings]]
                path = %1$s/items/bookings
                readonly = True
                [[suite]]
                path = %1$s/items/suite
                [locale]
                local_timezone = Europe/Lisbon
                default_timezone = Europe/Lisbon
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                timeformat = %%H:%%M
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                [sqlite]
                path = %1$s/khal.db
                """.formatted(folder));
    }

    @Test
    void khal_lists_the_stays_and_what_it_writes_takes_nights_until_it_is_removed() throws IOException {
        house.record(house.cabin(), "2027-06-02", "2027-06-05");
        house.record(house.suite(), "2027-06-10", "2027-06-11");
        SyncedFolders folders = SyncedFolders.below(folder, house);
        folders.sync();
        // khal shows the last day that an entry lasts over: the day before the departure.
        assertThat(listed("bookings"))
                .containsExactly(
                        "2027-06-02 2027-06-04 Robin Sample · Cabin", "2027-06-10 2027-06-10 Robin Sample · Suite");

        khal("", "new", "-a", "suite", "2027-06-01", "2027-06-02", "Painting");
        folders.sync();
        assertThat(suites()).containsExactly(2, 2, 3);

        khal("D\ny\n", "edit", "--show-past", "Painting");
        folders.sync();
        assertThat(suites()).containsExactly(3, 3, 3);
        assertThat(listed("suite")).containsExactly("2027-06-10 2027-06-10 Robin Sample · Suite");
    }

    /** What can be sold on the nights of June 1st to 3rd. */
    private List<Integer> suites() {
        return Stream.of("2027-06-01", "2027-06-02", "2027-06-03")
                .map(night -> house.available(house.suite(), night))
                .toList();
    }

    private List<String> listed(String calendar) {
        String format = "{start-date} {end-date} {title}";
        return khal("", "list", "-a", calendar, "--once", "--day-format", "", "--format", format, "2027-06-01", "30d")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String khal(String typed, String... arguments) {
        String[] command = Stream.concat(Stream.of("khal", "-c", "khal.conf"), Stream.of(arguments))
                .toArray(String[]::new);
        return Programs.run(folder, Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString()), typed, command);
    }
}
