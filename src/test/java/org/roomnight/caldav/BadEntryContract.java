package org.roomnight.caldav;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.entry.EntryLimits;

/** What is no calendar object is refused with the precondition that it breaks, and nothing is stored. */
interface BadEntryContract {

    TestServer server();

    private DavHouse house() {
        return DavHouse.on(server());
    }

    private void refused(DavHouse house, byte[] body, int status, String precondition, String... headers) {
        String path = house.path("suite", "bad.ics");
        HttpResponse<byte[]> answer = house.put(path, body, headers);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(text(answer)).containsPattern("<%1$s>[^<]+</%1$s></D:error>".formatted(precondition));
        assertThat(house.get(path).statusCode()).isEqualTo(404);
        assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(3);
    }

    private void refused(AnEntry entry, String precondition) {
        refused(entry.toString(), precondition);
    }

    private void refused(String entry, String precondition) {
        refused(house(), entry.getBytes(UTF_8), 403, precondition);
    }

    private static String entry() {
        return anEntry("a").toString();
    }

    @Test
    default void c_01_what_is_no_calendar_or_of_another_type() {
        refused("<html>Sign in</html>", "C:supported-calendar-data");
        DavHouse house = house();
        for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
            var answer = house.send("PUT", house.path("suite", "bad.ics"), entry(), "Content-Type", type);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(text(answer)).contains("C:supported-calendar-data");
        }
    }

    @Test
    default void c_02_a_broken_calendar() {
        refused(entry().replace("END:VEVENT\r\n", ""), "C:valid-calendar-data");
        refused(entry().replace("END:VCALENDAR\r\n", ""), "C:valid-calendar-data");
        for (String line : List.of("SUMMARY", "X-NOTE", "X-NOTE;P=a")) {
            refused(entry().replace("SUMMARY:", line), "C:valid-calendar-data");
        }
        refused(entry().replace("DTSTART", "DT START"), "C:valid-calendar-data");
    }

    /** RFC 4791 §5.3.2.1 names valid-calendar-object-resource for what §4.1 asks. */
    @Test
    default void c_04_components_that_do_not_belong_together() {
        refused(
                anEntry("a").and("BEGIN:VTODO", "UID:a", "DTSTAMP:20270110T120000Z", "END:VTODO"),
                "C:valid-calendar-object-resource");
        refused(
                anEntry("a")
                        .and(
                                "BEGIN:VEVENT",
                                "UID:b",
                                "DTSTAMP:20270110T120000Z",
                                "DTSTART:20270601T100000Z",
                                "RECURRENCE-ID:20270601T100000Z",
                                "END:VEVENT"),
                "C:valid-calendar-object-resource");
        refused(anEntry("a").also("UID:b"), "C:valid-calendar-object-resource");
        refused(anEntry("a").as("X-EVENT"), "C:valid-calendar-object-resource");
        refused("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", "C:valid-calendar-object-resource");
        refused(
                "BEGIN:VCALENDAR\r\n"
                        + "VERSION:2.0\r\n"
                        + "PRODID:x\r\n"
                        + "BEGIN:VTIMEZONE\r\n"
                        + "TZID:Europe/Lisbon\r\n"
                        + "END:VTIMEZONE\r\n"
                        + "END:VCALENDAR\r\n",
                "C:valid-calendar-object-resource");
    }

    @Test
    default void c_05_components_that_are_not_taken() {
        refused(anEntry("a").as("VTODO"), "C:supported-calendar-component");
        for (String other : List.of("VJOURNAL", "VFREEBUSY", "VAVAILABILITY")) {
            refused(anEntry("a").as(other), "C:supported-calendar-component");
        }
    }

    @Test
    default void c_06_a_uid_that_is_missing_empty_or_too_long() {
        refused(anEntry("a").without("UID"), "C:valid-calendar-object-resource");
        refused(anEntry(""), "C:valid-calendar-object-resource");
        refused(anEntry("u".repeat(EntryLimits.MAX_UID + 1)), "C:valid-calendar-object-resource");
        refused(anEntry("u".repeat(10 * 1024)), "C:valid-calendar-object-resource");
        refused(anEntry("two\\nlines"), "C:valid-calendar-object-resource");
        refused(anEntry("a\rb"), "C:valid-calendar-data");
        refused(anEntry("a\u0001b"), "C:valid-calendar-data");
        DavHouse house = house();
        assertThat(house.put(
                                house.path("suite", "long.ics"),
                                anEntry("u".repeat(EntryLimits.MAX_UID)).toString())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    default void c_08_a_series_that_contradicts_itself() {
        String[] second = {
            "BEGIN:VEVENT",
            "UID:a",
            "DTSTAMP:20270110T120000Z",
            "DTSTART;VALUE=DATE:20270701",
            "RECURRENCE-ID;VALUE=DATE:20270602",
            "END:VEVENT"
        };
        refused(
                anEntry("a").and(second[0], second[1], second[2], second[3], second[5]),
                "C:valid-calendar-object-resource");
        refused(
                anEntry("a").also("RRULE:FREQ=DAILY;COUNT=3").and(second).and(second),
                "C:valid-calendar-object-resource");
    }

    @Test
    default void c_09_a_missing_or_double_dtstart() {
        refused(anEntry("a").without("DTSTART"), "C:valid-calendar-data");
        refused(anEntry("a").with("DTSTART:"), "C:valid-calendar-data");
        for (String day : List.of("20270601", "20270602")) {
            refused(anEntry("a").also("DTSTART;VALUE=DATE:" + day), "C:valid-calendar-data");
        }
    }

    @Test
    default void c_10_an_end_that_does_not_fit_the_start() {
        refused(anEntry("a").also("DURATION:P3D"), "C:valid-calendar-data");
        refused(anEntry("a").with("DTEND;VALUE=DATE:20270531"), "C:valid-calendar-data");
        refused(anEntry("a").with("DTEND:20270604T100000Z"), "C:valid-calendar-data");
        for (String duration :
                List.of("-P3D", "-p3dt", "-P1W2D", "P3D\r\nDTEND;VALUE=DATE:20270604\r\nDTEND;VALUE=DATE:")) {
            refused(anEntry("a").without("DTEND").also("DURATION:" + duration), "C:valid-calendar-data");
        }
    }

    @Test
    default void c_12_an_event_that_recurs_within_a_day() {
        for (String frequency : List.of("SECONDLY", "MINUTELY", "HOURLY")) {
            refused(anEntry("a").also("RRULE:FREQ=%s;COUNT=1001".formatted(frequency)), "C:max-instances");
        }
    }

    @Test
    default void c_14_a_rule_that_hides_its_number_in_hours_and_minutes() {
        String hours = IntStream.range(0, 24).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String minutes = IntStream.range(0, 60).mapToObj(Integer::toString).collect(Collectors.joining(","));
        refused(
                anEntry("a")
                        .with("DTSTART:20270601T000000Z")
                        .with("DTEND:20270601T000100Z")
                        .also("RRULE:FREQ=DAILY;UNTIL=20270630T000000Z;BYHOUR=%s;BYMINUTE=%s"
                                .formatted(hours, minutes)),
                "C:max-instances");
    }

    @Test
    default void c_16_more_dates_than_anybody_writes() {
        String line = "RDATE;VALUE=DATE:" + "20270701,".repeat(4_999) + "20270702";
        refused(anEntry("a").also(String.join("\r\n", Collections.nCopies(10, line))), "C:max-instances");
        String dates = IntStream.range(0, 1_001)
                .mapToObj(i -> java.time.LocalDate.of(2027, 1, 1)
                        .plusDays(i)
                        .toString()
                        .replace("-", ""))
                .collect(Collectors.joining(","));
        refused(anEntry("a").also("RDATE;VALUE=DATE:" + dates), "C:max-instances");
        refused(anEntry("a").also("EXDATE;VALUE=DATE:" + dates), "C:max-instances");
        refused(
                anEntry("a")
                        .with("DTSTART:20270601T100000Z")
                        .with("DTEND:20270601T110000Z")
                        .also("RDATE;VALUE=PERIOD:20270602T100000Z/PT1H" + ",20270602T100000Z/PT1H".repeat(1_000)),
                "C:max-instances");
    }

    @Test
    default void c_17_c_18_time_zones_count_by_their_name_alone() {
        DavHouse house = house();
        for (String frequency : List.of("SECONDLY", "DAILY")) {
            String path = house.path("suite", frequency + ".ics");
            assertThat(house.put(
                                    path,
                                    zoned(frequency, "Europe/Lisbon", frequency).toString())
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(house.available(house.house().suite(), "2027-06-01"))
                .as("a night each, in the zone that the name means")
                .isOne();
    }

    /** An event in a zone whose rules would take for ever, were they followed. */
    private static AnEntry zoned(String uid, String zone, String frequency) {
        return anEntry(uid)
                .with("DTSTART;TZID=" + zone + ":20270601T150000")
                .with("DTEND;TZID=" + zone + ":20270602T110000")
                .and(
                        "BEGIN:VTIMEZONE",
                        "TZID:" + zone,
                        "BEGIN:STANDARD",
                        "DTSTART:19700101T000000",
                        "RRULE:FREQ=" + frequency,
                        "TZOFFSETFROM:+0000",
                        "TZOFFSETTO:+0100",
                        "END:STANDARD",
                        "END:VTIMEZONE");
    }

    @Test
    default void c_18_a_time_zone_without_its_rules_is_known_by_name() {
        DavHouse house = house();
        AnEntry entry = anEntry("a")
                .with("DTSTART;TZID=Europe/Berlin:20270601T150000")
                .with("DTEND;TZID=Europe/Berlin:20270602T110000");
        assertThat(house.put(house.path("suite", "a.ics"), entry.toString()).statusCode())
                .isEqualTo(201);
        assertThat(house.available(house.house().suite(), "2027-06-01")).isEqualTo(2);
    }

    @Test
    default void c_20_dates_that_are_not_or_are_out_of_all_measure() {
        refused(anEntry("a").nights("00000101", "00000102"), "C:min-date-time");
        refused(anEntry("a").nights("20270231", "20270301"), "C:valid-calendar-data");
        refused(anEntry("a").nights("15830101", "15830102"), "C:min-date-time");
        refused(anEntry("a").nights("99990101", "99990102"), "C:max-date-time");
        for (String midnight :
                List.of("20270601T240000Z", "20270601T2400", "2027-06-01T24:00:00", "20270601T240000+0100")) {
            refused(anEntry("a").with("DTSTART:" + midnight).with("DTEND:20270602T100000Z"), "C:valid-calendar-data");
        }
        DavHouse house = house();
        AnEntry leap = anEntry("leap").with("DTSTART:20270601T235960Z").with("DTEND:20270602T100000Z");
        assertThat(house.put(house.path("suite", "leap.ics"), leap.toString()).statusCode())
                .isEqualTo(201);
    }

    @Test
    default void c_21_an_entry_that_is_too_large() {
        String filler = IntStream.range(0, 150)
                .mapToObj(i -> "X-NOTE-" + i + ":" + "x".repeat(4_000))
                .collect(Collectors.joining("\r\n"));
        refused(anEntry("a").also(filler), "C:max-resource-size");
        DavHouse house = house();
        var answer = house.put(house.path("suite", "a.ics"), new byte[DavRequests.MAX_OCTETS + 1]);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    default void c_22_more_attendees_than_a_room_has_guests() {
        AnEntry entry = anEntry("a");
        IntStream.range(0, EntryLimits.MAX_ATTENDEES)
                .forEach(i -> entry.also("ATTENDEE:mailto:guest%d@example.com".formatted(i)));
        DavHouse house = house();
        assertThat(house.put(house.path("suite", "a.ics"), entry.toString()).statusCode())
                .isEqualTo(201);
        refused(entry.also("ATTENDEE:mailto:one@example.com"), "C:max-attendees-per-instance");
    }

    @Test
    default void c_24_strange_lines_are_kept_as_they_are() {
        DavHouse house = house();
        AnEntry entry = anEntry("a")
                .also("X-ALT-DESC;FMTTYPE=text/html:<html><script>alert(1)</script></html>")
                .also("X-MOZ-GENERATION:3");
        var stored = house.put(house.path("suite", "a.ics"), entry.toString());
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(text(house.get(house.path("suite", "a.ics")))).isEqualTo(entry.toString());
        String many =
                IntStream.range(0, 500).mapToObj(i -> "X-%d:x".formatted(i)).collect(Collectors.joining("\r\n"));
        refused(anEntry("b").also(many), "C:valid-calendar-data");
        refused(anEntry("b").also("X-BIG;P=" + "y".repeat(100 * 1024) + ":x"), "C:valid-calendar-data");
    }

    @Test
    default void c_25_alarms_are_kept_and_never_run() {
        AnEntry entry = anEntry("a");
        String alarm = "BEGIN:VALARM\r\nACTION:%s\r\nTRIGGER:-PT15M\r\nATTACH:file:///bin/sh\r\nEND:VALARM";
        IntStream.range(0, EntryLimits.MAX_ALARMS)
                .forEach(i -> entry.also(alarm.formatted(i % 2 == 0 ? "PROCEDURE" : "EMAIL")));
        DavHouse house = house();
        assertThat(house.put(house.path("suite", "a.ics"), entry.toString()).statusCode())
                .isEqualTo(201);
        refused(entry.also(alarm.formatted("AUDIO")), "C:valid-calendar-data");
    }

    @Test
    default void c_26_line_ends_are_made_right_and_a_bare_cr_is_refused() {
        DavHouse house = house();
        var stored = house.put(
                house.path("suite", "lf.ics"), entry().replace("\r\n", "\n").strip());
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(stored.headers().firstValue("ETag")).as("not what was sent").isEmpty();
        assertThat(text(house.get(house.path("suite", "lf.ics")))).isEqualTo(entry().strip());
        String mixed = entry().replace("BEGIN:VEVENT\r\n", "BEGIN:VEVENT\n");
        DavHouse another = house();
        assertThat(another.put(another.path("suite", "mixed.ics"), mixed).statusCode())
                .isEqualTo(201);
        assertThat(text(another.get(another.path("suite", "mixed.ics")))).isEqualTo(entry());
        refused(entry().replace("Painting", "Paint\ring"), "C:valid-calendar-data");
    }

    @Test
    default void c_26_a_last_line_without_its_end_is_kept_so_and_its_entity_tag_given() {
        DavHouse house = house();
        String path = house.path("suite", "cut.ics");
        var stored = house.put(path, entry().strip());
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(text(house.get(path))).isEqualTo(entry().strip());
        assertThat(stored.headers().firstValue("ETag"))
                .isEqualTo(house.get(path).headers().firstValue("ETag"))
                .isNotEmpty();
        assertThat(text(house.get(house.home() + "suite/"))).contains("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    /** RFC 4791 §1.3: a rule that is none is bad calendar data. */
    @Test
    default void c_11_a_rule_that_is_no_rule() {
        refused(anEntry("a").also("RRULE:FREQ=SOMETIMES"), "C:valid-calendar-data");
        refused(anEntry("a").also("RRULE:COUNT=3"), "C:valid-calendar-data");
    }

    @Test
    default void c_28_c_29_characters_that_are_none_of_a_calendar() {
        refused(entry().replace("Painting", "Paint\0ing"), "C:valid-calendar-data");
        refused(entry().replace("Painting", "Paint\u0007ing"), "C:valid-calendar-data");
        refused(entry().replace("Painting", "Paint\u007fing"), "C:valid-calendar-data");
    }

    @Test
    default void c_29_other_encodings() {
        refused(house(), entry().replace("Painting", "Pintura até").getBytes(ISO_8859_1), 403, "C:valid-calendar-data");
        refused(house(), entry().getBytes(UTF_16), 403, "C:valid-calendar-data");
        DavHouse house = house();
        assertThat(house.put(house.path("suite", "bom.ics"), "\uFEFF" + entry()).statusCode())
                .isEqualTo(201);
        assertThat(text(house.get(house.path("suite", "bom.ics")))).isEqualTo(entry());
    }

    @Test
    default void c_30_bad_escapes_are_kept_as_they_are() {
        DavHouse house = house();
        String entry = entry().replace("Painting", "Paint\\x ing\\");
        assertThat(house.put(house.path("suite", "a.ics"), entry).statusCode()).isEqualTo(201);
        assertThat(text(house.get(house.path("suite", "a.ics")))).isEqualTo(entry);
    }

    @Test
    default void c_32_lower_case_names_are_read() {
        DavHouse house = house();
        String entry = entry().replace("BEGIN:VEVENT", "begin:vevent").replace("SUMMARY", "summary");
        assertThat(house.put(house.path("suite", "a.ics"), entry).statusCode()).isEqualTo(201);
        assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(2);
        DavHouse grouped = house();
        String inGroup = entry().replace("SUMMARY", "item1.SUMMARY").replace("DTSTART", "item2.DTSTART");
        assertThat(grouped.put(grouped.path("suite", "a.ics"), inGroup).statusCode())
                .isEqualTo(201);
        assertThat(grouped.available(grouped.house().suite(), "2027-06-02")).isEqualTo(2);
    }

    @Test
    default void c_33_c_34_calendars_in_calendars_and_other_versions() {
        refused(entry() + entry(), "C:valid-calendar-data");
        refused(
                entry().replace("BEGIN:VEVENT", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\nBEGIN:VEVENT"),
                "C:valid-calendar-data");
    }

    @Test
    default void another_calendar_scale_is_refused() {
        refused(entry().replace("VERSION:2.0", "VERSION:2.0\r\nCALSCALE:HEBREW"), "C:valid-calendar-data");
    }

    @Test
    default void c_34_versions_that_are_not_2_0() {
        refused(entry().replace("VERSION:2.0", "VERSION:1.0"), "C:valid-calendar-data");
        refused(entry().replace("VERSION:2.0", "VERSION:3.0"), "C:valid-calendar-data");
        refused(entry().replace("VERSION:2.0", "VERSION:2.0\r\nVERSION:1.0"), "C:valid-calendar-data");
    }
}
