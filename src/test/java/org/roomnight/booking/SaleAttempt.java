package org.roomnight.booking;

import java.time.LocalDate;
import java.util.UUID;
import org.roomnight.kernel.StayDates;

/** What one racing client did: a booking or a cancellation, when it began and ended, and what it was told. */
record SaleAttempt(UUID booking, StayDates dates, Outcome outcome, long beganNanos, long endedNanos) {

    enum Outcome {
        SOLD,
        REFUSED,
        CANCELLED
    }

    /** One line of a client's journal, so that another process can hand it over. */
    String line() {
        return String.join(
                " ",
                booking.toString(),
                dates.arrival().toString(),
                dates.departure().toString(),
                outcome.name(),
                Long.toString(beganNanos),
                Long.toString(endedNanos));
    }

    static SaleAttempt parse(String line) {
        String[] words = line.split(" ", -1);
        return new SaleAttempt(
                UUID.fromString(words[0]),
                new StayDates(LocalDate.parse(words[1]), LocalDate.parse(words[2])),
                Outcome.valueOf(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]));
    }
}
