package org.roomnight.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows a VTIMEZONE of ours arrives at the offsets that this platform has. */
class ZoneDefinitionTest {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern RULE =
            Pattern.compile("FREQ=YEARLY;BYMONTH=(\\d+);BY(?:MONTHDAY=(\\d+)|DAY=(-?\\d)([A-Z]{2}))");
    private static final int LAST_YEAR = 2040;

    static Stream<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void the_offsets_of_a_zone_are_those_of_its_definition(String id) {
        TreeMap<Instant, ZoneOffset> onsets = onsets(definition(id));
        ZoneId zone = ZoneId.of(id);
        Instant end = Instant.parse("2040-01-01T00:00:00Z");
        for (Instant at = Instant.parse("2000-01-02T00:00:00Z"); at.isBefore(end); at = at.plus(Duration.ofHours(31))) {
            assertThat(onsets.floorEntry(at).getValue())
                    .as("%s at %s", id, at)
                    .isEqualTo(zone.getRules().getOffset(at));
        }
    }

    @Test
    void a_zone_with_summer_time_has_a_yearly_rule_for_each_change() {
        String berlin = text("Europe/Berlin");
        assertThat(berlin)
                .contains("TZID:Europe/Berlin\r\n")
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:20000326T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
                        + "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n")
                .contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n");
        assertThat(text("America/New_York")).contains("BYMONTH=3;BYDAY=2SU").contains("BYMONTH=11;BYDAY=1SU");
        assertThat(text("Asia/Tokyo")).contains("TZOFFSETTO:+0900").doesNotContain("RRULE", "RDATE", "DAYLIGHT");
    }

    private static String text(String id) {
        return new String(ZoneDefinition.calendar(ZoneId.of(id), "-//test//EN"), UTF_8);
    }

    private static Component definition(String id) {
        byte[] octets = ZoneDefinition.calendar(ZoneId.of(id), "-//test//EN");
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(octets)) {
            case Read.Calendar(Component calendar, var _) ->
                calendar.components("VTIMEZONE").getFirst();
            case Read.Failed refused -> throw new AssertionError(refused.sentence());
        };
    }

    private static TreeMap<Instant, ZoneOffset> onsets(Component zone) {
        TreeMap<Instant, ZoneOffset> onsets = new TreeMap<>();
        for (Component observance : zone.components()) {
            ZoneOffset from = ZoneOffset.of(observance.text("TZOFFSETFROM").orElseThrow());
            ZoneOffset to = ZoneOffset.of(observance.text("TZOFFSETTO").orElseThrow());
            moments(observance).forEach(at -> onsets.put(at.toInstant(from), to));
        }
        return onsets;
    }

    private static List<LocalDateTime> moments(Component observance) {
        LocalDateTime start = LocalDateTime.parse(observance.text("DTSTART").orElseThrow(), LOCAL);
        List<LocalDateTime> moments = new ArrayList<>(List.of(start));
        observance
                .text("RDATE")
                .ifPresent(dates -> Arrays.stream(dates.split(","))
                        .map(date -> LocalDateTime.parse(date, LOCAL))
                        .forEach(moments::add));
        observance.text("RRULE").ifPresent(rule -> {
            for (int year = start.getYear(); year <= LAST_YEAR; year++) {
                moments.add(date(rule, year).atTime(start.toLocalTime()));
            }
        });
        return moments;
    }

    private static LocalDate date(String rule, int year) {
        Matcher read = RULE.matcher(rule);
        assertThat(read.matches()).as(rule).isTrue();
        LocalDate month = LocalDate.of(year, Integer.parseInt(read.group(1)), 1);
        return read.group(2) != null
                ? month.withDayOfMonth(Integer.parseInt(read.group(2)))
                : month.with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(read.group(3)), day(read.group(4))));
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
