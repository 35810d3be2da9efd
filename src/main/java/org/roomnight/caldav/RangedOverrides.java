package org.roomnight.caldav;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.kernel.Deadline;

/**
 * The overrides of a series that count for the occurrences after theirs as well (RANGE=THISANDFUTURE, RFC 5545 §3.2.13).
 * Their nights are taken beside those of the series ({@link OccurrenceReader}), and so both are told.
 */
final class RangedOverrides {

    /** Instances that one question looks at, at most: overrides times occurrences. */
    static final int MAX_INSTANCES = 20_000;

    private final List<Ranged> all;
    private final Moments moments;

    private RangedOverrides(List<Ranged> all, Moments moments) {
        this.all = all;
        this.moments = moments;
    }

    /** An override, the occurrence that it names, and its own start. */
    private record Ranged(Component event, DateValue from, DateValue start, Moments moments) {

        Duration shift() {
            return Duration.between(from.in(moments.zone()), start.in(moments.zone()));
        }
    }

    static RangedOverrides of(List<Component> components, Moments moments) {
        List<Ranged> all = components.stream()
                .filter(OccurrenceReader::thisAndFuture)
                .flatMap(event -> Moments.date(event, "RECURRENCE-ID").stream()
                        .flatMap(from -> Moments.date(event, "DTSTART").stream()
                                .map(start -> new Ranged(event, from, start, moments))))
                .sorted(Comparator.comparing(one -> moments.of(one.from())))
                .toList();
        return new RangedOverrides(all, moments);
    }

    /** How far they move an occurrence, at most as far as is followed. */
    Duration reach() {
        Duration most = Duration.ofDays(OccurrenceReader.MAX_SHIFT_DAYS);
        return all.stream()
                .map(one -> one.shift().abs().plusDays(1))
                .max(Duration::compareTo)
                .filter(shift -> shift.compareTo(most) < 0)
                .orElse(all.isEmpty() ? Duration.ZERO : most);
    }

    /** Whether they are too many for so many occurrences. */
    boolean tooMany(int occurrences) {
        return (long) all.size() * occurrences > MAX_INSTANCES;
    }

    /** Those that count for an occurrence of the master, the earliest first. */
    Stream<Instance> insteadOf(Instance occurrence) {
        @Nullable DateValue start = occurrence.start();
        if (all.isEmpty()
                || start == null
                || occurrence.component().property("RECURRENCE-ID").isPresent()) {
            return Stream.empty();
        }
        Deadline.check();
        return all.stream()
                .filter(one -> moments.of(start).isAfter(moments.of(one.from())))
                .map(one -> new Instance(one.event(), moved(start, one), moments, start));
    }

    /** On the clock of the zone, as the nights are: a day is a day when clocks change. */
    private DateValue moved(DateValue start, Ranged by) {
        LocalDateTime local = start.in(moments.zone()).plus(by.shift());
        DateValue floating = new DateValue.Floating(local);
        return switch (by.start()) {
            case DateValue.AllDay _ -> new DateValue.AllDay(local.toLocalDate());
            case DateValue.Floating _ -> floating;
            case DateValue.Utc _, DateValue.Zoned _ -> new DateValue.Utc(moments.of(floating));
        };
    }
}
