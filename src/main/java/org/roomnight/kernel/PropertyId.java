package org.roomnight.kernel;

import java.util.UUID;

/**
 * A property, as every table and every calendar client knows it: the {@code hotelIdentifier} of the API and the
 * username of the connection. Made by us, unique among all accounts, never changes.
 */
public record PropertyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
