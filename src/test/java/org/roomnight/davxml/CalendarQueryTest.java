package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.report;
import static org.roomnight.davxml.Bodies.utf8;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.davxml.Filter.Collation;
import org.roomnight.davxml.Filter.CompFilter;
import org.roomnight.davxml.Filter.ParamFilter;
import org.roomnight.davxml.Filter.PropFilter;
import org.roomnight.davxml.Filter.TextMatch;
import org.roomnight.davxml.Report.CalendarQuery;

@Timeout(20)
class CalendarQueryTest {

    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");

    private static Asked<Report> query(String... inside) {
        return report("C:calendar-query", inside);
    }

    private static Asked<Report> filter(String... inCalendar) {
        return query(
                "<C:filter><C:comp-filter name='VCALENDAR'>",
                String.join("", inCalendar),
                "</C:comp-filter></C:filter>");
    }

    private static Asked<Report> events(String... inEvent) {
        return filter("<C:comp-filter name='VEVENT'>", String.join("", inEvent), "</C:comp-filter>");
    }

    private static CompFilter event(String... inEvent) {
        return read(events(inEvent), CalendarQuery.class).filter().components().getFirst();
    }

    private static void assertInvalid(Asked<Report> asked) {
        assertRefused(asked, 403, Names.caldav("valid-filter"));
    }

