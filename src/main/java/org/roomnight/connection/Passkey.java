package org.roomnight.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.roomnight.kernel.Secret;
import org.roomnight.keys.RandomTexts;

/**
 * The password of a connection: {@code pkey_}, 26 random characters of {@code [a-z0-9]} (134 bits) and 6 of checksum,
 * by which a typing error is told without asking the database.
 */
public final class Passkey {

    static final String PREFIX = "pkey_";
    static final int RANDOM_LENGTH = 26;
    static final int CHECKSUM_LENGTH = 6;

    private static final int LENGTH = PREFIX.length() + RANDOM_LENGTH + CHECKSUM_LENGTH;

    /** Digits of the checksum are letters too. */
    private static final int BASE = 36;

    private final String text;

    private Passkey(String text) {
        this.text = text;
    }

    /** A new one; {@code random} must be a SecureRandom outside of tests. */
    static Passkey random(RandomGenerator random) {
        String body = new RandomTexts(random).next(RANDOM_LENGTH);
        return new Passkey(PREFIX + body + checksum(body));
    }

    /** Reads what a client sent; empty when it cannot be a passkey, whatever the database holds. */
    public static Optional<Passkey> parse(Secret sent) {
        String text = sent.reveal();
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String body = text.substring(PREFIX.length(), PREFIX.length() + RANDOM_LENGTH);
        return text.endsWith(checksum(body)) ? Optional.of(new Passkey(text)) : Optional.empty();
    }

    /**
     * The upper 31 bits of the CRC-32 as six digits of base 36. Bits are cut off rather than divided away, because then
     * whether an error is noticed does not depend on the passkey: a test tries all errors of one character.
     */
    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(US_ASCII));
        String digits = Long.toString(crc.getValue() >>> 1, BASE);
        return "0".repeat(CHECKSUM_LENGTH - digits.length()) + digits;
    }

    /** The passkey in clear, for the one answer that shows it to its owner. */
    public String reveal() {
        return text;
    }

    static Optional<Passkey> ofOctets(byte[] octets) {
        return parse(new Secret(new String(octets, US_ASCII)));
    }

    Secret secret() {
        return new Secret(text);
    }

    byte[] octets() {
        return text.getBytes(US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Passkey passkey && MessageDigest.isEqual(octets(), passkey.octets());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
