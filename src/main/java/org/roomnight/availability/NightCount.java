package org.roomnight.availability;

import java.time.LocalDate;
import org.roomnight.kernel.RoomTypeId;

/**
 * One night of one room type, counted from the claims. {@code booked} and {@code blocked} count claims, so on a double
 * booking they may exceed {@code quantity}; {@code withoutUnit} of them found no unit and so keep none from being sold.
 * {@code available} is never negative.
 */
public record NightCount(RoomTypeId roomType, LocalDate date, int quantity, int booked, int blocked, int withoutUnit) {

    public int available() {
        return Math.max(0, quantity - booked - blocked + withoutUnit);
    }
}
