package org.roomnight.kernel;

import java.util.UUID;

/** One physical room or flat of a room type. */
public record UnitId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
