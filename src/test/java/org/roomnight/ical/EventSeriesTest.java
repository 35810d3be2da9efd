package org.roomnight.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EventSeriesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 22);
    private static final LocalDate UNTIL = FROM.plusYears(6);
    private static final String TIMED = "DTSTART;TZID=Europe/Berlin:20270104T100000\r\n";
    private static final String ALL_DAY = "DTSTART;VALUE=DATE:20270104\r\n";

    @Test
    void an_event_without_rule_happens_once() {
        assertThat(starts(ALL_DAY + "UID:1")).containsExactly("2027-01-04T00:00");
        assertThat(series(ALL_DAY + "UID:1").recurring()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;COUNT=3|2027-01-04 2027-01-05 2027-01-06",
                "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4|2027-01-04 2027-01-06 2027-01-11 2027-01-13",
                "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3|2027-01-04 2027-01-29 2027-02-26 2027-03-26",
                "FREQ=YEARLY;UNTIL=20290104|2027-01-04 2028-01-04 2029-01-04",
                "FREQ=DAILY;BYHOUR=1,2,3;COUNT=2|2027-01-04 2027-01-05",
                "FREQ=DAILY;INTERVAL=2147483647|2027-01-04",
                "freq=daily;count=1|2027-01-04"
            })
    void rules_give_days(String rule, String days) {
        assertThat(String.join(" ", starts(ALL_DAY + "RRULE:" + rule)))
                .isEqualTo(days.replaceAll("(?<=\\d)(?= |$)", "T00:00"));
    }

    @Test
    void dates_are_added_and_excluded_and_come_in_order() {
        assertThat(starts(ALL_DAY + "RRULE:FREQ=DAILY;COUNT=3\r\nRDATE;VALUE=DATE:20270301,20270101\r\n"
                        + "EXDATE;VALUE=DATE:20270105"))
                .containsExactly("2027-01-01T00:00", "2027-01-04T00:00", "2027-01-06T00:00", "2027-03-01T00:00");
    }

    @Test
    void local_times_stay_when_clocks_change_and_until_is_a_moment() {
        assertThat(starts("DTSTART;TZID=Europe/Berlin:20270327T100000\r\nRRULE:FREQ=DAILY;UNTIL=20270329T080000Z\r\n"
                        + "EXDATE:20270328T080000Z"))
                .containsExactly("2027-03-27T10:00", "2027-03-29T10:00");
    }

    @Test
    void the_window_is_half_open() {
        var series = series(ALL_DAY + "RRULE:FREQ=DAILY");
        var expansion = series.expand(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 3));
        assertThat(starts(expansion)).containsExactly("2027-02-01T00:00", "2027-02-02T00:00");
    }

    @Test
    void an_override_takes_the_place_of_its_instance() {
        var expansion = series(
                        TIMED + "RRULE:FREQ=DAILY;COUNT=3",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20270105T100000\r\n"
                                + "DTSTART;TZID=Europe/Berlin:20270105T180000")
                .expand(FROM, UNTIL);
        assertThat(starts(expansion)).containsExactly("2027-01-04T10:00", "2027-01-05T18:00", "2027-01-06T10:00");
        assertThat(((Expansion.Occurrences) expansion).strays()).isEmpty();
    }

    @Test
    void C_08_an_override_of_no_instance_is_a_stray() {
        var expansion = series(
                        TIMED + "RRULE:FREQ=DAILY;COUNT=3",
                        "RECURRENCE-ID:20270109T090000Z\r\nDTSTART;TZID=Europe/Berlin:20270109T180000")
                .expand(FROM, UNTIL);
        assertThat(((Expansion.Occurrences) expansion).strays()).hasSize(1);
        assertThat(starts(expansion)).hasSize(4);
    }

    @Test
    void C_08_two_masters_or_two_overrides_of_one_instance_are_bad() {
        var override = "RECURRENCE-ID;VALUE=DATE:20270105\r\n" + ALL_DAY.strip();
        assertBad(ALL_DAY.strip(), ALL_DAY.strip());
        assertBad(ALL_DAY + "RRULE:FREQ=DAILY;COUNT=3", override, override);
        assertBad(ALL_DAY + ALL_DAY.strip());
        assertBad("UID:1");
    }

    @Test
    void overrides_without_a_master_stand_for_themselves() {
        var expansion = series("RECURRENCE-ID;VALUE=DATE:20270105\r\n" + ALL_DAY.strip())
                .expand(FROM, UNTIL);
        assertThat(starts(expansion)).containsExactly("2027-01-04T00:00");
        assertThat(((Expansion.Occurrences) expansion).strays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECONDLY", "MINUTELY", "HOURLY"})
    void C_12_nothing_repeats_within_a_day(String frequency) {
        assertOver(Expansion.Budget.FREQUENCY, TIMED + "RRULE:FREQ=" + frequency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;UNTIL=99991231T000000Z",
                "FREQ=DAILY;COUNT=2147483647",
                "FREQ=DAILY;COUNT=99999999999999999999",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;INTERVAL=65535;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;INTERVAL=200;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;INTERVAL=2399;BYMONTHDAY=31;BYMONTH=6",
                "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
                "FREQ=YEARLY;BYYEARDAY=366;BYSETPOS=300"
            })
    void C_13_rule_bombs_end_within_a_quarter_of_a_second(String rule) {
        assertEndsFast(rule);
    }

    @Test
    void C_14_times_of_day_do_not_defeat_the_budget() {
        var hours = numbers(24);
        var minutes = numbers(60);
        assertEndsFast("FREQ=DAILY;BYHOUR=" + hours + ";BYMINUTE=" + minutes + ";UNTIL=20270301T000000Z");
        assertEndsFast("FREQ=DAILY;BYHOUR=" + hours + ";BYMINUTE=" + minutes + ";BYSECOND=" + minutes);
        assertEndsFast("FREQ=YEARLY;BYHOUR=" + hours + ";BYMINUTE=" + minutes + ";BYSECOND=" + minutes);
        assertEndsFast("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=" + hours + ";BYMINUTE=" + minutes);
        assertEndsFast("FREQ=YEARLY;BYHOUR=" + hours + ";BYSETPOS=366;BYMONTH=2");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    @Test
    void C_16_endless_dates_are_over_budget() {
        var most = RecurrenceLimits.DEFAULT.dates();
        var day = LocalDate.of(2027, 2, 1);
        assertThat(starts(ALL_DAY + "EXDATE;VALUE=DATE:" + days(day, most))).hasSize(1);
        assertOver(Expansion.Budget.DATES, ALL_DAY + "EXDATE;VALUE=DATE:" + days(day, most + 1));
        assertThat(starts(ALL_DAY + "RDATE;VALUE=DATE:" + days(day, most - 1))).hasSize(most);
        assertOver(Expansion.Budget.DATES, ALL_DAY + "RDATE;VALUE=DATE:" + days(day, most + 1));
        assertOver(
                Expansion.Budget.DATES,
                TIMED + "RDATE;VALUE=PERIOD:" + "20270105T100000Z/PT1H,".repeat(most) + "20270105T100000Z/PT1H");
    }

    @Test
    void a_period_is_an_occurrence_with_an_end_of_its_own() {
        var series = series(TIMED + "RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20270301T160000/20270303T100000,"
                + "20270401T160000/P2D,20270501T160000/20270501T150000,20270301T160000/PT1H");
        assertThat(starts(series.expand(FROM, UNTIL)))
                .containsExactly("2027-01-04T10:00", "2027-03-01T16:00", "2027-04-01T16:00", "2027-05-01T16:00");
        assertThat(series.periods().stream()
                        .map(event -> event.property("DTEND").orElseThrow().value()))
                .as("the longer one of two; one that ends before it begins is a date")
                .containsExactlyInAnyOrder("20270303T100000", "20270403T160000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RSCALE=GREGORIAN;FREQ=MONTHLY;COUNT=3|2027-01-31T00:00 2027-03-31T00:00 2027-05-31T00:00",
                "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;COUNT=3|2027-01-31T00:00 2027-03-31T00:00 2027-05-31T00:00",
                "FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD;COUNT=3|2027-01-31T00:00 2027-02-28T00:00"
                        + " 2027-03-31T00:00",
                "FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=FORWARD;COUNT=3|2027-01-31T00:00 2027-03-01T00:00 2027-03-31T00:00"
            })
    void a_rule_may_say_what_becomes_of_days_that_a_month_lacks(String rule, String days) {
        assertThat(String.join(" ", starts("DTSTART;VALUE=DATE:20270131\r\nRRULE:" + rule)))
                .isEqualTo(days);
    }

    private static String days(LocalDate first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> first.plusDays(i).toString().replace("-", ""))
                .collect(Collectors.joining(","));
    }

    @Test
    void a_thousand_instances_are_given_and_one_more_refused() {
        assertThat(starts(ALL_DAY + "RRULE:FREQ=DAILY;COUNT=1000")).hasSize(1000);
        assertOver(Expansion.Budget.INSTANCES, ALL_DAY + "RRULE:FREQ=DAILY;COUNT=1001");
    }

    @Test
    void the_steps_of_a_rule_are_limited() {
        var limits = new RecurrenceLimits(1000, 10, 1000);
        assertThat(starts(expand(limits, ALL_DAY + "RRULE:FREQ=DAILY;COUNT=10")))
                .hasSize(10);
        assertThat(expand(limits, ALL_DAY + "RRULE:FREQ=DAILY;COUNT=11"))
                .isEqualTo(new Expansion.OverBudget(Expansion.Budget.STEPS));
    }

    @Test
    void T_11_and_T_12_mixed_value_types_match_the_day() {
        assertThat(lenient(TIMED + "RRULE:FREQ=DAILY;UNTIL=20270105")).hasSize(2);
        assertThat(lenient(TIMED + "RRULE:FREQ=DAILY;UNTIL=20270105T100000")).hasSize(2);
        assertThat(lenient(ALL_DAY + "RRULE:FREQ=DAILY;UNTIL=20270105T120000Z")).hasSize(2);
        assertThat(lenient(TIMED + "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;VALUE=DATE:20270105"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COUNT=3",
                "FREQ=",
                "FREQ=FORTNIGHTLY",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;BYHOUR=24",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;UNTIL=20270231T000000Z",
                "RSCALE=CHINESE;FREQ=YEARLY",
                "FREQ=DAILY;BYWEEKNO=10",
                "FREQ=DAILY;BYEASTER=1",
                "FREQ=DAILY;BYDAY=,"
            })
    void malformed_rules_are_bad(String rule) {
        assertBad(TIMED + "RRULE:" + rule);
    }

    /** What can be read on the safe side is read (rule 10), and counts as not to the letter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;COUNT=3;|2027-01-04 2027-01-05 2027-01-06",
                "FREQ=WEEKLY; COUNT=4; BYDAY=MO, WE|2027-01-04 2027-01-06 2027-01-11 2027-01-13",
                "FREQ=WEEKLY;COUNT=2;BYDAY=MO,,WE,|2027-01-04 2027-01-06",
                "FREQ=DAILY;COUNT=2;INTERVAL=0|2027-01-04 2027-01-05",
                "FREQ=DAILY;COUNT=2;INTERVAL=;BYDAY=;UNTIL=|2027-01-04 2027-01-05",
                "FREQ=DAILY;COUNT=2;X-VENDOR=1|2027-01-04 2027-01-05",
                "FREQ=DAILY;COUNT=1;UNTIL=20270106|2027-01-04 2027-01-05 2027-01-06",
                "FREQ=DAILY;COUNT=3;UNTIL=20270104|2027-01-04 2027-01-05 2027-01-06",
                "FREQ=WEEKLY;COUNT=4;BYDAY=1MO,+2WE|2027-01-04 2027-01-06 2027-01-11 2027-01-13",
                "FREQ=DAILY;COUNT=2;BYDAY=-1MO|2027-01-04 2027-01-11",
                "FREQ=YEARLY;COUNT=2;BYWEEKNO=1;BYDAY=1MO|2027-01-04 2028-01-03",
                "FREQ=MONTHLY;COUNT=2;BYSETPOS=1|2027-01-04 2027-02-04",
                "FREQ=WEEKLY;COUNT=3;BYMONTHDAY=4|2027-01-04 2027-02-04 2027-03-04"
            })
    void rules_that_programs_write_otherwise_are_read(String rule, String days) {
        assertThat(String.join(" ", starts(ALL_DAY + "RRULE:" + rule)))
                .isEqualTo(days.replaceAll("(?<=\\d)(?= |$)", "T00:00"));
        assertThat(EventSeries.asStandard(new Property("RRULE", rule))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "freq=weekly;byday=mo,we;wkst=su",
                "FREQ=MONTHLY;BYDAY=+1MO,-1SU;COUNT=3",
                "FREQ=MONTHLY;BYDAY=MO,MO;BYSETPOS=-1;UNTIL=20270105",
                "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT;INTERVAL=10"
            })
    void rules_to_the_letter_are_known_as_such(String rule) {
        assertThat(EventSeries.asStandard(new Property("RRULE", rule))).isTrue();
    }

    private static void assertEndsFast(String rule) {
        expand(RecurrenceLimits.DEFAULT, TIMED + "RRULE:FREQ=DAILY;COUNT=2");
        long start = System.nanoTime();
        var expansion = expand(RecurrenceLimits.DEFAULT, TIMED + "RRULE:" + rule);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(250));
        assertThat(expansion).isInstanceOf(Expansion.OverBudget.class);
    }

    private static void assertOver(Expansion.Budget budget, String event) {
        assertThat(expand(RecurrenceLimits.DEFAULT, event)).isEqualTo(new Expansion.OverBudget(budget));
    }

    private static void assertBad(String... events) {
        assertThat(EventSeries.read(Calendars.events(events), BERLIN, RecurrenceLimits.DEFAULT))
                .isInstanceOf(Parsed.Bad.class);
    }

    private static EventSeries series(String... events) {
        return value(EventSeries.read(Calendars.events(events), BERLIN, RecurrenceLimits.DEFAULT));
    }

    private static Expansion expand(RecurrenceLimits limits, String event) {
        return value(EventSeries.read(Calendars.events(event), BERLIN, limits)).expand(FROM, UNTIL);
    }

    private static EventSeries value(Parsed<EventSeries> parsed) {
        return switch (parsed) {
            case Parsed.Value<EventSeries>(var value) -> value;
            case Parsed.Bad<EventSeries>(var sentence) -> throw new AssertionError(sentence);
        };
    }

    private static List<String> starts(String event) {
        return starts(expand(RecurrenceLimits.DEFAULT, event));
    }

    private static List<String> lenient(String event) {
        return starts(series(event).expand(FROM, UNTIL));
    }

    private static List<String> starts(Expansion expansion) {
        return switch (expansion) {
            case Expansion.Occurrences(var occurrences, var _) ->
                occurrences.stream().map(o -> o.start().asWritten().toString()).toList();
            case Expansion.OverBudget(var budget) -> throw new AssertionError(budget);
        };
    }
}
