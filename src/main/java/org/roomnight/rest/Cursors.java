package org.roomnight.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.roomnight.keys.Hmac;

/** Makes and reads the cursors of lists: a position that only we can write, good for one list and its filters. */
final class Cursors {

    /** Octets of the HMAC that a cursor carries; nobody can try 2^128. */
    private static final int MAC_OCTETS = 16;

    /** Longest cursor that is looked at, in characters. */
    private static final int MAX_LENGTH = 256;

    private final SecretKey key;

    Cursors(SecretKey key) {
        this.key = key;
    }

    /** {@code list} says whose list it is, which, and with which filters. */
    String make(String list, String position) {
        byte[] octets = position.getBytes(StandardCharsets.UTF_8);
        byte[] mac = mac(list, position);
        byte[] cursor = Arrays.copyOf(mac, MAC_OCTETS + octets.length);
        System.arraycopy(octets, 0, cursor, MAC_OCTETS, octets.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The position, or empty at the beginning of a list; a cursor that we did not make for this list is a 400. */
    Optional<String> read(String list, @Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        byte[] octets = decoded(cursor);
        if (octets.length > MAC_OCTETS) {
            String position = new String(octets, MAC_OCTETS, octets.length - MAC_OCTETS, StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(mac(list, position), Arrays.copyOf(octets, MAC_OCTETS))) {
                return Optional.of(position);
            }
        }
        throw Refusals.badParameter("cursor must be one that this list gave with the same parameters. Begin again.");
    }

    private static byte[] decoded(String cursor) {
        try {
            return cursor.length() > MAX_LENGTH
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private byte[] mac(String list, String position) {
        byte[] octets = (list + "\n" + position).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hmac.of(key, octets), MAC_OCTETS);
    }
}
