package org.roomnight.rest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.roomnight.http.Bulkhead;
import org.roomnight.inventory.Property;

/**
 * Lets few lists of one account be read at once, so that programs that read all the time leave the machine to the others. Who
 * comes next waits a moment; with hundreds waiting, 503.
 */
final class ListLimiter {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** In all, and of one account: at least one core is for others. */
    private static final int PLACES = Math.max(2, CORES);

    private static final int PLACES_OF_ACCOUNT = Math.max(1, CORES / 2);

    private static final int LINE = 500;
    private static final int LINE_OF_ACCOUNT = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Bulkhead lists = new Bulkhead(PLACES, PLACES_OF_ACCOUNT, LINE, LINE_OF_ACCOUNT, PATIENCE);

    <T> T read(Property property, Supplier<T> list) {
        Optional<Bulkhead.Place> entered = lists.enter(property.account());
        try (Bulkhead.Place _ = entered.orElseThrow(() -> new Refusal(Refusals.BUSY, Map.of("Retry-After", "1")))) {
            return list.get();
        }
    }
}
