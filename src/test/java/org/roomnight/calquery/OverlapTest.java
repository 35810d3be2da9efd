package org.roomnight.calquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.calquery.Queries.calendar;
import static org.roomnight.calquery.Queries.comp;
import static org.roomnight.calquery.Queries.component;
import static org.roomnight.calquery.Queries.matches;
import static org.roomnight.calquery.Queries.range;

import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of RFC 4791 §9.9; hours are those of 10 March 2027 in UTC, and floating times are New York's. */
final class OverlapTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Lines are apart by blanks; hours such as {@code 10} or {@code 09:59:59}, a day such as {@code 11}T, or nothing. */
    private static void check(String component, String lines, String start, String end, boolean expected) {
        String[] written = lines == null ? new String[0] : lines.split(" ", -1);
        assertThat(matches(
                        calendar(component(
                                component,
                                Arrays.stream(written).map(OverlapTest::moment).toArray(String[]::new))),
                        comp(component, range(utc(start), utc(end))),
                        NEW_YORK))
                .as("%s %s in [%s, %s)", component, lines, start, end)
                .isEqualTo(expected);
    }

    private static String moment(String line) {
        return line.replaceAll("@([0-9]{6})", "20270310T$1Z");
    }

    private static String utc(String time) {
        return time == null ? "" : (time.contains("T") ? "202703" + time : "20270310T" + time) + "Z";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DTSTART:@100000 DTEND:@120000                              | 080000 | 100000 | false
        DTSTART:@100000 DTEND:@120000                              | 080000 | 100001 | true
        DTSTART:@100000 DTEND:@120000                              | 120000 | 130000 | false
        DTSTART:@100000 DTEND:@120000                              | 115959 | 130000 | true
        DTSTART:@100000 DTEND:@120000                              | 103000 | 110000 | true
        DTSTART:@100000 DTEND:@120000                              | 080000 | 130000 | true
        DTSTART:@100000 DTEND:@120000                              | 115959 |        | true
        DTSTART:@100000 DTEND:@120000                              | 120000 |        | false
        DTSTART:@100000 DTEND:@120000                              |        | 100000 | false
        DTSTART:@100000 DTEND:@120000                              |        | 100001 | true
        DTSTART:@100000 DURATION:PT2H                              | 080000 | 100000 | false
        DTSTART:@100000 DURATION:PT2H                              | 115959 | 130000 | true
        DTSTART:@100000 DURATION:PT2H                              | 120000 | 130000 | false
        DTSTART:@100000 DURATION:PT0S                              | 100000 | 110000 | true
        DTSTART:@100000 DURATION:PT0S                              | 090000 | 100000 | false
        DTSTART:@100000 DURATION:PT0S                              | 100001 | 110000 | false
        DTSTART:@100000                                            | 100000 | 110000 | true
        DTSTART:@100000                                            | 090000 | 100000 | false
        DTSTART:@100000                                            | 100001 | 110000 | false
        DTSTART;VALUE=DATE:20270310                                | 050000 | 050001 | true
        DTSTART;VALUE=DATE:20270310                                | 045959 | 050000 | false
        DTSTART;VALUE=DATE:20270310                                | 11T045959 | 11T120000 | true
        DTSTART;VALUE=DATE:20270310                                | 11T050000 | 11T120000 | false
        DTSTART;VALUE=DATE:20270310 DTEND;VALUE=DATE:20270312      | 12T045959 | 12T060000 | true
        DTSTART;VALUE=DATE:20270310 DTEND;VALUE=DATE:20270312      | 12T050000 | 12T060000 | false
        DTSTART;VALUE=DATE:20270310 DURATION:P2D                   | 12T045959 | 12T060000 | true
        DTSTART;VALUE=DATE:20270310 DTEND;VALUE=DATE:20270310      | 060000 | 070000 | true
        DTSTART:@100000 DTEND:@090000                              | 100000 | 110000 | true
        DTSTART:@100000 DTEND:@090000                              | 080000 | 100000 | false
        DTSTART:20270310T100000 DTEND:20270310T120000              | 145959 | 150000 | false
        DTSTART:20270310T100000 DTEND:20270310T120000              | 150000 | 150001 | true
        DTSTART;TZID=Europe/Berlin:20270310T100000 DURATION:PT1H   | 090000 | 093000 | true
        DTSTART;TZID=Europe/Berlin:20270310T100000 DURATION:PT1H   | 100000 | 113000 | false
        DTSTART;TZID=Nowhere/Land:20270310T100000 DURATION:PT1H    | 150000 | 153000 | true
        SUMMARY:nothing                                            | 090000 | 153000 | false
        """)
    void an_event_overlaps_as_its_dates_say(String lines, String start, String end, boolean expected) {
        check("VEVENT", lines, start, end, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DTSTART:@100000 DURATION:PT2H                  | 080000 | 100000 | false
        DTSTART:@100000 DURATION:PT2H                  | 080000 | 100001 | true
        DTSTART:@100000 DURATION:PT2H                  | 120000 | 130000 | true
        DTSTART:@100000 DURATION:PT2H                  | 120001 | 130000 | false
        DTSTART:@100000 DURATION:PT2H DUE:@230000      | 120001 | 130000 | false
        DTSTART:@100000 DURATION:PT0S                  | 080000 | 100000 | true
        DTSTART:@100000 DUE:@120000                    | 080000 | 100000 | false
        DTSTART:@100000 DUE:@120000                    | 080000 | 100001 | true
        DTSTART:@100000 DUE:@120000                    | 115959 | 130000 | true
        DTSTART:@100000 DUE:@120000                    | 120000 | 130000 | false
        DTSTART:@100000 DUE:@100000                    | 100000 | 110000 | true
        DTSTART:@100000 DUE:@100000                    | 090000 | 100000 | true
        DTSTART:@100000                                | 100000 | 110000 | true
        DTSTART:@100000                                | 090000 | 100000 | false
        DTSTART:@100000                                | 100001 | 110000 | false
        DUE:@120000                                    | 110000 | 120000 | true
        DUE:@120000                                    | 110000 | 115959 | false
        DUE:@120000                                    | 120000 | 130000 | false
        COMPLETED:@120000 CREATED:@100000              | 080000 | 090000 | false
        COMPLETED:@120000 CREATED:@100000              | 080000 | 100000 | true
        COMPLETED:@120000 CREATED:@100000              | 103000 | 110000 | true
        COMPLETED:@120000 CREATED:@100000              | 120000 | 130000 | true
        COMPLETED:@120000 CREATED:@100000              | 120001 | 130000 | false
        COMPLETED:@120000                              | 110000 | 120000 | true
        COMPLETED:@120000                              | 120000 | 130000 | true
        COMPLETED:@120000                              | 120001 | 130000 | false
        COMPLETED:@120000                              | 110000 | 115959 | false
        CREATED:@100000                                | 080000 | 100000 | false
        CREATED:@100000                                | 080000 | 100001 | true
        CREATED:@100000                                | 11T080000 | 11T090000 | true
        SUMMARY:nothing                                | 080000 | 090000 | true
        """)
    void a_task_overlaps_in_each_of_the_eight_rows(String lines, String start, String end, boolean expected) {
        check("VTODO", lines, start, end, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DTSTART:@100000               | 100000 | 110000 | true
        DTSTART:@100000               | 090000 | 100000 | false
        DTSTART:@100000               | 100001 | 110000 | false
        DTSTART;VALUE=DATE:20270310   | 045959 | 050000 | false
        DTSTART;VALUE=DATE:20270310   | 050000 | 060000 | true
        DTSTART;VALUE=DATE:20270310   | 11T045959 | 11T060000 | true
        DTSTART;VALUE=DATE:20270310   | 11T050000 | 11T060000 | false
        SUMMARY:nothing               | 080000 | 090000 | false
        """)
    void a_journal_overlaps_by_its_start(String lines, String start, String end, boolean expected) {
        check("VJOURNAL", lines, start, end, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DTSTART:@100000 DTEND:@120000                             | 120000 | 130000 | true
        DTSTART:@100000 DTEND:@120000                             | 120001 | 130000 | false
        DTSTART:@100000 DTEND:@120000                             | 090000 | 100000 | false
        DTSTART:@100000 DTEND:@120000                             | 090000 | 100001 | true
        FREEBUSY:@100000/@110000,@150000/PT1H                     | 155959 | 170000 | true
        FREEBUSY:@100000/@110000,@150000/PT1H                     | 160000 | 170000 | false
        FREEBUSY:@100000/@110000 FREEBUSY:@150000/PT1H            | 110000 | 150000 | false
        FREEBUSY:@100000/@110000 FREEBUSY:@150000/PT1H            | 150000 | 150001 | true
        FREEBUSY:rubbish,@150000/,/@150000                        | 000000 | 235959 | false
        SUMMARY:nothing                                           | 080000 | 090000 | false
        """)
    void busy_times_overlap_by_their_periods(String lines, String start, String end, boolean expected) {
        check("VFREEBUSY", lines, start, end, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H                        | 090000 | 090001 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H                        | 080000 | 090000 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H                        | 090001 | 130000 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER;RELATED=START:PT5M           | 100500 | 100501 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER;RELATED=END:-PT5M            | 115500 | 115501 | true
        VEVENT | DTSTART:@100000 DURATION:PT2H      | TRIGGER;RELATED=END:-PT5M            | 115500 | 115501 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER;VALUE=DATE-TIME:@030000      | 030000 | 030001 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER;VALUE=DATE-TIME:@030000      | 100000 | 110000 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2 DURATION:PT10M | 092000 | 092001 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2 DURATION:PT10M | 093000 | 093001 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2 DURATION:PT10M | 090001 | 091000 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2 DURATION:PT10M | 090001 | 091001 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2 DURATION:PT10M | 085000 | 090000 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2 DURATION:-PT10M | 084000 | 084001 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2 DURATION:-PT10M | 083000 | 084000 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:2               | 092000 | 092001 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:-PT1H REPEAT:999999999 DURATION:PT1M | 110000 | 110001 | true
        VEVENT | DTSTART;VALUE=DATE:20270311        | TRIGGER:-PT15H                       | 140000 | 140001 | true
        VEVENT | DTSTART:@100000 DTEND:@120000      | TRIGGER:nonsense                     | 000000 | 235959 | false
        VEVENT | DTSTART:@100000 DTEND:@120000      | ACTION:AUDIO                         | 000000 | 235959 | false
        VTODO  | DTSTART:@100000 DUE:@120000        | TRIGGER;RELATED=END:-PT5M            | 115500 | 115501 | true
        VTODO  | DUE:@120000                        | TRIGGER:-PT5M                        | 115500 | 115501 | true
        """)
    void an_alarm_overlaps_when_it_goes_off(
            String component, String lines, String alarm, String start, String end, boolean expected) {
        check(
                component,
                lines + " BEGIN:VALARM " + alarm + " END:VALARM",
                comp("VALARM", range(utc(start), utc(end))),
                expected);
    }

    private static void check(String component, String lines, String inside, boolean expected) {
        String[] written =
                Arrays.stream(lines.split(" ", -1)).map(OverlapTest::moment).toArray(String[]::new);
        assertThat(matches(calendar(component(component, written)), comp(component, inside), NEW_YORK))
                .as("%s %s", component, lines)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CREATED       | CREATED:@100000                | 100000 | 100001 | true
        CREATED       | CREATED:@100000                | 090000 | 100000 | false
        CREATED       | CREATED:@100000                | 100001 | 110000 | false
        DTSTAMP       | DTSTAMP:@100000                |        | 100001 | true
        LAST-MODIFIED | LAST-MODIFIED:@100000          | 100000 |        | true
        DTSTART       | DTSTART;VALUE=DATE:20270310    | 045959 | 050000 | false
        DTSTART       | DTSTART;VALUE=DATE:20270310    | 11T045959 | 11T060000 | true
        DTEND         | DTSTART:@100000 DTEND:@120000  | 120000 | 120001 | true
        COMPLETED     | COMPLETED:@100000              | 100000 | 100001 | true
        DUE           | DUE:20270310T100000            | 150000 | 150001 | true
        EXDATE        | EXDATE:@090000,@100000         | 100000 | 100001 | true
        SUMMARY       | SUMMARY:20270310               | 000000 | 235959 | true
        SUMMARY       | SUMMARY:text                   | 000000 | 235959 | false
        DUE           | SUMMARY:text                   | 000000 | 235959 | false
        """)
    void a_property_overlaps_by_its_value(String property, String lines, String start, String end, boolean expected) {
        check("VEVENT", lines, Queries.prop(property, range(utc(start), utc(end))), expected);
    }
}
