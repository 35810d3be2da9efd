package org.roomnight.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which zone a VTIMEZONE means (RFC 5545 §3.6.5): by its name where that is known, and else the one of this
 * platform whose clocks do the same.
 */
public final class ZoneReading {

    /** The years whose clocks are compared; rules of before tell nothing about nights to come. */
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    private static final LocalDate UNTIL = LocalDate.of(2029, 1, 1);

    /** What a VTIMEZONE says. */
    public sealed interface Zone {

        record Known(ZoneId zone) implements Zone {}

        /** It is sound, but no zone here does the same. */
        record Unknown() implements Zone {}

        /** It is none: it lacks its name or its rules, or has rules that are none. */
        record Broken() implements Zone {}
    }

    private ZoneReading() {}

    /** The zone of a calendar that consists of one VTIMEZONE, as CALDAV:calendar-timezone has it. */
    public static Zone ofCalendar(byte[] octets) {
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(octets)) {
            case Read.Calendar(Component calendar, var _)
            when calendar.components().size() == 1
                    && calendar.components("VTIMEZONE").size() == 1 ->
                of(calendar.components().getFirst());
            case Read.Calendar _, Read.Failed _ -> new Zone.Broken();
        };
    }

    /** The zone of one VTIMEZONE. */
    public static Zone of(Component definition) {
        String name = definition.text("TZID").map(String::strip).orElse("");
        if (name.isEmpty()) {
            return new Zone.Broken();
        }
        return switch (VTimeZone.read(definition)) {
            case VTimeZone.Reading.Broken _ -> new Zone.Broken();
            case VTimeZone.Reading.TooMuch _ -> known(TimeZones.resolve(name));
            case VTimeZone.Reading.Understood(ZoneRules rules) ->
                known(TimeZones.resolve(name).or(() -> alike(rules)));
        };
    }

    private static Zone known(Optional<ZoneId> zone) {
        return zone.<Zone>map(Zone.Known::new).orElseGet(Zone.Unknown::new);
    }

    /** A zone whose clocks show the same in each month of the years, and around each change. */
    private static Optional<ZoneId> alike(ZoneRules rules) {
        Stream<Instant> months = FROM.datesUntil(UNTIL, Period.ofMonths(1))
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        Stream<Instant> changes = rules.getTransitions().stream()
                .map(ZoneOffsetTransition::getInstant)
                .filter(moment -> !moment.isBefore(
                                FROM.atStartOfDay(ZoneOffset.UTC).toInstant())
                        && moment.isBefore(UNTIL.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .flatMap(moment -> Stream.of(moment.minusSeconds(1), moment));
        List<Instant> moments = Stream.concat(months, changes).toList();
        List<ZoneOffset> offsets = moments.stream().map(rules::getOffset).toList();
        if (offsets.stream().distinct().count() == 1) {
            return Optional.of(offsets.getFirst());
        }
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0)
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> moments.stream()
                        .allMatch(moment -> zone.getRules().getOffset(moment).equals(rules.getOffset(moment))))
                .findFirst();
    }
}
