package org.roomnight.connection;

import java.util.Arrays;

/** A passkey as the database holds it: its row, its ciphertext, and the account's key, wrapped. */
final class SealedPasskey {

    private final ConnectionRow row;
    private final byte[] ciphertext;
    private final byte[] wrappedKey;

    SealedPasskey(ConnectionRow row, byte[] ciphertext, byte[] wrappedKey) {
        this.row = row;
        this.ciphertext = ciphertext;
        this.wrappedKey = wrappedKey;
    }

    ConnectionRow row() {
        return row;
    }

    /** Decrypts, or throws {@link BrokenSealException}; the plain octets are overwritten after use. */
    Passkey open(KeyRing ring) {
        KeyVersion version = ring.version(row.keyVersion())
                .orElseThrow(() -> new BrokenSealException("this node lacks key version " + row.keyVersion()));
        byte[] plain = Aes.open(AccountKeyRows.unwrap(row.account(), version, wrappedKey), ciphertext, row.context());
        try {
            return Passkey.ofOctets(plain)
                    .orElseThrow(() -> new BrokenSealException("the sealed octets are no passkey"));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
