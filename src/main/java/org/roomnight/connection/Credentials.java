package org.roomnight.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Secret;

/** A username and a passkey that could be right: which property they claim to be. */
record Credentials(PropertyId property, Passkey passkey) {

    /** {@code UUID.fromString} would take {@code 1-1-1-1-1} too. Phones like to begin a field in upper case. */
    private static final Pattern USERNAME = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static Optional<Credentials> parse(String username, Secret passkey) {
        if (!USERNAME.matcher(username).matches()) {
            return Optional.empty();
        }
        PropertyId property = new PropertyId(UUID.fromString(username));
        return Passkey.parse(passkey).map(read -> new Credentials(property, read));
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
