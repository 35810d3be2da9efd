package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** An entry that is written in a way of its own, but can be read, is taken; what other programs read is sound (rule 10). */
interface MendedEntryContract {

    TestServer server();

    /** An odd entry: lines instead of those of the same name, what is stored for them, and where the assumption is. */
    record Odd(String lines, String stored, String pointer) {}

    private static List<String> pointers(DavHouse house) {
        return house.house()
                .account()
                .done("GET", house.house().path("/block/list?startDate=2027-01-01&endDate=2028-12-31"), "")
                .get("items")
                .valueStream()
                .flatMap(block -> block.get("assumptions").valueStream())
                .map(one -> one.get("pointer").stringValue())
                .toList();
    }

    /** The entry with the lines instead of those that it has of each name. */
    private static String with(String lines) {
        AnEntry entry = anEntry("a");
        for (String line : lines.split("\n")) {
            entry.without(line.split("[;: ]", 2)[0]);
        }
        return entry.also(lines.replace("\n", "\r\n")).toString();
    }

    private static List<Odd> odd() {
        String start = "DTSTART:20270601T160000Z\n";
        String end = "DTEND:20270604T090000Z\n";
        return List.of(
                new Odd("DURATION:\nDTEND;VALUE=DATE:20270604", "DTEND;VALUE=DATE:20270604", "/VEVENT/DURATION"),
                new Odd("DTEND:\nDURATION:P3D", "DURATION:P3D", "/VEVENT/DTEND"),
                new Odd(
                        "DTEND;VALUE=DATE:20270602\nDTEND;VALUE=DATE:20270604\nDTEND;VALUE=DATE:20270603",
                        "DTEND;VALUE=DATE:20270604",
                        "/VEVENT/DTEND"),
                new Odd(
                        "DTEND:20270630T120000Z\nDTEND;VALUE=DATE:20270604",
                        "DTEND;VALUE=DATE:20270604",
                        "/VEVENT/DTEND"),
                new Odd(
                        "DTEND;VALUE=DATE:20270604\nDTEND;VALUE=DATE:20270604",
                        "DTEND;VALUE=DATE:20270604",
                        "/VEVENT/DTEND"),
                new Odd("UID:a\nUID:a", "UID:a", "/VEVENT/UID"),
                new Odd(
                        "DTSTAMP:20270110T120000Z\nDTSTAMP:20270111T120000Z",
                        "DTSTAMP:20270111T120000Z",
                        "/VEVENT/DTSTAMP"),
                new Odd("STATUS:CANCELLED\nSTATUS:CONFIRMED", "STATUS:CONFIRMED", "/VEVENT/STATUS"),
                new Odd("SUMMARY;X-A;LANGUAGE=en:Painting", "SUMMARY;LANGUAGE=en:Painting", ""),
                new Odd("X-NOT A NAME:1", "SUMMARY:Painting", ""),
                new Odd("DTSTART:2027-06-01\nDTEND:2027-06-04", "DTEND;VALUE=DATE:20270604", "/VEVENT/DTEND"),
                new Odd(start + "DTEND:20270604T0900Z", "DTEND:20270604T090000Z", "/VEVENT/DTEND"),
                new Odd("DTSTART:20270601t160000z\n" + end, "DTSTART:20270601T160000Z", "/VEVENT/DTSTART"),
                new Odd(start + "DTEND:20270604T110000+0200", "DTEND:20270604T090000Z", "/VEVENT/DTEND"),
                new Odd(
                        start + "DTEND:20270604T100000+0100",
                        "DTEND;TZID=Europe/Lisbon:20270604T100000",
                        "/VEVENT/DTEND"),
                new Odd(
                        "DTSTART;TZID=GMT+01:00:20270601T160000\n" + end,
                        "DTSTART;TZID=\"GMT+01:00\":20270601T160000",
                        "/VEVENT/DTSTART"),
                new Odd(
                        "DTEND;VALUE=DATE:20270604\nRRULE:FREQ=DAILY;UNTIL=2027-06-01",
                        "RRULE:FREQ=DAILY;UNTIL=20270601",
                        "/VEVENT/RRULE"),
                new Odd("DTEND:\nDURATION:P0W3DT", "DURATION:P3D", "/VEVENT/DURATION"));
    }

