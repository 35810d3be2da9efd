package org.roomnight.ical;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * From when to when an event lasts, on the clock of a zone. A night is the one from a date to the next, so an event takes
 * the night of each midnight that it lasts over: an arrival at 15:00 and a departure at 11:00 are as good as dates.
 */
public record EventSpan(LocalDateTime start, LocalDateTime end, boolean allDay) {

    /**
     * Reads DTSTART with DTEND or DURATION (RFC 5545 §3.6.1). An end before the start is taken as it is written; such a
     * span has no nights.
     */
    public static Parsed<EventSpan> read(Component event, ZoneId zone) {
        List<Property> starts = event.properties("DTSTART");
        if (starts.isEmpty()) {
            return new Parsed.Bad<>("An event has a DTSTART.");
        }
        return DateValues.parse(starts.getFirst())
                .then(start -> end(event, start, zone)
                        .then(end -> new Parsed.Value<>(new EventSpan(
                                start.in(zone), atLeastADay(start, end).in(zone), start.allDay()))));
    }

    /** Phones write a date as its own end, and mean that day. */
    private static DateValue atLeastADay(DateValue start, DateValue end) {
        return start instanceof DateValue.AllDay(LocalDate day) && end.equals(start)
                ? new DateValue.AllDay(day.plusDays(1))
                : end;
    }

    private static Parsed<DateValue> end(Component event, DateValue start, ZoneId zone) {
        List<Property> ends = event.properties("DTEND");
        List<Property> durations = event.properties("DURATION");
        if (ends.size() + durations.size() > 1) {
            return new Parsed.Bad<>("An event has one DTEND or one DURATION, not both.");
        }
        if (!ends.isEmpty()) {
            return DateValues.parse(ends.getFirst())
                    .then(end -> end.allDay() == start.allDay()
                            ? new Parsed.Value<>(end)
                            : new Parsed.Bad<>("DTSTART and DTEND are both dates, or both have a time."));
        }
        if (!durations.isEmpty()) {
            return CalendarDuration.parse(durations.getFirst().value())
                    .then(duration -> duration.negative()
                            ? new Parsed.Bad<>("The DURATION of an event is not negative.")
                            : new Parsed.Value<>(duration.after(start, zone)));
        }
        return new Parsed.Value<>(
                start instanceof DateValue.AllDay(LocalDate date) ? new DateValue.AllDay(date.plusDays(1)) : start);
    }

    /** The same event on another start, as an instance of a series. */
    public EventSpan startingAt(LocalDateTime moved) {
        return new EventSpan(moved, moved.plus(Duration.between(start, end)), allDay);
    }

    public LocalDate firstDay() {
        return start.toLocalDate();
    }

    /** The day after the last that it touches. */
    public LocalDate lastDay() {
        boolean atMidnight = end.toLocalTime().equals(LocalTime.MIDNIGHT) && end.isAfter(start);
        return atMidnight ? end.toLocalDate() : end.toLocalDate().plusDays(1);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
    }

    /**
     * The dates of its nights in [from, until); none for an event that ends on the day of its start. What is outside is
     * not gone through: an event may last for centuries and recur.
     */
    public Stream<LocalDate> nights(LocalDate from, LocalDate until) {
        LocalDate first = start.toLocalDate().isBefore(from) ? from : start.toLocalDate();
        LocalDate last = end.toLocalDate().isAfter(until) ? until : end.toLocalDate();
        return first.isBefore(last) ? first.datesUntil(last) : Stream.empty();
    }
}
