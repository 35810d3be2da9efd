package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** Programs that other people wrote subscribe to the booking list and read it. */
class SubscriptionTest {

    private static final String BOOKING = """
            {"firstName":"Zoë","lastName":"Sample; \\"VIP\\"","specialRequests":"late, with a cot\\nplease",
             "roomStays":[{"guestRoomIdentifier":"%s","startDate":"%s","endDate":"%s","adults":2,"children":1}]}""";

    private static final String ICALENDAR = "import sys,icalendar;"
            + "c=icalendar.Calendar.from_ical(open(sys.argv[1],'rb').read());"
            + "[print(e['UID'],e['DTSTART'].dt,e['DTEND'].dt) for e in c.walk('VEVENT')]";
    private static final String VOBJECT = "import sys,vobject;"
            + "c=next(vobject.readComponents(open(sys.argv[1],encoding='utf-8',newline='').read()));"
            + "[print(e.uid.value,e.dtstart.value,e.dtend.value) for e in c.vevent_list]";

    @TempDir
    Path folder;

    private House house;
    private UUID oneNight = new UUID(0, 0);

    @BeforeEach
    void bookings() {
        house = TestServer.sqlite().account().house();
        sell("2027-03-10", "2027-03-14");
        oneNight = sell("2027-03-14", "2027-03-15");
        sell("2027-12-30", "2028-01-02");
    }

    private UUID sell(String startDate, String endDate) {
        return UUID.fromString(house.account()
                .done("POST", house.path("/booking"), BOOKING.formatted(house.suite(), startDate, endDate))
                .get("bookingIdentifier")
                .stringValue());
    }

    @Test
    void vdirsyncer_subscribes_and_sees_a_cancellation_on_its_next_visit() throws IOException {
        Programs.need("vdirsyncer", "--version");
        Files.createDirectories(folder.resolve("items"));
        Files.writeString(folder.resolve("config"), vdirsyncerConfiguration());
        vdirsyncer("discover");
        vdirsyncer("sync");
        assertThat(items()).hasSize(3);

        house.cancel(oneNight);
        vdirsyncer("sync");

        assertThat(items()).hasSize(2).noneMatch(item -> item.contains("DTSTART;VALUE=DATE:20270314"));
    }

    private String vdirsyncerConfiguration() {
        return """
                [general]
                status_path = "%1$s/status/"
                [pair bookings]
                a = "roomnight"
                b = "here"
                collections = null
                conflict_resolution = "a wins"
                partial_sync = "revert"
                [storage roomnight]
                type = "http"
                url = "http://127.0.0.1:%2$d%3$s"
                username = "%4$s"
                password = "%5$s"
                [storage here]
                type = "filesystem"
                path = "%1$s/items/"
                fileext = ".ics"
                """.formatted(folder, TestServer.sqlite().port(), house.feedPath(), house.hotel(), house.passkey());
    }

    private void vdirsyncer(String command) {
        Programs.run(folder, "vdirsyncer", "-c", "config", command);
    }

    private List<String> items() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("items"))) {
            return files.map(SubscriptionTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    void two_parsers_of_another_language_read_the_same_stays() throws IOException {
        Programs.need("/usr/bin/python3", "-c", "import icalendar, vobject");
        Files.write(folder.resolve("bookings.ics"), house.feed().body());
        String first = Programs.run(folder, "/usr/bin/python3", "-W", "ignore", "-c", ICALENDAR, "bookings.ics");
        String second = Programs.run(folder, "/usr/bin/python3", "-W", "ignore", "-c", VOBJECT, "bookings.ics");
        assertThat(first.lines()).hasSize(3).anyMatch(line -> line.endsWith("2027-12-30 2028-01-02"));
        assertThat(second).isEqualTo(first);
    }
}
