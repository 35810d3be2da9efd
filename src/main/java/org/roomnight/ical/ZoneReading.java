package org.roomnight.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which zone a VTIMEZONE means (RFC 5545 §3.6.5): by its name where that is known, and else the one of this
 * platform whose clocks do the same.
 */
public final class ZoneReading {

    /** The years whose clocks are compared; rules of before tell nothing about nights to come. */
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    private static final LocalDate UNTIL = LocalDate.of(2029, 1, 1);

    private static final Pattern OFFSET = Pattern.compile("[+-](?:0[0-9]|1[0-7])[0-5][0-9](?:[0-5][0-9])?");

    /** What a VTIMEZONE says. */
    public sealed interface Zone {

        record Known(ZoneId zone) implements Zone {}

        /** It is sound, but no zone here does the same. */
        record Unknown() implements Zone {}

        /** It is none: it lacks its name or its rules, or has rules that are none. */
        record Broken() implements Zone {}
    }

    private ZoneReading() {}

    /** When clocks change, from what to what; at UTC. */
    private record Onset(Instant moment, ZoneOffset before, ZoneOffset after) {}

    /** The zone of a calendar that consists of one VTIMEZONE, as CALDAV:calendar-timezone has it. */
    public static Zone ofCalendar(byte[] octets) {
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(octets)) {
            case Read.Calendar(Component calendar, var _)
            when calendar.components().size() == 1
                    && calendar.components("VTIMEZONE").size() == 1 ->
                of(calendar.components().getFirst());
            case Read.Calendar _, Read.Refused _ -> new Zone.Broken();
        };
    }

    /** The zone of one VTIMEZONE. */
    public static Zone of(Component definition) {
        String name = definition.text("TZID").map(String::strip).orElse("");
        List<Component> observances = Stream.concat(
                        definition.components("STANDARD").stream(), definition.components("DAYLIGHT").stream())
                .toList();
        List<Onset> onsets = new ArrayList<>();
        for (Component observance : observances) {
            @Nullable List<Onset> some = onsets(observance);
            if (some == null) {
                return new Zone.Broken();
            }
            onsets.addAll(some);
        }
        if (name.isEmpty() || onsets.isEmpty()) {
            return new Zone.Broken();
        }
        return TimeZones.resolve(name)
                .or(() -> alike(onsets))
                .<Zone>map(Zone.Known::new)
                .orElseGet(Zone.Unknown::new);
    }

    /** The first change of an observance and those of the years that are compared; null where it is none. */
    private static @Nullable List<Onset> onsets(Component observance) {
        @Nullable ZoneOffset before = offset(observance, "TZOFFSETFROM");
        @Nullable ZoneOffset after = offset(observance, "TZOFFSETTO");
        @Nullable LocalDateTime start = start(observance);
        if (before == null || after == null || start == null) {
            return null;
        }
        return switch (EventSeries.read(List.of(observance), ZoneOffset.UTC, RecurrenceLimits.DEFAULT)) {
            case Parsed.Bad<EventSeries> _ -> null;
            case Parsed.Value<EventSeries>(EventSeries series) -> {
                List<LocalDateTime> starts = new ArrayList<>(List.of(start));
                if (series.expand(FROM.minusYears(1), UNTIL) instanceof Expansion.Occurrences(var found, var _)) {
                    found.forEach(one -> starts.add(one.start().in(ZoneOffset.UTC)));
                }
                yield starts.stream()
                        .map(local -> new Onset(local.toInstant(before), before, after))
                        .toList();
            }
        };
    }

    private static @Nullable LocalDateTime start(Component observance) {
        return observance
                                .property("DTSTART")
                                .map(DateValues::parse)
                                .filter(Parsed.Value.class::isInstance)
                                .map(parsed -> ((Parsed.Value<DateValue>) parsed).value())
                                .orElse(null)
                        instanceof DateValue.Floating(LocalDateTime time)
                ? time
                : null;
    }

    private static @Nullable ZoneOffset offset(Component observance, String property) {
        return observance
                .text(property)
                .map(String::strip)
                .filter(text -> OFFSET.matcher(text).matches())
                .map(ZoneOffset::of)
                .orElse(null);
    }

    /** A zone whose clocks show the same in each month of the years, and around each change. */
    private static Optional<ZoneId> alike(List<Onset> onsets) {
        TreeMap<Instant, ZoneOffset> offsets = new TreeMap<>();
        onsets.forEach(onset -> offsets.putIfAbsent(onset.moment(), onset.after()));
        Onset first = onsets.stream()
                .min((one, other) -> one.moment().compareTo(other.moment()))
                .orElseThrow();
        TreeMap<Instant, ZoneOffset> wanted = new TreeMap<>();
        Stream<Instant> months = FROM.datesUntil(UNTIL, java.time.Period.ofMonths(1))
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        Stream<Instant> changes = offsets.keySet().stream()
                .flatMap(moment -> Stream.of(moment.minusSeconds(1), moment))
                .filter(moment ->
                        !moment.isBefore(FROM.atStartOfDay(ZoneOffset.UTC).toInstant()));
        Stream.concat(months, changes).forEach(moment -> {
            var at = offsets.floorEntry(moment);
            wanted.put(moment, at == null ? first.before() : at.getValue());
        });
        if (wanted.values().stream().distinct().count() == 1) {
            return Optional.of(wanted.firstEntry().getValue());
        }
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0)
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> wanted.entrySet().stream()
                        .allMatch(at -> zone.getRules().getOffset(at.getKey()).equals(at.getValue())))
                .findFirst();
    }
}
