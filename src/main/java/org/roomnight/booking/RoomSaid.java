package org.roomnight.booking;

import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.RoomTypeId;

/**
 * What a sender says of the room of a stay: by our identifier, by the rate that it sells it under, or by a name. Of one that
 * is stored the identifier is kept only where it was none of the room that the stay has.
 */
public record RoomSaid(
        @Nullable RoomTypeId identifier,
        @Nullable String roomRate,
        @Nullable String name) {

    boolean nothing() {
        return identifier == null && roomRate == null && name == null;
    }
}
