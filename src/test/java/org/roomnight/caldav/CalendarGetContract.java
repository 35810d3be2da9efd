package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;

/** GET of a calendar, as subscribers and programs that make a copy of it ask. */
interface CalendarGetContract {

    TestServer server();

    private static Component calendar(String text) {
        Read read =
                new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(text.getBytes(StandardCharsets.UTF_8));
        return ((Read.Calendar) read).calendar();
    }

    @Test
    default void a_calendar_is_given_as_one_icalendar_with_its_tag() {
        DavHouse house = DavHouse.on(server());
        String suite = house.home() + "suite/";
        assertThat(calendar(text(house.get(suite))).components()).isEmpty();
        house.house().record(house.house().suite(), "2027-03-10", "2027-03-12");
        String[] zone = {
            "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19961027T030000",
            "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE"
        };
        for (String uid : List.of("a", "b")) {
            String entry = anEntry(uid)
                    .with("DTSTART;TZID=Europe/Berlin:20270310T150000")
                    .with("DTEND;TZID=Europe/Berlin:20270312T110000")
                    .and(zone)
                    .toString();
            assertThat(house.put(house.path("suite", uid + ".ics"), entry).statusCode())
                    .isEqualTo(201);
        }
        var whole = house.get(suite);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(header(whole, "Content-Type")).isEqualTo("text/calendar; charset=utf-8");
        Component calendar = calendar(text(whole));
        assertThat(calendar.components("VEVENT")).hasSize(3);
        assertThat(calendar.components("VTIMEZONE")).as("each zone once").hasSize(1);
        assertThat(calendar.text("X-WR-CALNAME")).contains("Suite");
        String tag = header(whole, "ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        assertThat(text(house.send("HEAD", suite, ""))).isEmpty();
        assertThat(header(house.send("HEAD", suite, ""), "ETag")).isEqualTo(tag);

        assertThat(house.get(suite, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(house.get(suite, "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
        assertThat(house.get(suite, "If-Match", "\"other\"").statusCode()).isEqualTo(412);
        house.delete(house.path("suite", "a.ics"));
        var changed = house.get(suite, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isNotEqualTo(tag);
        assertThat(calendar(text(changed)).components("VEVENT")).hasSize(2);
        assertThat(house.get(house.home() + "bookings/").statusCode()).isEqualTo(200);
        assertThat(header(house.get(house.home()), "Content-Type")).startsWith("text/plain");
    }
}
