package org.roomnight.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;

/**
 * The properties whose lock another transaction holds longer than a write lasts: another node's, or one that nobody
 * ends. Their writes are tried again for a while, then refused at once for a moment, so that nobody else waits for them.
 */
final class LockedProperties {

    /** How long waiting writes are tried again. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long writes are then refused at once. */
    static final Duration REFUSAL = Duration.ofSeconds(1);

    /** By {@link System#nanoTime}; no refusal yet where {@code refusedUntil} is null. */
    private record Locked(long since, @Nullable Long refusedUntil) {}

    private final Map<Optional<PropertyId>, Locked> locked = new ConcurrentHashMap<>();

    boolean refuses(Optional<PropertyId> property) {
        Locked found = locked.get(property);
        return found != null && found.refusedUntil() != null && System.nanoTime() - found.refusedUntil() < 0;
    }

    boolean contains(Optional<PropertyId> property) {
        return locked.containsKey(property);
    }

    void remove(Optional<PropertyId> property) {
        locked.remove(property);
    }

    /** Notes that the lock was not to be had; true when that has gone on for too long. */
    boolean refusesAfter(Optional<PropertyId> property) {
        long now = System.nanoTime();
        locked.compute(property, (_, found) -> {
            Locked known = found == null ? new Locked(now, null) : found;
            boolean tooLong = now - known.since() >= PATIENCE.toNanos();
            return tooLong ? new Locked(known.since(), now + REFUSAL.toNanos()) : known;
        });
        return refuses(property);
    }
}
