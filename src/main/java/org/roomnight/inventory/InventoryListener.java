package org.roomnight.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.roomnight.kernel.PropertyId;

/** Hears of changes inside the transaction that makes them. */
public interface InventoryListener {

    default void propertyChanged(Property now) {}

    /** A room type was made or changed: its name, color or units. */
    default void roomTypeChanged(RoomType now) {}

    /** A room type that was never used is gone. */
    default void roomTypeRemoved(RoomType before) {}

    /** Names that the calendar of a new room type cannot have, because something else of the property has them. */
    default Set<String> namesTaken(PropertyId property) {
        return Set.of();
    }

    /** Nights, past and to come, of which something was or is claimed in the room type, in date order. */
    default List<LocalDate> nightsUsed(RoomType roomType) {
        return List.of();
    }

    /**
     * Units are about to be retired. The listener moves what is still to come onto the units that stay, or names the
     * nights that would not fit and changes nothing.
     */
    default List<LocalDate> retiring(RoomType before, List<RoomType.Unit> retired) {
        return List.of();
    }
}