    @Test
    default void what_can_be_read_in_one_way_is_taken_said_and_stored_by_its_standard() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        for (Odd odd : odd()) {
            house.delete(path);
            String entry = with(odd.lines());
            var answer = house.put(path, entry);
            assertThat(answer.statusCode()).as(text(answer) + entry).isEqualTo(201);
            assertThat(answer.headers().firstValue("ETag")).as(entry).isEmpty();
            assertThat(pointers(house)).as(entry).contains(odd.pointer());
            String stored = text(house.get(path));
            String name = odd.stored().split("[;:]", 2)[0];
            assertThat(stored.lines()
                            .takeWhile(line -> !line.equals("BEGIN:VTIMEZONE"))
                            .filter(line -> line.matches(name + "[;:].*")))
                    .as(stored)
                    .containsExactly(odd.stored());
            assertNights(house, entry);
            assertThat(house.put(path, stored).headers().firstValue("ETag"))
                    .as("sound, and kept as it is: " + stored)
                    .isPresent();
            assertNights(house, stored);
        }
    }

    private static void assertNights(DavHouse house, String entry) {
        for (String night : List.of("2027-06-01", "2027-06-02", "2027-06-03")) {
            assertThat(house.available(house.house().suite(), night))
                    .as(night + entry)
                    .isEqualTo(2);
        }
        for (String night : List.of("2027-05-31", "2027-06-04")) {
            assertThat(house.available(house.house().suite(), night))
                    .as(night + entry)
                    .isEqualTo(3);
        }
    }

    @Test
    default void an_end_that_is_left_empty_is_a_day_later() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        for (String lines : List.of("DTEND:", "DURATION:\nDTEND: ", "DTSTART:20270601T160000Z\nDTEND:")) {
            house.delete(path);
            house.put(path, with(lines));
            assertThat(text(house.get(path))).contains("DURATION:P1D").doesNotContain("DTEND");
            assertThat(pointers(house)).contains("/VEVENT/DURATION");
            assertThat(house.available(house.house().suite(), "2027-06-01")).isEqualTo(2);
            assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(3);
        }
    }

    @Test
    default void lines_of_the_calendar_are_mended_like_those_of_the_event() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        for (String lines : List.of(
                "VERSION:",
                "VERSION:2.0\r\nVERSION:2.0",
                "VERSION:2.0\r\nCALSCALE:",
                "VERSION:2.0\r\nCALSCALE:GREGORIAN\r\nCALSCALE:GREGORIAN")) {
            String entry = anEntry("a").toString().replace("VERSION:2.0", lines);
            house.delete(path);
            var answer = house.put(path, entry);
            assertThat(answer.statusCode()).as(text(answer) + entry).isEqualTo(201);
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(pointers(house)).contains(lines.contains("CALSCALE") ? "/CALSCALE" : "/VERSION");
            assertThat(text(house.get(path))).containsOnlyOnce("VERSION:2.0").doesNotContain("CALSCALE:\r\n");
            assertNights(house, entry);
        }
    }

    @Test
    default void components_of_other_names_are_kept_as_they_are_beside_an_event_and_inside_of_it() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        String own = "BEGIN:X-FOO\r\nDTEND:\r\nX-A;B=c:d\r\nEND:X-FOO\r\n";
        String iana = "BEGIN:VRESERVATION\r\nUID:r\r\nEND:VRESERVATION\r\n";
        String entry = anEntry("a")
                .toString()
                .replace("BEGIN:VEVENT", own + "BEGIN:VEVENT")
                .replace("END:VEVENT", own + iana + "END:VEVENT")
                .replace("END:VCALENDAR", iana + "END:VCALENDAR");
        var answer = house.put(path, entry);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(text(house.get(path))).isEqualTo(entry);
        assertThat(pointers(house)).isEmpty();
        assertNights(house, entry);
        assertThat(text(house.get(house.path("suite", "")))).contains(own, iana);
        String expanded = text(
                house.send("REPORT", house.path("suite", ""), """
                    <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data>
                    <C:expand start="20270601T000000Z" end="20270701T000000Z"/></C:calendar-data></D:prop>
                    <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>
                    </C:calendar-query>\
                    """, "Depth", "1", "Content-Type", "application/xml"));
        assertThat(expanded).contains("BEGIN:X-FOO", "BEGIN:VRESERVATION", "DTSTART;VALUE=DATE:20270601");
    }
}
