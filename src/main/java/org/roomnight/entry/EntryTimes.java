package org.roomnight.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.entry.EntryFault.Rule;
import org.roomnight.ical.Component;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.EventSpan;
import org.roomnight.ical.Parsed;
import org.roomnight.kernel.StayDates;

/** Reads when an entry is. */
final class EntryTimes {

    private final ZoneId zone;
    private final Horizon horizon;

    EntryTimes(ZoneId zone, Horizon horizon) {
        this.zone = zone;
        this.horizon = horizon;
    }

    /** What reading the times of an entry gave. */
    sealed interface Result {

        /**
         * The first day that the entry touches, the day after the last, and its nights.
         *
         * @param strays overrides that no rule makes
         */
        record Times(LocalDate first, LocalDate last, EntryNights nights, List<Component> strays) implements Result {

            /** Of a task, whose dates do not count. */
            static final Times NONE = new Times(LocalDate.EPOCH, CalendarObject.FOR_EVER, EntryNights.NONE, List.of());
        }

        record Bad(EntryFault fault) implements Result {}
    }

    /** Of an event; {@code main} is the part that is no override, or the first. */
    Result of(List<Component> parts, Component main) {
        List<EventSpan> spans = new ArrayList<>();
        Optional<EntryFault> bad = addSpans(parts, spans);
        if (bad.isPresent()) {
            return new Result.Bad(bad.get());
        }
        return switch (EventSeries.read(parts, zone, horizon.limits())) {
            case Parsed.Bad<EventSeries>(String sentence) -> new Result.Bad(contradiction(main, sentence));
            case Parsed.Value<EventSeries>(EventSeries series)
            when series.recurring() -> recurring(series, parts, spans);
            case Parsed.Value<EventSeries> _ -> once(main, spans.getFirst());
        };
    }

    private static Result once(Component event, EventSpan span) {
        EntryNights nights = EntryNights.of(EntryNights.ofEvent(event, span, StayDates.EARLIEST, StayDates.LATEST));
        return new Result.Times(span.firstDay(), span.lastDay(), nights, List.of());
    }

    private Result recurring(EventSeries series, List<Component> parts, List<EventSpan> spans) {
        Optional<EntryFault> bad = addSpans(series.periods(), spans);
        if (bad.isPresent()) {
            return new Result.Bad(bad.get());
        }
        LocalDate first = spans.stream()
                .map(EventSpan::firstDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        return switch (new OccurrenceReader(zone, horizon, parts).read(series, spans)) {
            case OccurrenceReader.Result.TooMany(String sentence) ->
                new Result.Bad(new EntryFault(Rule.MAX_INSTANCES, sentence));
            case OccurrenceReader.Result.Found(EntryNights nights, List<Component> strays) ->
                new Result.Times(first, CalendarObject.FOR_EVER, nights, strays);
        };
    }

    /** Adds the spans of events, up to the first that has a fault. */
    private Optional<EntryFault> addSpans(List<Component> events, List<EventSpan> spans) {
        for (Component event : events) {
            switch (EventSpan.read(event, zone)) {
                case Parsed.Bad<EventSpan>(String sentence) -> {
                    return Optional.of(EntryFault.invalidData(sentence));
                }
                case Parsed.Value<EventSpan>(EventSpan span) -> {
                    Optional<EntryFault> bad = fault(event, span);
                    if (bad.isPresent()) {
                        return bad;
                    }
                    spans.add(span);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<EntryFault> fault(Component event, EventSpan span) {
        Optional<EntryFault> year = Stream.of(span.start(), span.end())
                .flatMap(moment -> year(moment).stream())
                .findFirst();
        boolean backward = event.property("DTEND").isPresent() && span.end().isBefore(span.start());
        return year.isEmpty() && backward
                ? Optional.of(EntryFault.invalidData("The end of an event is not before its start."))
                : year;
    }

    /** What is outside is a slip of the finger or an attack. */
    private static Optional<EntryFault> year(LocalDateTime moment) {
        if (moment.getYear() < EntryLimits.FIRST_YEAR) {
            return Optional.of(new EntryFault(Rule.MIN_DATE_TIME, "The date is before 1900."));
        }
        if (moment.getYear() > EntryLimits.LAST_YEAR) {
            return Optional.of(new EntryFault(Rule.MAX_DATE_TIME, "The date is after 2200."));
        }
        return Optional.empty();
    }

    /** A rule that is none is bad data; what goes wrong only with the overrides is a bad entry. */
    private EntryFault contradiction(Component main, String sentence) {
        boolean bad = EventSeries.read(List.of(main), zone, horizon.limits()) instanceof Parsed.Bad;
        return bad ? EntryFault.invalidData(sentence) : EntryFault.invalidObject(sentence);
    }
}