    @Test
    void X_17_a_query_has_one_filter() {
        String filter = "<C:filter><C:comp-filter name='VCALENDAR'/></C:filter>";
        assertInvalid(query("<D:prop/>"));
        assertInvalid(query(filter, filter));
        assertThat(read(query(filter)))
                .isEqualTo(new CalendarQuery(
                        new PropRequest.Some(List.of(), null),
                        new CompFilter("VCALENDAR", false, null, List.of(), List.of()),
                        null,
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<C:filter/>",
                "<C:filter><C:comp-filter/></C:filter>",
                "<C:filter><C:comp-filter name=''/></C:filter>",
                "<C:filter><C:comp-filter name='VALARM'/></C:filter>",
                "<C:filter><C:comp-filter name='VEVENT'/></C:filter>",
                "<C:filter><C:comp-filter name='VCALENDAR'/><C:comp-filter name='VCALENDAR'/></C:filter>",
                "<C:filter><C:prop-filter name='UID'/></C:filter>"
            })
    void X_17_the_outermost_filter_is_one_of_the_calendar(String filter) {
        assertInvalid(query(filter));
    }

    @ParameterizedTest
    @CsvSource({"VALARM, X", "VCALENDAR, X", "STANDARD, X", "VEVENT, VEVENT", "VEVENT, VTODO", "VTIMEZONE, VALARM"})
    void X_17_components_are_nested_as_in_calendars(String outer, String inner) {
        assertInvalid(
                filter("<C:comp-filter name='%s'><C:comp-filter name='%s'/></C:comp-filter>".formatted(outer, inner)));
    }

    @Test
    void an_alarm_stands_in_an_event_and_an_unknown_component_anywhere() {
        assertThat(event("<C:comp-filter name='valarm'/>", "<C:comp-filter name='x-a'/>")
                        .components())
                .extracting(CompFilter::name)
                .containsExactly("VALARM", "X-A");
    }

    @Test
    void a_range_is_open_on_one_side_at_most() {
        assertThat(event("<C:time-range start='20260701T000000Z' end='20260801T000000Z'/>")
                        .timeRange())
                .isEqualTo(new TimeRange(JULY, AUGUST));
        assertThat(event("<C:time-range start='20260701T000000Z'/>").timeRange())
                .isEqualTo(new TimeRange(JULY, null));
        assertThat(event("<C:time-range end='20260801T000000Z'/>").timeRange()).isEqualTo(new TimeRange(null, AUGUST));
        assertThat(event("<C:time-range end='20260630T235960Z'/>").timeRange())
                .isEqualTo(new TimeRange(null, JULY.minusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "start=''",
                "start='20260701'",
                "start='20260701T000000'",
                "start='2026-07-01T00:00:00Z'",
                "start='20260701T000000Z '",
                "start='20260701t000000z'",
                "start='20260231T000000Z'",
                "start='20260701T240000Z'",
                "start='20260701T000061Z'",
                "start='2026070\u0661T000000Z'",
                "start='20260801T000000Z' end='20260701T000000Z'",
                "start='20260701T000000Z' end='20260701T000000Z'",
                "start='20260701T000000Z' end='x'",
                "start='-0260701T000000Z'"
            })
    void X_18_what_is_no_range_makes_no_filter(String range) {
        assertInvalid(events("<C:time-range " + range + "/>"));
        assertInvalid(events("<C:prop-filter name='DTSTAMP'><C:time-range " + range + "/></C:prop-filter>"));
    }

    @Test
    void X_18_ranges_stand_where_they_mean_something_and_once() {
        String range = "<C:time-range start='20260701T000000Z'/>";
        assertInvalid(filter(range));
        assertInvalid(filter("<C:comp-filter name='VTIMEZONE'>" + range + "</C:comp-filter>"));
        assertInvalid(events(range, range));
    }

    @ParameterizedTest
    @CsvSource({
        "00010101T000000Z, 99991231T235959Z, min-date-time",
        "18991231T235959Z, 20260701T000000Z, min-date-time",
        "19000101T000000Z, 22010101T000000Z, max-date-time",
        "99990101T000000Z, 99991231T235959Z, max-date-time"
    })
    void X_19_a_range_beyond_what_is_served_is_refused(String start, String end, String precondition) {
        String range = "start='%s' end='%s'/>".formatted(start, end);
        assertRefused(events("<C:time-range " + range), 403, Names.caldav(precondition));
        assertRefused(report("C:free-busy-query", "<C:time-range " + range), 403, Names.caldav(precondition));
        assertRefused(
                query("<D:prop><C:calendar-data><C:expand " + range + "</C:calendar-data></D:prop>"
                        + "<C:filter><C:comp-filter name='VCALENDAR'/></C:filter>"),
                403,
                Names.caldav(precondition));
    }

    @Test
    void X_19_all_that_is_served_may_be_asked_for() {
        assertThat(event("<C:time-range start='19000101T000000Z' end='22001231T235959Z'/>")
                        .timeRange())
                .isEqualTo(new TimeRange(TimeRange.EARLIEST, TimeRange.LATEST));
    }

    @Test
    void X_23_nothing_is_asked_of_what_is_not_there() {
        String absent = "<C:is-not-defined/>";
        assertInvalid(events(absent, "<C:prop-filter name='UID'/>"));
        assertInvalid(events("<C:prop-filter name='UID'>", absent, "<C:text-match>a</C:text-match></C:prop-filter>"));
        assertInvalid(events(
                "<C:prop-filter name='UID'>", absent, "<C:time-range start='20260701T000000Z'/></C:prop-filter>"));
        assertInvalid(events(
                "<C:prop-filter name='UID'><C:param-filter name='X'>",
                absent,
                "<C:text-match>a</C:text-match></C:param-filter></C:prop-filter>"));
        assertThat(event("<C:prop-filter name='uid'>", absent, "</C:prop-filter>")
                        .properties())
                .containsExactly(new PropFilter("UID", true, null, null, List.of()));
    }

    @Test
    void X_23_what_is_negated_is_there() {
        assertInvalid(events("<C:prop-filter name='UID'><C:text-match negate-condition='yes'/></C:prop-filter>"));
        assertInvalid(events("<C:prop-filter name='UID' negate-condition='yes'/>"));
        assertInvalid(events(
                "<C:prop-filter name='UID'><C:text-match negate-condition='maybe'>a</C:text-match></C:prop-filter>"));
    }

    @Test
    void X_23_a_thousand_nested_filters_are_no_filter() {
        String open = "<C:comp-filter name='X'>".repeat(1_000);
        assertInvalid(filter(open, "</C:comp-filter>".repeat(1_000)));
    }

    @Test
    void a_property_is_in_a_range_or_has_a_text() {
        assertInvalid(events("<C:prop-filter name='X'><C:time-range start='20260701T000000Z'/>"
                + "<C:text-match>a</C:text-match></C:prop-filter>"));
        assertInvalid(
                events("<C:prop-filter name='X'>" + "<C:text-match>a</C:text-match>".repeat(2) + "</C:prop-filter>"));
        assertInvalid(events("<C:prop-filter/>"));
    }

    @Test
    void text_is_compared_as_asked() {
        var properties = event(
                        "<C:prop-filter name='attendee'>",
                        "<C:text-match collation='i;octet' negate-condition='yes'> A </C:text-match>",
                        "<C:param-filter name='partstat'><C:text-match>b</C:text-match></C:param-filter>",
                        "</C:prop-filter>",
                        "<C:prop-filter name='X'><C:text-match collation='default'>c</C:text-match></C:prop-filter>",
                        "<C:prop-filter name='Y'><C:text-match collation='i;unicode-casemap'/></C:prop-filter>")
                .properties();
        assertThat(properties)
                .containsExactly(
                        new PropFilter(
                                "ATTENDEE",
                                false,
                                null,
                                new TextMatch(" A ", Collation.OCTET, true),
                                List.of(new ParamFilter(
                                        "PARTSTAT", false, new TextMatch("b", Collation.ASCII_CASEMAP, false)))),
                        new PropFilter("X", false, null, new TextMatch("c", Collation.ASCII_CASEMAP, false), List.of()),
                        new PropFilter(
                                "Y", false, null, new TextMatch("", Collation.UNICODE_CASEMAP, false), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i;ascii-numeric", "en", "i;*"})
    void an_unknown_collation_is_refused(String collation) {
        assertRefused(
                events("<C:prop-filter name='X'><C:text-match collation='%s'>a</C:text-match></C:prop-filter>"
                        .formatted(collation)),
                403,
                Names.caldav("supported-collation"));
    }

    @Test
    void X_22_a_zone_is_named_by_identifier_or_by_definition() {
        assertThat(zone("<C:timezone-id> Europe/Berlin\n</C:timezone-id>"))
                .isEqualTo(new QueryZone.Named("Europe/Berlin"));
        assertThat(zone("<C:timezone><![CDATA[BEGIN:VCALENDAR]]></C:timezone>"))
                .isEqualTo(new QueryZone.Defined("BEGIN:VCALENDAR"));
        assertRefused(withZone("<C:timezone-id/>"), 403, Names.caldav("valid-timezone"));
        assertRefused(withZone("<C:timezone-id>A</C:timezone-id><C:timezone/>"), 400);
        assertRefused(withZone("<C:timezone-id>A</C:timezone-id>".repeat(2)), 400);
        assertRefused(withZone("<C:timezone/>".repeat(2)), 400);
    }

    private static Asked<Report> withZone(String zone) {
        return query("<C:filter><C:comp-filter name='VCALENDAR'/></C:filter>", zone);
    }

    private static @Nullable QueryZone zone(String zone) {
        return read(withZone(zone), CalendarQuery.class).zone();
    }

    @Test
    void thunderbird_asks_for_the_tags_of_all_events() {
        byte[] body = utf8("""
            <?xml version="1.0" encoding="UTF-8"?>
            <calendar-query xmlns:D="DAV:" xmlns="urn:ietf:params:xml:ns:caldav">
              <D:prop><D:getetag/></D:prop>
              <filter>
                <comp-filter name="VCALENDAR">
                  <comp-filter name="VEVENT"/>
                </comp-filter>
              </filter>
            </calendar-query>
            """);
        var query = read(DavBodies.report(body), CalendarQuery.class);
        assertThat(query.properties()).isEqualTo(new PropRequest.Some(List.of(Names.dav("getetag")), null));
        assertThat(query.filter().components()).extracting(CompFilter::name).containsExactly("VEVENT");
    }

    @Test
    void davx5_asks_for_the_events_since_a_day() {
        byte[] body = utf8("""
            <?xml version='1.0' encoding='UTF-8' ?><CAL:calendar-query xmlns="DAV:" \
            xmlns:CAL="urn:ietf:params:xml:ns:caldav"><prop><getetag /></prop><CAL:filter>\
            <CAL:comp-filter name="VCALENDAR"><CAL:comp-filter name="VEVENT">\
            <CAL:time-range start="20260701T000000Z" /></CAL:comp-filter></CAL:comp-filter></CAL:filter>\
            </CAL:calendar-query>\
            """);
        var query = read(DavBodies.report(body), CalendarQuery.class);
        assertThat(query.filter().components().getFirst().timeRange()).isEqualTo(new TimeRange(JULY, null));
    }

    @Test
    void the_most_results_may_be_limited() {
        String filter = "<C:filter><C:comp-filter name='VCALENDAR'/></C:filter>";
        String limit = "<C:limit><C:nresults>10</C:nresults></C:limit>";
        assertThat(read(query(filter, limit), CalendarQuery.class).limit()).isEqualTo(10);
    }
}
