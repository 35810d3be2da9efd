package org.roomnight.availability;

import java.time.LocalDate;
import java.util.List;
import org.roomnight.kernel.RoomTypeId;

/** Nights on which no unit of a room type is free, or not the wanted one; never empty and in date order. */
public record TakenNights(RoomTypeId roomType, List<LocalDate> nights) {

    public TakenNights {
        nights = List.copyOf(nights);
    }
}
