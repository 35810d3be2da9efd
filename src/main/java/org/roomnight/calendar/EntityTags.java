package org.roomnight.calendar;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.roomnight.keys.Sha256;

/** Strong entity tags made of the content alone, so that every node gives the same one (RFC 9110 §8.8.3). */
final class EntityTags {

    private static final int OCTETS = 16;

    private EntityTags() {}

    static MessageDigest digest() {
        return Sha256.digest();
    }

    /** The tag without its quotes. */
    static String of(byte[] content) {
        return Sha256.hex(content, OCTETS);
    }

    static String ofDigest(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
    }
}
