package org.roomnight.availability;

import java.time.LocalDate;
import org.roomnight.kernel.RoomTypeId;

/**
 * One night of one room type, counted from the claims. {@code booked} and {@code blocked} count claims, so on a double
 * booking they exceed {@code quantity}; {@code available} is never negative.
 */
public record NightCount(RoomTypeId roomType, LocalDate date, int quantity, int booked, int blocked) {

    public int available() {
        return Math.max(0, quantity - booked - blocked);
    }
}
