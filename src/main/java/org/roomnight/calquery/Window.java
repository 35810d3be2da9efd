package org.roomnight.calquery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.roomnight.davxml.TimeRange;

/** A time range with the sides that a request leaves open filled in: from {@code start} to before {@code end}. */
public record Window(Instant start, Instant end) {

    public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** No two zones are further apart; whole days, so that any clock may be asked. */
    private static final int DAYS_BETWEEN_ZONES = 2;

    public static Window of(TimeRange range) {
        return new Window(or(range.start(), Instant.MIN), or(range.end(), Instant.MAX));
    }

    private static Instant or(@Nullable Instant given, Instant open) {
        return given == null ? open : given;
    }

    /** Whether it has a moment of [{@code from}, {@code to}). */
    public boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && end.isAfter(from);
    }

    boolean has(Instant moment) {
        return !start.isAfter(moment) && end.isAfter(moment);
    }

    public Window intersection(Window other) {
        return new Window(start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end);
    }

    /** The first day, on any clock, of what touches it and lasts no longer than {@code reach}. */
    public LocalDate from(Duration reach) {
        return day(start, -(reach.toDays() + DAYS_BETWEEN_ZONES));
    }

    /** The day after the last one, on any clock, of what begins no more than {@code reach} after its end. */
    public LocalDate until(Duration reach) {
        return day(end, reach.toDays() + DAYS_BETWEEN_ZONES + 1);
    }

    private static LocalDate day(Instant moment, long more) {
        if (moment.equals(Instant.MIN)) {
            return FIRST_DAY;
        }
        if (moment.equals(Instant.MAX)) {
            return LAST_DAY;
        }
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC).plusDays(more);
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day.isAfter(LAST_DAY) ? LAST_DAY : day;
    }
}
