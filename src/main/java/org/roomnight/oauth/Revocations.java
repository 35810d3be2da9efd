package org.roomnight.oauth;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts revocations on this node, so that an answer read before one is never used after it, not even when the reading
 * was under way meanwhile. Tokens share counters: one too many is only read again.
 */
final class Revocations {

    private static final int STRIPES = 1024;

    private final AtomicLong clients = new AtomicLong();
    private final AtomicLongArray tokens = new AtomicLongArray(STRIPES);

    /** Grows with every revocation that may concern the token. */
    long countFor(String tokenHash) {
        return clients.get() + tokens.get(stripe(tokenHash));
    }

    /** Grows with every client that is revoked. */
    long clientCount() {
        return clients.get();
    }

    void tokenRevoked(String tokenHash) {
        tokens.incrementAndGet(stripe(tokenHash));
    }

    void clientRevoked() {
        clients.incrementAndGet();
    }

    private static int stripe(String tokenHash) {
        return Math.floorMod(tokenHash.hashCode(), STRIPES);
    }
}
