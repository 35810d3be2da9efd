package org.roomnight.connection;

import org.roomnight.kernel.PropertyId;

/** The other nodes of the same database, as far as passkeys are concerned. */
public interface OtherNodes {

    /** Called inside the write that stops a passkey, so that they hear of it with the commit. */
    void tellRevoked(PropertyId property);

    /** Whether this node would hear now if one of them stopped a passkey. */
    boolean areHeard();
}
