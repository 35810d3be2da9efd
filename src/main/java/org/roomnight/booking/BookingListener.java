package org.roomnight.booking;

import org.jspecify.annotations.Nullable;

/**
 * Hears of bookings that have, or had, a stay without a room, inside the transaction that writes them: no claim tells of
 * such a stay.
 */
public interface BookingListener {

    /** {@code before} is null for a new booking. */
    void written(@Nullable Booking before, Booking now);
}
