package org.roomnight.connection;

import java.util.concurrent.atomic.AtomicLongArray;
import org.roomnight.kernel.PropertyId;

/**
 * Counts how often a property's passkey may have changed: what was read under an older count is not to be believed.
 * Properties share counters, so memory is bounded; sharing costs no more than a needless read.
 */
final class RevocationCounters {

    private static final int COUNTERS = 4_096;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);

    long of(PropertyId property) {
        return counters.get(counter(property));
    }

    void raise(PropertyId property) {
        counters.incrementAndGet(counter(property));
    }

    void raiseAll() {
        for (int counter = 0; counter < COUNTERS; counter++) {
            counters.incrementAndGet(counter);
        }
    }

    private static int counter(PropertyId property) {
        return Math.floorMod(property.hashCode(), COUNTERS);
    }
}
