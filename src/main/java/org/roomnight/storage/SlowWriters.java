package org.roomnight.storage;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.roomnight.kernel.PropertyId;

/**
 * The properties whose last write took long: the next one is expected to. It gets a transaction of its own, or everybody
 * whose write was run before it would wait for it too. Known to one thread.
 */
final class SlowWriters {

    /** From here on a write is dear. */
    static final Duration DEAR = WriteBatch.MAX_TIME;

    /** Properties remembered; the one that was dear first is forgotten for one more. */
    static final int MAX_REMEMBERED = 1_000;

    private final LinkedHashSet<Optional<PropertyId>> dear = new LinkedHashSet<>();

    void ran(Optional<PropertyId> property, Duration took) {
        dear.remove(property);
        if (took.compareTo(DEAR) >= 0) {
            if (dear.size() == MAX_REMEMBERED) {
                dear.removeFirst();
            }
            dear.add(property);
        }
    }

    boolean contains(Optional<PropertyId> property) {
        return dear.contains(property);
    }
}
