package org.roomnight.connection;

import java.util.UUID;

/** A connection; it stays the same when the passkey is replaced. */
public record ConnectionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
