package org.roomnight.kernel;

import java.util.UUID;

/** A guest's confirmed booking. */
public record BookingId(UUID value) implements Holder {

    @Override
    public String toString() {
        return value.toString();
    }
}
