package org.roomnight.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). Enough also for secrets of more than 128 random bits: there is no dictionary to try. */
public final class Sha256 {

    private static final HexFormat HEX = HexFormat.of();

    private Sha256() {}

    /** For what comes in parts. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    public static byte[] of(byte[] octets) {
        return digest().digest(octets);
    }

    /** The hash as 64 hexadecimal digits. */
    public static String hex(byte[] octets) {
        return HEX.formatHex(of(octets));
    }

    /** The hash of the text in UTF-8 as 64 hexadecimal digits. */
    public static String hex(CharSequence text) {
        return hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The first {@code octets} of the hash in hexadecimal digits, for names that need no secrecy. */
    public static String hex(byte[] content, int octets) {
        return HEX.formatHex(of(content), 0, octets);
    }

    /** Takes the same time wherever the difference is. */
    public static boolean equal(String oneHex, String otherHex) {
        return MessageDigest.isEqual(
                oneHex.getBytes(StandardCharsets.US_ASCII), otherHex.getBytes(StandardCharsets.US_ASCII));
    }
}
