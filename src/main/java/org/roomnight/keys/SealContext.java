package org.roomnight.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.roomnight.kernel.AccountId;

/**
 * What a sealed secret is bound to: it opens for this purpose, for this account and in this row only.
 *
 * @param row the identifiers that name the row, always as many and in the same order for one purpose
 */
public record SealContext(SealPurpose purpose, AccountId account, List<UUID> row) {

    private static final String LABEL = "roomnight ";

    public SealContext {
        row = List.copyOf(row);
    }

    /** The additional authenticated data of AES-GCM. */
    byte[] octets(int keyVersion) {
        byte[] kind = (LABEL + purpose.kind()).getBytes(US_ASCII);
        byte[] use = purpose.use().getBytes(US_ASCII);
        int identifiers = (1 + row.size()) * 2 * Long.BYTES;
        ByteBuffer octets = ByteBuffer.allocate(kind.length + identifiers + Integer.BYTES + use.length);
        octets.put(kind);
        put(octets, account.value());
        row.forEach(identifier -> put(octets, identifier));
        return octets.putInt(keyVersion).put(use).array();
    }

    private static void put(ByteBuffer octets, UUID identifier) {
        octets.putLong(identifier.getMostSignificantBits()).putLong(identifier.getLeastSignificantBits());
    }
}
