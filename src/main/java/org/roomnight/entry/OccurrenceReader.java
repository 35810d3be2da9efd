package org.roomnight.entry;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.roomnight.entry.EntryNights.Night;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.EventSpan;
import org.roomnight.ical.Expansion;
import org.roomnight.ical.Occurrence;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.RecurrenceRange;
import org.roomnight.kernel.Deadline;

/** Says which nights the occurrences of a series take inside a horizon. The spans of its events were read before. */
final class OccurrenceReader {

    private final ZoneId zone;
    private final Horizon horizon;
    private final List<Ranged> ranged;

    /** {@code parts} are the components of the entry. */
    OccurrenceReader(ZoneId zone, Horizon horizon, List<Component> parts) {
        this.zone = zone;
        this.horizon = horizon;
        this.ranged = parts.stream()
                .filter(RecurrenceRange::thisAndFuture)
                .map(this::ranged)
                .toList();
    }

    /** What expanding a series gave. */
    sealed interface Result {

        /** @param strays overrides that no rule makes */
        record Found(EntryNights nights, List<Component> strays) implements Result {}

        /** It cannot be expanded; {@code sentence} says why, for people. */
        record TooMany(String sentence) implements Result {}
    }

    /** An override that counts for the occurrences after {@code from} as well, moved by {@code shift} (RFC 5545 §3.2.13). */
    private record Ranged(Component event, EventSpan span, LocalDateTime from, Duration shift) {}

    private Ranged ranged(Component event) {
        EventSpan span = span(event);
        LocalDateTime from =
                DateValues.find(event, "RECURRENCE-ID").map(id -> id.in(zone)).orElse(span.start());
        return new Ranged(event, span, from, Duration.between(from, span.start()));
    }

    private EventSpan span(Component event) {
        return switch (EventSpan.read(event, zone)) {
            case Parsed.Value<EventSpan>(EventSpan span) -> span;
            case Parsed.Bad<EventSpan>(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    Result read(EventSeries series, List<EventSpan> spans) {
        int longest = spans.stream().mapToInt(EventSpan::days).max().orElse(0);
        long shift = ranged.stream()
                .mapToLong(one -> Math.min(
                        RecurrenceRange.MAX_SHIFT_DAYS, one.shift().abs().toDays() + 1))
                .max()
                .orElse(0);
        LocalDate from = horizon.from().minusDays(longest + 1L + shift);
        return switch (series.expand(from, horizon.until().plusDays(shift))) {
            case Expansion.OverBudget over -> new Result.TooMany(over.sentence());
            case Expansion.Occurrences(List<Occurrence> found, List<Component> strays) ->
                new Result.Found(EntryNights.of(found.stream().flatMap(this::nights)), strays);
        };
    }

    /**
     * Where an override says that it counts for all that follow, both readings do: most programs show the series as it
     * was, and those that know better show it as it was moved.
     */
    private Stream<Night> nights(Occurrence one) {
        Deadline.check();
        LocalDateTime start = one.start().in(zone);
        Stream<Night> own = nights(one.event(), span(one.event()).startingAt(start));
        if (one.event().property("RECURRENCE-ID").isPresent()) {
            return own;
        }
        Stream<Night> moved = ranged.stream()
                .filter(later -> start.isAfter(later.from()))
                .flatMap(later -> nights(later.event(), later.span().startingAt(start.plus(later.shift()))));
        return Stream.concat(own, moved);
    }

    private Stream<Night> nights(Component event, EventSpan span) {
        return EntryNights.ofEvent(event, span, horizon.from(), horizon.until());
    }
}
