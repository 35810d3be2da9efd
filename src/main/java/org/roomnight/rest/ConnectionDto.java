package org.roomnight.rest;

import java.util.UUID;
import org.roomnight.connection.Connection;
import org.roomnight.http.FeedAddress;
import org.roomnight.http.PublicAddress;

/** A property's connection, with its passkey in clear. */
record ConnectionDto(UUID identifier, UUID hotelIdentifier, String passkey, String url) {

    static ConnectionDto of(Connection connection, PublicAddress publicAddress) {
        UUID hotel = connection.property().value();
        return new ConnectionDto(
                connection.identifier().value(),
                hotel,
                connection.passkey().reveal(),
                publicAddress.whole(FeedAddress.path(hotel)));
    }

    /** A passkey must not reach a log. */
    @Override
    public String toString() {
        return "connection " + identifier;
    }
}
