package org.roomnight.availability;

import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * One unit of a room type that a holder wants for some nights. With a {@code unit} only that one will do; one that the room
 * type does not have (any more) is no wish.
 */
public record Wanted(RoomType roomType, @Nullable UnitId unit, StayDates dates, ClaimLabel label) {

    public Wanted {
        unit = unit != null && roomType.unitIds().contains(unit) ? unit : null;
    }

    /** Any unit will do. */
    public Wanted(RoomType roomType, StayDates dates, ClaimLabel label) {
        this(roomType, null, dates, label);
    }
}
