package org.roomnight.calquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.calquery.Queries.calendar;
import static org.roomnight.calquery.Queries.comp;
import static org.roomnight.calquery.Queries.component;
import static org.roomnight.calquery.Queries.prop;
import static org.roomnight.calquery.Queries.range;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roomnight.ical.Component;

/** Filters of RFC 4791 §9.7 on single objects. */
final class ObjectMatchTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private static final String NOT_DEFINED = "<C:is-not-defined/>";

    private static final Component MEETING = calendar(Stream.of(component(
                    "VEVENT",
                    "UID:1",
                    "DTSTART:20270310T100000Z",
                    "DTEND:20270310T120000Z",
                    "SUMMARY:Straße\\, Köln\\; ÉCOLE",
                    "STATUS:TENTATIVE",
                    "CATEGORIES:ONE",
                    "CATEGORIES:TWO",
                    "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ann:mailto:ann@example.com",
                    "ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=\"Bob, B.\":mailto:bob@example.com",
                    "BEGIN:VALARM",
                    "ACTION:AUDIO",
                    "TRIGGER:-PT1H",
                    "END:VALARM"))
            .toArray(String[]::new));

    private static boolean matches(String filters) {
        return Queries.matches(MEETING, filters, LISBON);
    }

    private static String text(String text, String attributes) {
        return "<C:text-match %s>%s</C:text-match>".formatted(attributes, text);
    }

    private static String param(String name, String inside) {
        return "<C:param-filter name=\"%s\">%s</C:param-filter>".formatted(name, inside);
    }

    @Test
    void a_component_filter_without_conditions_asks_whether_it_is_there() {
        assertThat(matches("")).isTrue();
        assertThat(matches(comp("VEVENT"))).isTrue();
        assertThat(matches(comp("VTODO"))).isFalse();
        assertThat(matches(comp("VTODO", NOT_DEFINED))).isTrue();
        assertThat(matches(comp("VEVENT", NOT_DEFINED))).isFalse();
        assertThat(matches(comp("VEVENT", comp("VALARM")))).isTrue();
        assertThat(matches(comp("VEVENT", comp("VALARM", NOT_DEFINED)))).isFalse();
        assertThat(matches(comp("VEVENT", comp("X-OTHER", NOT_DEFINED)))).isTrue();
        assertThat(matches(prop("VERSION", text("2.0", "")))).isTrue();
        assertThat(matches(prop("METHOD"))).isFalse();
    }

    @Test
    void all_conditions_are_asked_of_one_component() {
        String morning = range("20270310T090000Z", "20270310T110000Z");
        assertThat(matches(comp("VEVENT", morning, prop("STATUS", text("tentative", "")))))
                .isTrue();
        assertThat(matches(comp("VEVENT", morning, prop("STATUS", text("confirmed", "")))))
                .isFalse();
        assertThat(matches(comp("VEVENT", range("20270311T000000Z", ""), prop("STATUS"))))
                .isFalse();
        Component two = calendar(Stream.concat(
                        Stream.of(component("VEVENT", "UID:1", "DTSTART:20270310T100000Z", "SUMMARY:one")),
                        Stream.of(component("VEVENT", "UID:2", "DTSTART:20270311T100000Z", "SUMMARY:two")))
                .toArray(String[]::new));
        String first = range("20270310T100000Z", "20270310T110000Z");
        assertThat(Queries.matches(two, comp("VEVENT", first, prop("SUMMARY", text("one", ""))), LISBON))
                .isTrue();
        assertThat(Queries.matches(two, comp("VEVENT", first, prop("SUMMARY", text("two", ""))), LISBON))
                .isFalse();
    }

    @Test
    void a_property_is_there_or_not_and_any_of_several_will_do() {
        assertThat(matches(comp("VEVENT", prop("SUMMARY")))).isTrue();
        assertThat(matches(comp("VEVENT", prop("LOCATION")))).isFalse();
        assertThat(matches(comp("VEVENT", prop("LOCATION", NOT_DEFINED)))).isTrue();
        assertThat(matches(comp("VEVENT", prop("SUMMARY", NOT_DEFINED)))).isFalse();
        assertThat(matches(comp("VEVENT", prop("CATEGORIES", text("two", ""))))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        straße           | ''                                | true
        STRASSE          | ''                                | false
        köln             | ''                                | true
        KÖLN             | ''                                | false
        Köln; É          | collation="i;octet"               | true
        köln             | collation="i;octet"               | false
        ße, k            | collation="i;ascii-casemap"       | true
        KÖLN             | collation="i;unicode-casemap"     | true
        école            | collation="i;unicode-casemap"     | true
        KÖLN             | collation="i;unicode-casemap" negate-condition="yes" | false
        paris            | negate-condition="yes"            | true
        straße           | negate-condition="yes"            | false
        paris            | negate-condition="no"             | false
        """)
    void text_is_compared_as_its_collation_says(String wanted, String attributes, boolean expected) {
        assertThat(matches(comp("VEVENT", prop("SUMMARY", text(wanted, attributes)))))
                .isEqualTo(expected);
    }

    @Test
    void what_is_not_there_meets_no_text_not_even_a_negated_one() {
        assertThat(matches(comp("VEVENT", prop("LOCATION", text("x", "negate-condition=\"yes\"")))))
                .isFalse();
    }

    @Test
    void a_parameter_is_asked_of_the_same_property_as_the_text() {
        String ann = text("ann@example.com", "");
        assertThat(matches(comp("VEVENT", prop("ATTENDEE", ann, param("PARTSTAT", text("ACCEPTED", ""))))))
                .isTrue();
        assertThat(matches(comp("VEVENT", prop("ATTENDEE", ann, param("PARTSTAT", text("NEEDS-ACTION", ""))))))
                .isFalse();
        assertThat(matches(comp("VEVENT", prop("ATTENDEE", param("CN", text("bob, b", ""))))))
                .isTrue();
        assertThat(matches(comp("VEVENT", prop("ATTENDEE", param("ROLE", ""))))).isFalse();
        assertThat(matches(comp("VEVENT", prop("ATTENDEE", param("ROLE", NOT_DEFINED)))))
                .isTrue();
        assertThat(matches(comp("VEVENT", prop("ATTENDEE", param("CN", NOT_DEFINED)))))
                .isFalse();
    }

    private static boolean inRange(Component calendar, String start, String end) {
        return Queries.matches(calendar, comp("VEVENT", range(start, end)), LISBON);
    }

    private static final Component SERIES = calendar(Stream.concat(
                    Stream.of(component(
                            "VEVENT",
                            "UID:1",
                            "DTSTART;TZID=Europe/Berlin:20270301T090000",
                            "DURATION:PT1H",
                            "RRULE:FREQ=WEEKLY;COUNT=6",
                            "EXDATE;TZID=Europe/Berlin:20270308T090000",
                            "BEGIN:VALARM",
                            "TRIGGER:-P1D",
                            "END:VALARM")),
                    Stream.of(component(
                            "VEVENT",
                            "UID:1",
                            "RECURRENCE-ID;TZID=Europe/Berlin:20270315T090000",
                            "DTSTART;TZID=Europe/Berlin:20270317T140000",
                            "DURATION:PT3H",
                            "SUMMARY:moved")))
            .toArray(String[]::new));

    @Test
    void a_series_is_where_its_instances_are() {
        assertThat(inRange(SERIES, "20270301T083000Z", "20270301T084500Z")).isTrue();
        assertThat(inRange(SERIES, "20270302T000000Z", "20270322T000000Z"))
                .as("only the moved one")
                .isTrue();
        assertThat(inRange(SERIES, "20270308T000000Z", "20270309T000000Z"))
                .as("excluded")
                .isFalse();
        assertThat(inRange(SERIES, "20270315T000000Z", "20270316T000000Z"))
                .as("moved away")
                .isFalse();
        assertThat(inRange(SERIES, "20270317T155959Z", "20270317T170000Z"))
                .as("moved here")
                .isTrue();
        assertThat(inRange(SERIES, "20270317T160000Z", "20270317T170000Z")).isFalse();
        assertThat(inRange(SERIES, "20270329T070000Z", "20270329T080000Z"))
                .as("summer time")
                .isTrue();
        assertThat(inRange(SERIES, "20270329T080000Z", "20270329T090000Z")).isFalse();
        assertThat(inRange(SERIES, "20270405T080000Z", "")).as("after the last").isFalse();
        assertThat(inRange(SERIES, "", "20270301T080000Z"))
                .as("before the first")
                .isFalse();
    }

    @Test
    void an_override_is_asked_for_its_own_properties() {
        String filter = prop("SUMMARY", text("moved", ""));
        String moved = range("20270317T000000Z", "20270318T000000Z");
        String other = range("20270322T000000Z", "20270323T000000Z");
        assertThat(Queries.matches(SERIES, comp("VEVENT", moved, filter), LISBON))
                .isTrue();
        assertThat(Queries.matches(SERIES, comp("VEVENT", other, filter), LISBON))
                .isFalse();
    }

    @Test
    void an_alarm_rings_for_every_instance_of_what_it_is_in() {
        assertThat(rings("20270321T080000Z")).isTrue();
        assertThat(rings("20270316T130000Z")).as("the moved one has none").isFalse();
        assertThat(rings("20270307T080000Z")).as("excluded").isFalse();
    }

    private static boolean rings(String moment) {
        String alarm = comp("VALARM", range(moment, moment.replace("00Z", "01Z")));
        return Queries.matches(SERIES, comp("VEVENT", alarm), LISBON);
    }

    @Test
    void long_instances_are_found_from_far_behind_their_start() {
        Component yearly = calendar(component(
                "VEVENT", "UID:1", "DTSTART;VALUE=DATE:20210101", "DTEND;VALUE=DATE:20210601", "RRULE:FREQ=YEARLY"));
        assertThat(inRange(yearly, "20270531T120000Z", "20270531T130000Z")).isTrue();
        assertThat(inRange(yearly, "20270601T120000Z", "20270601T130000Z")).isFalse();
    }

    @Test
    void a_series_that_costs_too_much_matches_rather_than_being_lost() {
        Component hourly = calendar(component("VEVENT", "UID:1", "DTSTART:20200101T000000Z", "RRULE:FREQ=MINUTELY"));
        Component never = calendar(
                component("VEVENT", "UID:1", "DTSTART:20200101T000000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
        Component broken = calendar(component("VEVENT", "UID:1", "DTSTART:20200101T000000Z", "RRULE:FREQ=SOMETIMES"));
        for (Component series : new Component[] {hourly, never, broken}) {
            assertThat(inRange(series, "20270601T120000Z", "20270601T130000Z")).isTrue();
        }
    }

    @Test
    void an_endless_series_is_in_a_range_without_an_end() {
        Component daily = calendar(component("VEVENT", "UID:1", "DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY"));
        assertThat(inRange(daily, "20270601T120000Z", "")).isTrue();
        assertThat(inRange(daily, "", "20200101T000000Z")).isFalse();
        assertThat(inRange(daily, "", "20200101T000001Z")).isTrue();
    }
}
