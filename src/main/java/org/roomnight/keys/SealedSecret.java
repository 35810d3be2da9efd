package org.roomnight.keys;

/** A secret as the database holds it: its ciphertext, and the key of its account, wrapped by a version of the server's. */
public final class SealedSecret {

    private final int keyVersion;
    private final byte[] wrappedKey;
    private final byte[] ciphertext;

    /**
     * @param keyVersion which version of the server's keys wraps the account's
     * @param wrappedKey the column {@code wrapped} of {@code account_key} for this account and version
     * @param ciphertext what {@link Seals#seal} made
     */
    public SealedSecret(int keyVersion, byte[] wrappedKey, byte[] ciphertext) {
        this.keyVersion = keyVersion;
        this.wrappedKey = wrappedKey.clone();
        this.ciphertext = ciphertext.clone();
    }

    public int keyVersion() {
        return keyVersion;
    }

    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    byte[] wrappedKey() {
        return wrappedKey.clone();
    }
}
