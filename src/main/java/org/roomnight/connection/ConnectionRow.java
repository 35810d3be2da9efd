package org.roomnight.connection;

import java.time.Instant;
import java.util.List;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.keys.SealContext;
import org.roomnight.keys.SealPurpose;

/** Whose a stored passkey is, and when it was made. */
record ConnectionRow(PropertyId property, AccountId account, ConnectionId identifier, Instant createdAt) {

    private static final SealPurpose PURPOSE = new SealPurpose("passkey", "caldav");

    /** All that the ciphertext is bound to: it opens in this row only. */
    SealContext context() {
        return new SealContext(PURPOSE, account, List.of(property.value(), identifier.value()));
    }
}
