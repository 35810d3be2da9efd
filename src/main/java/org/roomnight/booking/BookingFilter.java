package org.roomnight.booking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings a list has: those with a night in [from, to) and of the state. {@code search} has to be part of the
 * code, a name, the email address or the phone number.
 */
public record BookingFilter(
        LocalDate from, LocalDate to, State state, @Nullable String search) {

    /** Longest search, in characters. */
    public static final int MAX_SEARCH = 100;

    /** What state the bookings of a list are in. */
    public enum State {
        ALL(""),
        CONFIRMED(" AND cancelled = FALSE"),
        CANCELLED(" AND cancelled = TRUE"),
        WITHOUT_ROOM(" AND cancelled = FALSE AND EXISTS (SELECT 1 FROM room_stay w WHERE w.property = booking.property"
                + " AND w.booking = booking.booking AND w.room_type = '00000000-0000-0000-0000-000000000000')");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }
}
