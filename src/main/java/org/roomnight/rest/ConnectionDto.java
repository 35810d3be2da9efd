package org.roomnight.rest;

import java.net.URI;
import java.util.UUID;
import org.roomnight.connection.Connection;

/** A property's connection, with its passkey in clear. */
record ConnectionDto(UUID identifier, UUID hotelIdentifier, String passkey, String url) {

    static ConnectionDto of(Connection connection, URI publicUrl) {
        UUID hotel = connection.property().value();
        return new ConnectionDto(
                connection.identifier().value(),
                hotel,
                connection.passkey().reveal(),
                "%s/api/cal/property/%s/booking/list".formatted(publicUrl, hotel));
    }

    /** A passkey must not reach a log. */
    @Override
    public String toString() {
        return "connection " + identifier;
    }
}
