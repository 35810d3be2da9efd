package org.roomnight.connection;

import java.util.Arrays;
import org.roomnight.keys.BrokenSealException;
import org.roomnight.keys.SealedSecret;
import org.roomnight.keys.Seals;

/** A passkey as the database holds it, with its row. */
record SealedPasskey(ConnectionRow row, SealedSecret sealed) {

    /**
     * Decrypts; the plain octets are overwritten after use.
     *
     * @throws BrokenSealException when key or row are not those of the sealing
     */
    Passkey open(Seals seals) {
        byte[] plain = seals.open(row.context(), sealed);
        try {
            return Passkey.ofOctets(plain)
                    .orElseThrow(() -> new BrokenSealException("the sealed octets are no passkey"));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
