package org.roomnight.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One version of the server's keys.
 *
 * @param number counts up from 1; the largest encrypts
 * @param encryption wraps the key of each account (AES-256)
 * @param lookup makes the values by which secrets are found (HMAC-SHA-256)
 */
record KeyVersion(int number, SecretKey encryption, SecretKey lookup) {

    static final int KEY_OCTETS = 32;

    private static final String FINGERPRINT_LABEL = "roomnight key fingerprint";

    static KeyVersion random(int number, SecureRandom random) {
        return of(number, octets(random), octets(random));
    }

    static KeyVersion of(int number, byte[] encryption, byte[] lookup) {
        return new KeyVersion(number, Aes.key(encryption), new SecretKeySpec(lookup, Hmac.ALGORITHM));
    }

    /** Those of a new key. */
    static byte[] octets(SecureRandom random) {
        byte[] octets = new byte[KEY_OCTETS];
        random.nextBytes(octets);
        return octets;
    }

    /** What the database may know of these keys, to notice others under the same number. */
    String fingerprint() {
        byte[] label = FINGERPRINT_LABEL.getBytes(US_ASCII);
        SecretKey encryptionAsHmac = new SecretKeySpec(encryption.getEncoded(), Hmac.ALGORITHM);
        return HexFormat.of().formatHex(Hmac.of(lookup, Hmac.of(encryptionAsHmac, label)));
    }

    @Override
    public String toString() {
        return "key version " + number;
    }
}
