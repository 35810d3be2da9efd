package org.roomnight.calquery;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.RecurrenceRange;
import org.roomnight.kernel.Deadline;

/**
 * The overrides of a series that count for the occurrences after theirs as well (RANGE=THISANDFUTURE, RFC 5545 §3.2.13).
 * The nights of a block are taken beside those of the series, and so both are told.
 */
final class RangedOverrides {

    /** Instances that one question looks at, at most: overrides times occurrences. */
    static final int MAX_INSTANCES = 20_000;

    private final List<Ranged> all;
    private final DateResolver resolver;

    private RangedOverrides(List<Ranged> all, DateResolver resolver) {
        this.all = all;
        this.resolver = resolver;
    }

    /** An override, the occurrence that it names, and its own start. */
    private record Ranged(Component event, DateValue from, DateValue start, DateResolver resolver) {

        Duration shift() {
            return Duration.between(from.in(resolver.zone()), start.in(resolver.zone()));
        }
    }

    static RangedOverrides of(List<Component> components, DateResolver resolver) {
        List<Ranged> all = components.stream()
                .filter(RecurrenceRange::thisAndFuture)
                .flatMap(event -> DateValues.find(event, "RECURRENCE-ID").stream()
                        .flatMap(from -> DateValues.find(event, "DTSTART").stream()
                                .map(start -> new Ranged(event, from, start, resolver))))
                .sorted(Comparator.comparing(one -> resolver.instant(one.from())))
                .toList();
        return new RangedOverrides(all, resolver);
    }

    /** How far they move an occurrence, at most as far as is followed. */
    Duration reach() {
        Duration most = Duration.ofDays(RecurrenceRange.MAX_SHIFT_DAYS);
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
                .filter(one -> resolver.instant(start).isAfter(resolver.instant(one.from())))
                .map(one -> new Instance(one.event(), moved(start, one), resolver, start));
    }

    /** On the clock of the zone, as the nights are: a day is a day when clocks change. */
    private DateValue moved(DateValue start, Ranged by) {
        LocalDateTime local = start.in(resolver.zone()).plus(by.shift());
        DateValue floating = new DateValue.Floating(local);
        return switch (by.start()) {
            case DateValue.AllDay _ -> new DateValue.AllDay(local.toLocalDate());
            case DateValue.Floating _ -> floating;
            case DateValue.Utc _, DateValue.Zoned _ -> new DateValue.Utc(resolver.instant(floating));
        };
    }
}
