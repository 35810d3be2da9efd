package org.roomnight.ical;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A time zone as a VTIMEZONE (RFC 5545 §3.6.5), from the rules that this platform has, beginning with the year 2000. */
public final class ZoneDefinition {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /** After so many years each date is on each day of the week again. */
    private static final int YEARS = 28;

    private final ZoneRules rules;
    private final ContentLineWriter writer = new ContentLineWriter();

    private ZoneDefinition(ZoneRules rules) {
        this.rules = rules;
    }

    /** A calendar with the one VTIMEZONE, as CALDAV:calendar-timezone wants it. */
    public static byte[] calendar(ZoneId zone, String productId) {
        ZoneDefinition definition = new ZoneDefinition(zone.getRules());
        definition.writer.begin("VCALENDAR").raw("VERSION", "2.0").raw("PRODID", productId);
        definition.writer.begin("VTIMEZONE").raw("TZID", zone.getId());
        definition.write();
        return definition.writer.end("VTIMEZONE").end("VCALENDAR").toByteArray();
    }

    /** The VTIMEZONE of {@code zone} for times that say {@code tzid}. */
    static Component component(ZoneId zone, String tzid) {
        ZoneDefinition definition = new ZoneDefinition(zone.getRules());
        definition.writer.begin("VCALENDAR").raw("VERSION", "2.0");
        definition.writer.begin("VTIMEZONE").text("TZID", tzid);
        definition.write();
        byte[] octets = definition.writer.end("VTIMEZONE").end("VCALENDAR").toByteArray();
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(octets)) {
            case Read.Calendar(var calendar, var _) -> calendar.components().getFirst();
            case Read.Failed refused -> throw new IllegalStateException(refused.sentence());
        };
    }

    private void write() {
        ZoneOffset first = rules.getOffset(BEGIN);
        observance(BEGIN, first, first, rules.isDaylightSavings(BEGIN.toInstant(first)), List.of(), Optional.empty());
        List<ZoneOffsetTransition> single = rules.getTransitions().stream()
                .filter(change -> change.getDateTimeBefore().isAfter(BEGIN))
                .toList();
        Map<List<ZoneOffset>, List<ZoneOffsetTransition>> alike = single.stream()
                .collect(Collectors.groupingBy(
                        change -> List.of(change.getOffsetBefore(), change.getOffsetAfter()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        alike.values().forEach(changes -> observance(changes, Optional.empty()));
        int year = single.isEmpty()
                ? BEGIN.getYear()
                : single.getLast().getDateTimeBefore().getYear() + 1;
        rules.getTransitionRules().forEach(rule -> recurring(rule, year));
    }

    private void recurring(ZoneOffsetTransitionRule rule, int from) {
        List<ZoneOffsetTransition> changes = IntStream.range(from, from + YEARS)
                .mapToObj(rule::createTransition)
                .toList();
        Optional<String> recurrence = recurrence(
                changes.stream().map(ZoneOffsetTransition::getDateTimeBefore).toList());
        observance(recurrence.isPresent() ? changes.subList(0, 1) : changes, recurrence);
    }

    private void observance(List<ZoneOffsetTransition> changes, Optional<String> recurrence) {
        ZoneOffsetTransition first = changes.getFirst();
        List<LocalDateTime> others = changes.stream()
                .skip(1)
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .toList();
        observance(
                first.getDateTimeBefore(),
                first.getOffsetBefore(),
                first.getOffsetAfter(),
                rules.isDaylightSavings(first.getInstant()),
                others,
                recurrence);
    }

    private void observance(
            LocalDateTime start,
            ZoneOffset before,
            ZoneOffset after,
            boolean summer,
            List<LocalDateTime> others,
            Optional<String> recurrence) {
        String name = summer ? "DAYLIGHT" : "STANDARD";
        writer.begin(name).raw("DTSTART", LOCAL.format(start));
        writer.raw("TZOFFSETFROM", offset(before)).raw("TZOFFSETTO", offset(after));
        recurrence.ifPresent(rule -> writer.raw("RRULE", rule));
        if (!others.isEmpty()) {
            writer.raw("RDATE", others.stream().map(LOCAL::format).collect(Collectors.joining(",")));
        }
        writer.end(name);
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }

    /** The yearly rule that gives these moments of consecutive years, if there is a simple one. */
    private static Optional<String> recurrence(List<LocalDateTime> moments) {
        LocalDateTime first = moments.getFirst();
        String month = "FREQ=YEARLY;BYMONTH=" + first.getMonthValue();
        String day = first.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ROOT)
                .substring(0, 2)
                .toUpperCase(Locale.ROOT);
        if (!same(moments, LocalDateTime::getMonthValue)
                || !same(moments, at -> at.toLocalTime().toSecondOfDay())) {
            return Optional.empty();
        }
        if (same(moments, LocalDateTime::getDayOfMonth)) {
            return Optional.of(month + ";BYMONTHDAY=" + first.getDayOfMonth());
        }
        if (!same(moments, at -> at.getDayOfWeek().getValue())) {
            return Optional.empty();
        }
        if (same(moments, ZoneDefinition::week)) {
            return Optional.of("%s;BYDAY=%d%s".formatted(month, week(first), day));
        }
        return same(moments, ZoneDefinition::weekFromTheEnd)
                ? Optional.of("%s;BYDAY=%d%s".formatted(month, weekFromTheEnd(first), day))
                : Optional.empty();
    }

    private static boolean same(List<LocalDateTime> moments, ToIntFunction<LocalDateTime> trait) {
        return moments.stream().mapToInt(trait).distinct().count() == 1;
    }

    /** 1 for a day in the first week of its month. */
    private static int week(LocalDateTime moment) {
        return (moment.getDayOfMonth() - 1) / 7 + 1;
    }

    /** -1 for a day in the last seven of its month. */
    private static int weekFromTheEnd(LocalDateTime moment) {
        return -((YearMonth.from(moment).lengthOfMonth() - moment.getDayOfMonth()) / 7 + 1);
    }
}
