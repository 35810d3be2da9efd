package org.roomnight.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_four_forms_of_date_are_told_apart() {
        assertThat(date("20270310")).isEqualTo(new DateValue.AllDay(LocalDate.of(2027, 3, 10)));
        assertThat(date("20270310T150000")).isEqualTo(new DateValue.Floating(LocalDateTime.of(2027, 3, 10, 15, 0)));
        assertThat(date("20270310T150000Z")).isEqualTo(new DateValue.Utc(Instant.parse("2027-03-10T15:00:00Z")));
        assertThat(zoned("20270310T150000", "Europe/Berlin"))
                .isEqualTo(
                        new DateValue.Zoned(LocalDateTime.of(2027, 3, 10, 15, 0), "Europe/Berlin", BERLIN.getRules()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2027",
                "20270231",
                "20271301",
                "2027-03-10",
                "20270310T24:00",
                "20270310T240000",
                "20270310T126000",
                "20270310T120061",
                "20270310T1200",
                "20270310T120000+0100",
                "٢٠٢٧٠٣١٠",
                "20270310ZZ",
                "20270229"
            })
    void C_20_what_is_no_date_is_bad(String text) {
        assertThat(DateValues.parse(new Property("DTSTART", text))).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void C_20_a_leap_second_is_the_second_before() {
        assertThat(date("20161231T235960Z")).isEqualTo(new DateValue.Utc(Instant.parse("2016-12-31T23:59:59Z")));
    }

    @Test
    void what_a_value_looks_like_counts_not_its_type() {
        var date = new Property("DTSTART", List.of(new Parameter("VALUE", "DATE")), "20270310T150000");
        var time = new Property("DTSTART", List.of(new Parameter("VALUE", "DATE-TIME")), "20270310");
        assertThat(value(DateValues.parse(date)).allDay()).isFalse();
        assertThat(value(DateValues.parse(time)).allDay()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GMT+0100,+01:00",
        "+01:00,+01:00",
        "UTC+1,+01:00",
        "GMT-5,-05:00",
        "(UTC+05:45) Kathmandu,+05:45",
        "EST,America/Panama",
        "tzone://Microsoft/Utc,UTC",
        "US/Eastern,US/Eastern"
    })
    void an_offset_for_a_name_and_old_links_are_what_they_say(String tzid, String zone) {
        assertThat(TimeZones.meant(tzid)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC+25", "GMT+01:75", "tzone://Microsoft/Custom", "Customized Time Zone", "+1+1"})
    void other_names_mean_no_zone(String tzid) {
        assertThat(TimeZones.meant(tzid)).isEmpty();
    }

    @Test
    void T_02_and_T_03_the_ambiguous_hour_is_the_earlier_and_the_gap_moves_forward() {
        var utc = ZoneId.of("UTC");
        assertThat(zoned("20261025T023000", "Europe/Berlin").in(utc)).isEqualTo("2026-10-25T00:30:00");
        assertThat(zoned("20270328T023000", "Europe/Berlin").in(BERLIN)).isEqualTo("2027-03-28T03:30:00");
    }

    @Test
    void an_unknown_zone_is_read_as_the_zone_of_the_property() {
        assertThat(zoned("20270310T150000", "Our hotel").in(BERLIN)).isEqualTo("2027-03-10T15:00:00");
        assertThat(date("20270310T233000Z").in(BERLIN)).isEqualTo("2027-03-11T00:30:00");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Europe/Berlin,Europe/Berlin",
                "europe/berlin,Europe/Berlin",
                "W. Europe Standard Time,Europe/Berlin",
                "`\"W. Europe Standard Time\"`,Europe/Berlin",
                "`W. Europe Standard Time `,Europe/Berlin",
                "/mozilla.org/20050126_1/Europe/Berlin,Europe/Berlin",
                "/freeassociation.sourceforge.net/America/New_York,America/New_York",
                "Pacific Standard Time (Mexico),America/Tijuana",
                "UTC,UTC",
                "Europe/Kiev,Europe/Kiev",
                "Europe/Kyiv,Europe/Kyiv"
            })
    void T_07_names_of_iana_and_windows_are_resolved(String tzid, String zone) {
        assertThat(TimeZones.resolve(tzid)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Customized Time Zone", "/", "+01:00", "Mars/Olympus", "\""})
    void other_names_are_no_zone(String tzid) {
        assertThat(TimeZones.resolve(tzid)).isEmpty();
        assertThat(TimeZones.resolve("x".repeat(60_000))).isEmpty();
    }

    @Test
    void every_windows_name_has_a_zone_that_this_platform_knows() {
        assertThat(WindowsZones.targets())
                .allSatisfy(id -> assertThat(ZoneId.getAvailableZoneIds()).contains(id));
        assertThat(WindowsZones.targets()).hasSizeGreaterThan(130);
    }

    @ParameterizedTest
    @CsvSource({
        "P1W,7,PT0S",
        "P1D,1,PT0S",
        "P1DT,1,PT0S",
        "P3600S,0,PT1H",
        "P1H,0,PT1H",
        "-P1D,-1,PT0S",
        "P1DT2H3M4S,1,PT2H3M4S",
        "PT15M,0,PT15M",
        "+PT36H,0,PT36H",
        "-PT15M,0,PT-15M",
        "PT0S,0,PT0S"
    })
    void durations_keep_days_apart_from_time(String text, int days, Duration time) {
        assertThat(CalendarDuration.parse(text)).isEqualTo(new Parsed.Value<>(new CalendarDuration(days, time)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "1D", "P1M", "PT1D", "P1D2D", "PT1M1H", "P-1D", "P999999D", "P1.5D"})
    void what_is_no_duration_is_bad(String text) {
        assertThat(CalendarDuration.parse(text)).isInstanceOf(Parsed.Bad.class);
    }

    @ParameterizedTest
    @CsvSource({
        "P1W,P1W",
        "+P1D,+P1D",
        "P1DT,P1D",
        "p1d,P1D",
        "P1W2D,P9D",
        "P3600S,PT1H",
        "-P1DT1H5S,-P1DT1H0M5S",
        "PT0H,PT0H",
        "P0W0D,PT0S"
    })
    void a_duration_is_written_by_its_standard(String text, String standard) {
        assertThat(CalendarDuration.standard(text)).contains(standard);
        assertThat(CalendarDuration.parse(standard)).isEqualTo(CalendarDuration.parse(text));
    }

    @Test
    void a_day_is_a_day_also_when_clocks_change() {
        var day = new CalendarDuration(1, Duration.ZERO);
        var start = zoned("20270327T150000", "Europe/Berlin");
        assertThat(day.after(start, BERLIN)).isEqualTo(zoned("20270328T150000", "Europe/Berlin"));
        var exact = new CalendarDuration(0, Duration.ofHours(24));
        assertThat(exact.after(start, BERLIN)).isEqualTo(zoned("20270328T160000", "Europe/Berlin"));
        assertThat(day.after(date("20270310"), BERLIN)).isEqualTo(date("20270311"));
    }

    private static DateValue date(String text) {
        return value(DateValues.parse(new Property("DTSTART", text)));
    }

    private static DateValue zoned(String text, String tzid) {
        return value(DateValues.parse(new Property("DTSTART", List.of(new Parameter("TZID", tzid)), text)));
    }

    private static DateValue value(Parsed<DateValue> parsed) {
        return switch (parsed) {
            case Parsed.Value<DateValue>(var value) -> value;
            case Parsed.Bad<DateValue>(var sentence) -> throw new AssertionError(sentence);
        };
    }
}
