package org.roomnight.caldav;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.davxml.Names;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.Expansion;
import org.roomnight.ical.Occurrence;
import org.roomnight.ical.RecurrenceRange;
import org.roomnight.kernel.Deadline;

/** Says which nights the occurrences of a series take inside a horizon. */
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

    /** @param strays overrides that no rule makes */
    record Found(EntryNights nights, List<Component> strays) {}

    /** An override that counts for the occurrences after {@code from} as well, moved by {@code shift} (RFC 5545 §3.2.13). */
    private record Ranged(Component event, EventSpan span, LocalDateTime from, Duration shift) {}

    private Ranged ranged(Component event) {
        EventSpan span = EventSpan.of(event, zone);
        LocalDateTime from =
                DateValues.find(event, "RECURRENCE-ID").map(id -> id.in(zone)).orElse(span.start());
        return new Ranged(event, span, from, Duration.between(from, span.start()));
    }

    Found read(EventSeries series, List<EventSpan> spans) {
        int longest = spans.stream().mapToInt(EventSpan::days).max().orElse(0);
        long shift = ranged.stream()
                .mapToLong(one -> Math.min(
                        RecurrenceRange.MAX_SHIFT_DAYS, one.shift().abs().toDays() + 1))
                .max()
                .orElse(0);
        LocalDate from = horizon.from().minusDays(longest + 1L + shift);
        return switch (series.expand(from, horizon.until().plusDays(shift))) {
            case Expansion.OverBudget over -> throw Refused.forbidden(Names.caldav("max-instances"), over.sentence());
            case Expansion.Occurrences(List<Occurrence> found, List<Component> strays) ->
                new Found(EntryNights.of(found.stream().flatMap(this::nights)), strays);
        };
    }

    /**
     * Where an override says that it counts for all that follow, both readings do: most programs show the series as it
     * was, and those that know better show it as it was moved.
     */
    private Stream<EntryNights.Night> nights(Occurrence one) {
        Deadline.check();
        LocalDateTime start = one.start().in(zone);
        List<EntryNights.Night> nights = new ArrayList<>(
                nights(one.event(), EventSpan.of(one.event(), zone).startingAt(start), horizon.from(), horizon.until())
                        .toList());
        if (one.event().property("RECURRENCE-ID").isEmpty()) {
            ranged.stream()
                    .filter(later -> start.isAfter(later.from()))
                    .forEach(later -> nights.addAll(nights(
                                    later.event(),
                                    later.span().startingAt(start.plus(later.shift())),
                                    horizon.from(),
                                    horizon.until())
                            .toList()));
        }
        return nights.stream();
    }

    /** A cancelled event takes no nights; one that is marked as free does: phones mark all-day events so by default. */
    static Stream<EntryNights.Night> nights(Component event, EventSpan span, LocalDate from, LocalDate until) {
        boolean cancelled =
                event.text("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent();
        @Nullable String place = event.text("LOCATION").map(String::strip).orElse(null);
        return cancelled ? Stream.empty() : span.nights(from, until).map(night -> new EntryNights.Night(night, place));
    }
}
