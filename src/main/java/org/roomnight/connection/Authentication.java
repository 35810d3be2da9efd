package org.roomnight.connection;

import java.time.Duration;
import org.roomnight.kernel.PropertyId;

/** What became of a username and a passkey. */
public sealed interface Authentication {

    /** The passkey is the one of the property whose name was given. */
    record Accepted(PropertyId property) implements Authentication {}

    /** Unknown, malformed, revoked or another property's: the caller is never told which. */
    record Rejected() implements Authentication {}

    /** Refused, and the source has failed too often; {@code retryAfter} is more than zero. */
    record TooManyFailures(Duration retryAfter) implements Authentication {}
}
