package org.roomnight.connection;

import java.util.Optional;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Secret;
import org.roomnight.kernel.Uuids;
import org.roomnight.keys.Sha256;

/** A username and a passkey that could be right: which property they claim to be. */
record Credentials(PropertyId property, Passkey passkey) {

    /** Phones like to begin a field in upper case. */
    static Optional<Credentials> parse(String username, Secret passkey) {
        return Uuids.parse(username)
                .map(PropertyId::new)
                .flatMap(property -> Passkey.parse(passkey).map(read -> new Credentials(property, read)));
    }

    /** A name for the pair that does not give it away. */
    String digest() {
        return Sha256.hex(property + passkey.reveal());
    }
}
