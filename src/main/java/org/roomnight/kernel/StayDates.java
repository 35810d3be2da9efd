package org.roomnight.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A half-open run of hotel nights: {@code arrival} is slept in, {@code departure} is not.
 *
 * <p>Dates are in the property's own time zone and are never shifted by one. The same shape as an
 * all-day VEVENT, whose DTEND is exclusive (RFC 5545 §3.6.1).
 */
public record StayDates(LocalDate arrival, LocalDate departure) {

    /** Longest run of nights that one stay or block may have: two years. */
    public static final int MAX_NIGHTS = 730;

    /** First day that a stay may begin on; older dates are typing errors. */
    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** Last day that a stay may end on; later dates are typing errors. */
    public static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /** Rejects what {@link #whyNot} names with {@link IllegalArgumentException}. */
    public StayDates {
        Optional<String> refusal = whyNot(arrival, departure);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
    }

    /** A sentence that says why these two days are no stay, or empty when they are one. */
    public static Optional<String> whyNot(LocalDate arrival, LocalDate departure) {
        if (!arrival.isBefore(departure)) {
            return Optional.of("departure %s must be after arrival %s".formatted(departure, arrival));
        }
        if (arrival.isBefore(EARLIEST) || departure.isAfter(LATEST)) {
            return Optional.of("a stay must lie between %s and %s".formatted(EARLIEST, LATEST));
        }
        if (arrival.plusDays(MAX_NIGHTS).isBefore(departure)) {
            return Optional.of("a stay has at most %d nights".formatted(MAX_NIGHTS));
        }
        return Optional.empty();
    }

    /** Spread: of dates whose days follow each other, what a record makes by itself is nearly the same for all. */
    @Override
    public int hashCode() {
        return Long.hashCode(((arrival.toEpochDay() << 10) ^ departure.toEpochDay()) * 0x9E37_79B9_7F4A_7C15L);
    }

    /** Joins consecutive nights, given in date order, into as few stays as possible. */
    public static List<StayDates> join(List<LocalDate> nights) {
        List<StayDates> runs = new ArrayList<>();
        for (LocalDate night : nights) {
            boolean goesOn = !runs.isEmpty() && runs.getLast().departure().equals(night);
            LocalDate arrival = goesOn ? runs.removeLast().arrival() : night;
            runs.add(new StayDates(arrival, night.plusDays(1)));
        }
        return runs;
    }

    public int nights() {
        return (int) (departure.toEpochDay() - arrival.toEpochDay());
    }

    /** Every night that is slept in, in order. */
    public List<LocalDate> everyNight() {
        return arrival.datesUntil(departure).toList();
    }

    public boolean covers(LocalDate night) {
        return !night.isBefore(arrival) && night.isBefore(departure);
    }

    public boolean overlaps(StayDates other) {
        return arrival.isBefore(other.departure) && other.arrival.isBefore(departure);
    }
}
