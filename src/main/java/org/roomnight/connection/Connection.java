package org.roomnight.connection;

import java.time.Instant;
import org.roomnight.kernel.PropertyId;

/**
 * A property's calendar account: username is the property's {@code hotelIdentifier}, password is the passkey.
 *
 * @param createdAt when this passkey was made, in whole milliseconds
 */
public record Connection(ConnectionId identifier, PropertyId property, Passkey passkey, Instant createdAt) {}
