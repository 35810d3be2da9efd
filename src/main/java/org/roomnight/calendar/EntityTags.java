package org.roomnight.calendar;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Strong entity tags made of the content alone, so that every node gives the same one (RFC 9110 §8.8.3). */
final class EntityTags {

    private static final int OCTETS = 16;

    private EntityTags() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The tag without its quotes. */
    static String of(byte[] content) {
        return of(digest().digest(content), OCTETS);
    }

    static String ofDigest(MessageDigest digest) {
        return of(digest.digest(), OCTETS);
    }

    private static String of(byte[] hash, int octets) {
        return HexFormat.of().formatHex(hash, 0, octets);
    }
}
