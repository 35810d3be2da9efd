package org.roomnight.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.PropertyId;

/** Whose a stored passkey is: all that its ciphertext is bound to, and when it was made. */
record ConnectionRow(
        PropertyId property, AccountId account, ConnectionId identifier, int keyVersion, Instant createdAt) {

    private static final byte[] LABEL = "roomnight passkey".getBytes(US_ASCII);

    /** What the passkey may be used for; one day there may be others beside it. */
    private static final byte[] SCOPE = "caldav".getBytes(US_ASCII);

    /** The additional authenticated data: a ciphertext opens in this row only. */
    byte[] context() {
        ByteBuffer context = ByteBuffer.allocate(LABEL.length + 3 * 2 * Long.BYTES + Integer.BYTES + SCOPE.length);
        context.put(LABEL);
        put(context, account.value());
        put(context, property.value());
        put(context, identifier.value());
        return context.putInt(keyVersion).put(SCOPE).array();
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
