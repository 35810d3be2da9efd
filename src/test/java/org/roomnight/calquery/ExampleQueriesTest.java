package org.roomnight.calquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.calquery.Queries.comp;
import static org.roomnight.calquery.Queries.prop;
import static org.roomnight.calquery.Queries.range;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roomnight.davxml.CalendarData;
import org.roomnight.davxml.PropRequest;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;

/** The queries of RFC 4791 §7.8.1 to §7.8.9 on the objects of its appendix B. */
final class ExampleQueriesTest {

    private static final ZoneId EASTERN = ZoneId.of("US/Eastern");

    private static List<String> found(String filters) {
        return ExampleCalendars.all().entrySet().stream()
                .filter(one -> Queries.matches(one.getValue(), filters, EASTERN))
                .map(one -> one.getKey())
                .collect(Collectors.toList());
    }

    private static List<String> lines(Component calendar, String data) {
        String query = Queries.query(comp("VEVENT"), "<C:calendar-data>" + data + "</C:calendar-data>");
        CalendarData wanted = ((PropRequest.Some) Queries.read(query).properties())
                .calendarData()
                .orElseThrow();
        Retrieved retrieved = new PartialRetrieval(wanted, EASTERN).of(calendar);
        byte[] octets = new ContentLineWriter()
                .component(((Retrieved.Part) retrieved).calendar())
                .toByteArray();
        return new String(octets, StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .lines()
                .toList();
    }

    @Test
    void partial_retrieval_of_events_by_time_range_7_8_1() {
        assertThat(found(comp("VEVENT", range("20060104T000000Z", "20060105T000000Z"))))
                .containsExactly("abcd2", "abcd3");
        List<String> some = lines(ExampleCalendars.series(), """
            <C:comp name="VCALENDAR"><C:prop name="VERSION"/>
              <C:comp name="VEVENT"><C:prop name="SUMMARY"/><C:prop name="UID"/><C:prop name="DTSTART"/>
                <C:prop name="DURATION"/><C:prop name="RRULE"/><C:prop name="RECURRENCE-ID"/></C:comp>
              <C:comp name="VTIMEZONE"/></C:comp>
            """);
        assertThat(some)
                .contains("TZID:US/Eastern", "RRULE:FREQ=DAILY;COUNT=5", "SUMMARY:Event #2 bis")
                .noneMatch(line -> line.startsWith("PRODID") || line.startsWith("DTSTAMP"));
    }

    @Test
    void partial_retrieval_of_recurring_events_7_8_2() {
        assertThat(found(comp("VEVENT", range("20060103T000000Z", "20060105T000000Z"))))
                .containsExactly("abcd2", "abcd3");
        assertThat(lines(
                        ExampleCalendars.series(),
                        "<C:limit-recurrence-set start=\"20060103T000000Z\" end=\"20060105T000000Z\"/>"))
                .contains("SUMMARY:Event #2", "SUMMARY:Event #2 bis", "RRULE:FREQ=DAILY;COUNT=5")
                .doesNotContain("SUMMARY:Event #2 bis bis");
    }

    @Test
    void expanded_retrieval_of_recurring_events_7_8_3() {
        assertThat(lines(ExampleCalendars.series(), "<C:expand start=\"20060103T000000Z\" end=\"20060105T000000Z\"/>"))
                .filteredOn(line -> !line.startsWith("PRODID"))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "DTSTAMP:20060206T001121Z",
                        "DTSTART:20060103T170000Z",
                        "DURATION:PT1H",
                        "SUMMARY:Event #2",
                        "UID:00959BC664CA650E933C892C@example.com",
                        "RECURRENCE-ID:20060103T170000Z",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTAMP:20060206T001121Z",
                        "DTSTART:20060104T190000Z",
                        "DURATION:PT1H",
                        "RECURRENCE-ID:20060104T170000Z",
                        "SUMMARY:Event #2 bis",
                        "UID:00959BC664CA650E933C892C@example.com",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void stored_busy_times_7_8_4() {
        assertThat(found(comp("VFREEBUSY", range("20060102T000000Z", "20060103T000000Z"))))
                .containsExactly("abcd8");
    }

    @Test
    void tasks_by_alarm_time_range_7_8_5() {
        assertThat(found(comp("VTODO", comp("VALARM", range("20060106T100000Z", "20060107T100000Z")))))
                .containsExactly("abcd5");
    }

    @Test
    void events_by_uid_7_8_6() {
        assertThat(
                        found(
                                comp(
                                        "VEVENT",
                                        prop(
                                                "UID",
                                                "<C:text-match"
                                                        + " collation=\"i;octet\">DC6C50A017428C5216A2F1CD@example.com</C:text-match>"))))
                .containsExactly("abcd3");
    }

    @Test
    void events_by_participation_7_8_7() {
        String attendee = prop(
                "ATTENDEE",
                "<C:text-match collation=\"i;ascii-casemap\">mailto:lisa@example.com</C:text-match>",
                "<C:param-filter name=\"PARTSTAT\"><C:text-match collation=\"i;ascii-casemap\">NEEDS-ACTION"
                        + "</C:text-match></C:param-filter>");
        assertThat(found(comp("VEVENT", attendee))).containsExactly("abcd3");
    }

    @Test
    void events_only_7_8_8() {
        assertThat(found(comp("VEVENT"))).containsExactly("abcd1", "abcd2", "abcd3");
    }

    @Test
    void pending_tasks_7_8_9() {
        assertThat(found(comp(
                        "VTODO",
                        prop("COMPLETED", "<C:is-not-defined/>"),
                        prop("STATUS", "<C:text-match negate-condition=\"yes\">CANCELLED</C:text-match>"))))
                .containsExactly("abcd4", "abcd5");
    }
}
