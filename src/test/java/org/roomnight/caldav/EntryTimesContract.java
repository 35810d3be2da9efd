package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Names.dav;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** When objects were made and changed: DAV:creationdate, DAV:getlastmodified and the headers that say the same. */
interface EntryTimesContract {

    TestServer server();

    QName CREATED = dav("creationdate");
    QName MODIFIED = dav("getlastmodified");

    private Instant thisSecond() {
        return server().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void time(int seconds) {
        server().clock().tick(Duration.ofSeconds(seconds));
    }

    private static Instant modified(String date) {
        assertThat(date).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static void assertTimes(DavClient house, String path, Instant created, Instant changed) {
        DavReply.Found alone = house.properties(path, CREATED, MODIFIED);
        assertThat(alone.text(CREATED)).isEqualTo(created.toString());
        assertThat(modified(alone.text(MODIFIED))).isEqualTo(changed);
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        DavReply.Found listed = house.propfind(parent, 1, CREATED, MODIFIED).of(path);
        assertThat(List.of(listed.text(CREATED), listed.text(MODIFIED)))
                .containsExactly(alone.text(CREATED), alone.text(MODIFIED));
        for (String method : List.of("GET", "HEAD")) {
            assertThat(house.ask(method, path, "").header("Last-Modified")).isEqualTo(alone.text(MODIFIED));
        }
    }

    @Test
    default void an_entry_of_staff_keeps_the_time_when_it_was_made_and_tells_when_it_was_changed() {
        DavClient house = DavClient.on(server());
        DavHouse staff = new DavHouse(house.house());
        Instant made = thisSecond();
        String path = staff.path("suite", "a.ics");
        staff.put(path, AnEntry.anEntry("a").toString());
        time(61);
        assertTimes(house, path, made, made);
        Instant changed = thisSecond();
        staff.put(path, AnEntry.anEntry("a").with("SUMMARY:Floor").toString());
        time(61);
        assertTimes(house, path, made, changed);
        assertThat(house.properties(house.calendar("suite"), MODIFIED).status(MODIFIED))
                .isEqualTo(404);
    }

    @Test
    default void a_room_stay_was_made_and_changed_when_its_booking_was() {
        DavClient house = DavClient.on(server());
        Instant made = thisSecond();
        UUID booking = house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        time(61);
        String path =
                house.propfind(house.calendar("cabin"), 1, MODIFIED).hrefs().getLast();
        assertTimes(house, path, made, made);
        Instant moved = thisSecond();
        house.house().record(booking, house.house().cabin(), "2027-03-10", "2027-03-13");
        time(61);
        assertTimes(house, path, made, moved);
        String inBookings = path.replace("/cabin/", "/bookings/");
        assertTimes(house, inBookings, made, moved);
        assertThat(house.ask("GET", path, "").text())
                .contains("CREATED:" + made.toString().replaceAll("[-:]", ""))
                .contains("LAST-MODIFIED:" + moved.toString().replaceAll("[-:]", ""));
    }

    @Test
    default void a_client_that_knows_the_date_only_is_told_that_nothing_changed() {
        DavClient house = DavClient.on(server());
        DavHouse staff = new DavHouse(house.house());
        String path = staff.path("suite", "a.ics");
        staff.put(path, AnEntry.anEntry("a").toString());
        String date = house.ask("GET", path, "").header("Last-Modified");
        for (String method : List.of("GET", "HEAD")) {
            DavReply again = house.ask(method, path, "", "If-Modified-Since", date);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.text()).isEmpty();
            assertThat(again.header("Last-Modified")).isEqualTo(date);
        }
        assertThat(house.ask("GET", path, "", "If-Modified-Since", date, "If-None-Match", "\"other\"")
                        .status())
                .as("the entity tag decides")
                .isEqualTo(200);
        for (String other : List.of("Thu, 14 Jan 2027 10:00:00 GMT", "yesterday", "2027-01-20", "")) {
            assertThat(house.ask("GET", path, "", "If-Modified-Since", other).status())
                    .as(other)
                    .isEqualTo(200);
        }
        time(1);
        staff.put(path, AnEntry.anEntry("a").with("SUMMARY:Floor").toString());
        assertThat(house.ask("GET", path, "", "If-Modified-Since", date).status())
                .isEqualTo(200);
    }
}
