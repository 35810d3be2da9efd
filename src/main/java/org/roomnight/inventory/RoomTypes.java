package org.roomnight.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.roomnight.inventory.RoomType.RoomTypeFacts;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;

/** The room types of a property and their units. */
public interface RoomTypes {

    /** Most room types of one property. */
    int MAX_ROOM_TYPES = 500;

    /** All room types of a property, by name. */
    List<RoomType> list(PropertyId property);

    Optional<RoomType> find(PropertyId property, RoomTypeId id);

    /** The room type whose calendar has this name in its address. */
    Optional<RoomType> findBySlug(PropertyId property, String slug);

    /** Whether this is what is stored now, so that a caller who looked earlier notices a change. */
    boolean current(RoomType seen);

    /** The room type that a name means: see {@link RoomNames#named}. */
    Optional<RoomType> findByName(PropertyId property, String name);

    /** The name of a unit, also of a retired one. */
    Optional<String> unitName(PropertyId property, UnitId unit);

    Put<RoomType> put(PropertyId property, RoomTypeId id, RoomTypeFacts facts, ExpectedVersion expected);

    /** How a removal ended. */
    sealed interface Removal {
        record Removed() implements Removal {}

        record Unknown() implements Removal {}

        record Stale() implements Removal {}

        /** Something was or is booked in it on these nights; it stays, for history has to stay readable. */
        record InUse(List<LocalDate> nights) implements Removal {
            public InUse {
                nights = List.copyOf(nights);
            }
        }
    }

    /** Removes a room type that no claim ever used. */
    Removal remove(PropertyId property, RoomTypeId id, ExpectedVersion expected);
}
