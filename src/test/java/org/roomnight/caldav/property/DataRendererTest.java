package org.roomnight.caldav.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.roomnight.calquery.Queries.calendar;
import static org.roomnight.calquery.Queries.comp;
import static org.roomnight.calquery.Queries.component;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.calquery.Queries;
import org.roomnight.davxml.CalendarData;
import org.roomnight.davxml.PropRequest;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;

/** CALDAV:calendar-data (RFC 4791 §9.6); its examples are in {@code calquery.ExampleQueriesTest}. */
final class DataRendererTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private static List<String> lines(Component calendar, String data) {
        String query = Queries.query(comp("VEVENT"), "<C:calendar-data>" + data + "</C:calendar-data>");
        CalendarData wanted = ((PropRequest.Some) Queries.read(query).properties())
                .calendarData()
                .orElseThrow();
        Component some = new DataRenderer(wanted, LISBON, ZonesWanted.AS_STORED).selected(calendar);
        byte[] octets = new ContentLineWriter().component(some).toByteArray();
        return new String(octets, StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .lines()
                .toList();
    }

    private static String expand(String start, String end) {
        return "<C:expand start=\"%s\" end=\"%s\"/>".formatted(start, end);
    }

    @Test
    void an_expanded_event_lasts_as_long_as_the_first_across_summer_time() {
        Component series = calendar(component(
                "VEVENT",
                "UID:1",
                "DTSTART;TZID=Europe/Berlin:20270322T090000",
                "DTEND;TZID=Europe/Berlin:20270322T100000",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "EXDATE;TZID=Europe/Berlin:20270405T090000"));
        assertThat(lines(series, expand("20270101T000000Z", "20280101T000000Z")))
                .containsSubsequence(
                        "DTSTART:20270322T080000Z",
                        "DTEND:20270322T090000Z",
                        "RECURRENCE-ID:20270322T080000Z",
                        "DTSTART:20270329T070000Z",
                        "DTEND:20270329T080000Z",
                        "RECURRENCE-ID:20270329T070000Z")
                .noneMatch(line -> line.startsWith("RRULE") || line.startsWith("EXDATE") || line.contains("TZID"))
                .noneMatch(line -> line.contains("20270405"));
    }

    @Test
    void days_and_floating_times_stay_what_they_are() {
        Component days = calendar(component(
                "VEVENT",
                "UID:1",
                "DTSTART;VALUE=DATE:20270301",
                "DTEND;VALUE=DATE:20270303",
                "RRULE:FREQ=MONTHLY;COUNT=2"));
        assertThat(lines(days, expand("20270401T000000Z", "20270501T000000Z")))
                .contains(
                        "DTSTART;VALUE=DATE:20270401", "DTEND;VALUE=DATE:20270403", "RECURRENCE-ID;VALUE=DATE:20270401")
                .doesNotContain("DTSTART;VALUE=DATE:20270301");
        Component floating = calendar(
                component("VEVENT", "UID:1", "DTSTART:20270301T090000", "RRULE:FREQ=DAILY;COUNT=2", "SUMMARY:x"));
        assertThat(lines(floating, expand("20270302T000000Z", "20270303T000000Z")))
                .contains("DTSTART:20270302T090000", "RECURRENCE-ID:20270302T090000");
    }

    @Test
    void what_happens_once_is_put_into_utc_and_gets_no_recurrence_id() {
        Component once = calendar(component("VEVENT", "UID:1", "DTSTART;TZID=Europe/Berlin:20270322T090000", "X-A:b"));
        assertThat(lines(once, expand("20270101T000000Z", "20280101T000000Z")))
                .contains("DTSTART:20270322T080000Z", "X-A:b")
                .noneMatch(line -> line.startsWith("RECURRENCE-ID"));
        assertThat(lines(once, expand("20280101T000000Z", "20290101T000000Z"))).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void x_19_too_many_instances_are_refused() {
        Component daily = calendar(component("VEVENT", "UID:1", "DTSTART:20000101T000000Z", "RRULE:FREQ=DAILY"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lines(daily, expand("20000101T000000Z", "21000101T000000Z")))
                .satisfies(refused -> assertThat(refused.refusal().status()).isEqualTo(507));
        assertThat(lines(daily, expand("20270101T000000Z", "20280101T000000Z")))
                .filteredOn("BEGIN:VEVENT"::equals)
                .hasSize(365);
    }

    @Test
    void busy_times_are_cut_to_those_in_the_range() {
        Component busy = calendar(component(
                "VFREEBUSY",
                "UID:1",
                "FREEBUSY;FBTYPE=BUSY:20270301T000000Z/PT1H,20270302T000000Z/20270303T000000Z",
                "FREEBUSY:20270305T000000Z/PT1H"));
        assertThat(lines(busy, "<C:limit-freebusy-set start=\"20270302T000000Z\" end=\"20270303T000000Z\"/>"))
                .contains("FREEBUSY;FBTYPE=BUSY:20270302T000000Z/20270303T000000Z")
                .doesNotContain("FREEBUSY:20270305T000000Z/PT1H");
    }

    @Test
    void an_override_counts_where_it_is_and_where_it_is_missing() {
        Component series = calendar(
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART:20270301T090000Z",
                "RRULE:FREQ=WEEKLY",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:1",
                "RECURRENCE-ID:20270308T090000Z",
                "DTSTART:20270320T090000Z",
                "END:VEVENT");
        String limit = "<C:limit-recurrence-set start=\"%s\" end=\"%s\"/>";
        assertThat(lines(series, limit.formatted("20270308T000000Z", "20270309T000000Z")))
                .contains("DTSTART:20270320T090000Z");
        assertThat(lines(series, limit.formatted("20270320T000000Z", "20270321T000000Z")))
                .contains("DTSTART:20270320T090000Z");
        assertThat(lines(series, limit.formatted("20270315T000000Z", "20270316T000000Z")))
                .contains("RRULE:FREQ=WEEKLY")
                .doesNotContain("DTSTART:20270320T090000Z");
    }
}
