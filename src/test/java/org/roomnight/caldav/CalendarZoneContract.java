package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.caldav.AnEntry.anEntry;
import static org.roomnight.calquery.Queries.comp;
import static org.roomnight.calquery.Queries.query;
import static org.roomnight.calquery.Queries.range;
import static org.roomnight.davxml.Names.caldav;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** Days and floating times are those of the calendar that they are in (RFC 4791 §5.2.2, §7.3, §7.10). */
interface CalendarZoneContract {

    TestServer server();

    String ETAG = "<D:getetag/>";
    String EXPANDED =
            "<C:calendar-data><C:expand start=\"20270319T230000Z\" end=\"20270320T000000Z\"/></C:calendar-data>";

    /** A zone of one's own, which is nine hours ahead like that of Tokyo. */
    String OFFICE = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//Client//EN
        BEGIN:VTIMEZONE
        TZID:Customized Time Zone
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0900
        TZOFFSETTO:+0900
        END:STANDARD
        END:VTIMEZONE
        END:VCALENDAR
        """;

    private static String freeBusy(String start, String end) {
        return "<C:free-busy-query xmlns:C=\"urn:ietf:params:xml:ns:caldav\">%s</C:free-busy-query>"
                .formatted(range(start, end));
    }

    @Test
    default void the_zone_of_a_calendar_decides_on_its_days() {
        ReportHouse house = ReportHouse.on(server());
        DavClient client = new DavClient(house.house());
        DavHouse staff = new DavHouse(house.house());
        for (String zone : List.of("<id>", OFFICE)) {
            String name = zone.equals(OFFICE) ? "office" : "tokyo";
            client.mkcalendar(client.calendar(name), "");
            DavReply set = zone.equals(OFFICE)
                    ? client.set(client.calendar(name), caldav("calendar-timezone"), OFFICE)
                    : client.set(client.calendar(name), caldav("calendar-timezone-id"), "Asia/Tokyo");
            assertThat(set.only().statuses().values()).containsOnly(200);
            String day = staff.path(name, "day.ics");
            staff.put(day, anEntry("day").nights("20270310", "20270311").toString());
            String call = anEntry("call")
                    .with("DTSTART:20270320T080000")
                    .with("DTEND:20270320T090000")
                    .also("RRULE:FREQ=DAILY;COUNT=2")
                    .toString();
            assertThat(staff.put(staff.path(name, "call.ics"), call).statusCode())
                    .isEqualTo(201);

            String before = comp("VEVENT", range("20270309T150000Z", "20270309T160000Z"));
            String after = comp("VEVENT", range("20270310T150000Z", "20270310T160000Z"));
            assertThat(house.query(name, before, ETAG).hrefs()).as(name).containsExactly(day);
            assertThat(house.query(name, after, ETAG).hrefs()).as(name).isEmpty();
            assertThat(house.report(day, query(before, ETAG)).hrefs())
                    .as("also of one entry")
                    .containsExactly(day);
            assertThat(house.report(day, query(after, ETAG)).hrefs()).isEmpty();
            assertThat(house.query(name, comp("VEVENT"), EXPANDED).values("calendar-data"))
                    .as("the instance that begins in this hour")
                    .anyMatch(data -> data.contains("DTSTART:20270320T080000") && !data.contains("20270321"));
            assertThat(house.report(house.calendar(name), freeBusy("20270309T000000Z", "20270312T000000Z"))
                            .text())
                    .contains("20270309T150000Z/20270310T150000Z");
            String inLisbon = query(after, ETAG)
                    .replace("</C:filter>", "</C:filter><C:timezone-id>Europe/Lisbon</C:timezone-id>");
            assertThat(house.report(day, inLisbon).hrefs())
                    .as("the zone of the query goes before")
                    .containsExactly(day);
        }
    }

    @Test
    default void a_query_in_a_zone_of_ones_own_is_answered_in_it() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-11");
        String before = comp("VEVENT", range("20270309T150000Z", "20270309T160000Z"));
        String own = query(before, ETAG).replace("</C:filter>", "</C:filter><C:timezone>" + OFFICE + "</C:timezone>");
        assertThat(house.report(house.calendar("cabin"), own).hrefs()).hasSize(1);
        assertThat(house.query("cabin", before, ETAG).hrefs()).isEmpty();
        String ruleless = own.replaceAll("(?s)BEGIN:STANDARD.*END:STANDARD\n", "");
        house.report(house.calendar("cabin"), ruleless).refused(403, "valid-calendar-data");
        house.report(house.calendar("cabin"), ruleless.replace("Customized Time Zone", "Europe/Berlin"))
                .refused(403, "valid-calendar-data");
    }

    /** RFC 7809 §3.1.3, §7.1. */
    @Test
    default void zones_are_given_as_the_client_wants_them() {
        ReportHouse house = ReportHouse.on(server());
        DavHouse staff = new DavHouse(house.house());
        String path = staff.path("suite", "a.ics");
        String bare = anEntry("a")
                .with("DTSTART;TZID=Europe/Berlin:20270310T150000")
                .with("DTEND;TZID=Europe/Berlin:20270312T110000")
                .toString();
        assertThat(staff.put(path, bare).statusCode()).isEqualTo(201);
        assertThat(TestServer.text(staff.get(path))).isEqualTo(bare);
        String with = TestServer.text(staff.get(path, "CalDAV-Timezones", "T"));
        assertThat(with).contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n", "TZOFFSETTO:+0100", "SUMMARY:Painting");
        assertThat(staff.put(path, with).statusCode()).isEqualTo(204);
        assertThat(TestServer.text(staff.get(path))).isEqualTo(with);
        assertThat(TestServer.text(staff.get(path, "CalDAV-Timezones", "F")))
                .doesNotContain("VTIMEZONE")
                .contains("DTSTART;TZID=Europe/Berlin:20270310T150000");
        String data = query(comp("VEVENT"), "<C:calendar-data/>");
        assertThat(house.report(house.calendar("suite"), data, "CalDAV-Timezones", "F")
                        .text())
                .doesNotContain("VTIMEZONE");
        assertThat(house.report(house.calendar("suite"), data, "CalDAV-Timezones", "T")
                        .text())
                .contains("BEGIN:VTIMEZONE");
        assertThat(house.report(house.calendar("suite"), data).text()).contains("BEGIN:VTIMEZONE");
        assertThat(TestServer.text(staff.get(staff.home() + "suite/", "CalDAV-Timezones", "F")))
                .doesNotContain("VTIMEZONE")
                .contains("SUMMARY:Painting");
        assertThat(staff.get(path, "CalDAV-Timezones", "maybe").statusCode()).isEqualTo(400);
    }
}
