package org.roomnight.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Secret;
import org.roomnight.kernel.Uuids;

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
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(property.toString().getBytes(US_ASCII));
            return HexFormat.of().formatHex(sha.digest(passkey.octets()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
