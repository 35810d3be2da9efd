package org.roomnight.kernel;

import java.util.UUID;

/** A room type, called <em>guest room</em> in the API. */
public record RoomTypeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
