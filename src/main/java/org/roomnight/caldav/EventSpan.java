package org.roomnight.caldav;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.roomnight.ical.CalendarDuration;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.Property;

/**
 * From when to when an event lasts, on the clock of the property. A night is the one from a date to the next, so an event
 * takes the night of each midnight that it lasts over: an arrival at 15:00 and a departure at 11:00 are as good as dates.
 */
record EventSpan(LocalDateTime start, LocalDateTime end, boolean allDay) {

    /** Reads DTSTART with DTEND or DURATION (RFC 5545 §3.6.1); refuses an end before the start. */
    static EventSpan of(Component event, ZoneId zone) {
        DateValue start = value(event.property("DTSTART").orElseThrow());
        List<Property> ends = event.properties("DTEND");
        List<Property> durations = event.properties("DURATION");
        if (ends.size() + durations.size() > 1) {
            throw StaffEntryReader.invalidData("An event has one DTEND or one DURATION, not both.");
        }
        DateValue end = atLeastADay(start, end(start, ends, durations, zone));
        EventSpan span = new EventSpan(start.in(zone), end.in(zone), start.allDay());
        StaffEntryReader.checkYear(span.start());
        StaffEntryReader.checkYear(span.end());
        if (!ends.isEmpty() && span.end().isBefore(span.start())) {
            throw StaffEntryReader.invalidData("The end of an event is not before its start.");
        }
        return span;
    }

    /** Phones write a date as its own end, and mean that day. */
    private static DateValue atLeastADay(DateValue start, DateValue end) {
        return start instanceof DateValue.AllDay(LocalDate day) && end.equals(start)
                ? new DateValue.AllDay(day.plusDays(1))
                : end;
    }

    private static DateValue end(DateValue start, List<Property> ends, List<Property> durations, ZoneId zone) {
        if (!ends.isEmpty()) {
            DateValue end = value(ends.getFirst());
            if (end.allDay() != start.allDay()) {
                throw StaffEntryReader.invalidData("DTSTART and DTEND are both dates, or both have a time.");
            }
            return end;
        }
        if (!durations.isEmpty()) {
            return switch (CalendarDuration.parse(durations.getFirst().value())) {
                case Parsed.Value<CalendarDuration>(CalendarDuration lasting)
                when !lasting.negative() -> lasting.after(start, zone);
                case Parsed.Value<CalendarDuration> _ ->
                    throw StaffEntryReader.invalidData("The DURATION of an event is not negative.");
                case Parsed.Bad<CalendarDuration>(String sentence) -> throw StaffEntryReader.invalidData(sentence);
            };
        }
        return start instanceof DateValue.AllDay(LocalDate date) ? new DateValue.AllDay(date.plusDays(1)) : start;
    }

    private static DateValue value(Property property) {
        return switch (DateValues.parse(property)) {
            case Parsed.Value<DateValue>(DateValue value) -> value;
            case Parsed.Bad<DateValue>(String sentence) -> throw StaffEntryReader.invalidData(sentence);
        };
    }

    /** The same event on another start, as an instance of a series. */
    EventSpan startingAt(LocalDateTime moved) {
        return new EventSpan(moved, moved.plus(java.time.Duration.between(start, end)), allDay);
    }

    LocalDate firstDay() {
        return start.toLocalDate();
    }

    /** The day after the last that it touches. */
    LocalDate lastDay() {
        boolean atMidnight = end.toLocalTime().equals(java.time.LocalTime.MIDNIGHT) && end.isAfter(start);
        return atMidnight ? end.toLocalDate() : end.toLocalDate().plusDays(1);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
    }

    /**
     * The dates of its nights in [from, until); none for an event that ends on the day of its start. What is outside is
     * not gone through: an event may last for centuries and recur.
     */
    Stream<LocalDate> nights(LocalDate from, LocalDate until) {
        LocalDate first = start.toLocalDate().isBefore(from) ? from : start.toLocalDate();
        LocalDate last = end.toLocalDate().isAfter(until) ? until : end.toLocalDate();
        return first.isBefore(last) ? first.datesUntil(last) : Stream.empty();
    }
}
