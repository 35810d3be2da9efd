package org.roomnight.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D): a random 96-bit nonce, then the ciphertext with its 128-bit tag. */
final class Aes {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private Aes() {}

    static SecretKey key(byte[] octets) {
        return new SecretKeySpec(octets, "AES");
    }

    /** Encrypts; only the same {@code context} opens it again. */
    static byte[] seal(SecretKey key, byte[] plain, byte[] context, SecureRandom random) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_OCTETS + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_OCTETS);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /** Decrypts, or throws {@link BrokenSealException} when key, context or octets are not those of the sealing. */
    static byte[] open(SecretKey key, byte[] sealed, byte[] context) {
        if (sealed.length < NONCE_OCTETS) {
            throw new BrokenSealException("the sealed octets are cut off");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_OCTETS), context);
            return cipher.doFinal(sealed, NONCE_OCTETS, sealed.length - NONCE_OCTETS);
        } catch (AEADBadTagException _) {
            throw new BrokenSealException("the sealed octets were made with another key or for another row");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
