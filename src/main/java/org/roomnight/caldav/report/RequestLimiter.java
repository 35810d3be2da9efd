package org.roomnight.caldav.report;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.http.Bulkhead;
import org.roomnight.inventory.Property;

/**
 * Limits how many requests are answered at once, by their cost: a costly one waits its turn among few, and is told to come
 * back when there are too many; an ordinary one only waits for others of the same property.
 */
public final class RequestLimiter {

    /** A costly question may take seconds, so that it is better to come back than to wait for several. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int LINE = 8;
    private static final String RETRY_AFTER_SECONDS = "5";

    /** Ordinary questions of one property at once, and those that wait: the programs of a large house all polling. */
    private static final int ORDINARY = 4;

    private static final int ORDINARY_LINE = 100;

    private final Bulkhead limiter;
    private final Bulkhead ordinary =
            new Bulkhead(Integer.MAX_VALUE, ORDINARY, Integer.MAX_VALUE, ORDINARY_LINE, Duration.ofSeconds(10));

    /** @param places costly questions at once, of one property one */
    public RequestLimiter(int places) {
        this.limiter = new Bulkhead(places, 1, LINE, 1, PATIENCE);
    }

    /** Fewer than the machine has cores, and no more than half of the readers that SQLite has. */
    public static int places() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 2);
    }

    /** Answers a request that costs so much (see {@link RequestCost}). */
    public <T> T answer(Property visitor, long cost, Supplier<T> work) {
        return cost > RequestCost.COSTLY ? run(visitor, work) : run(ordinary.enter(visitor.id()), work);
    }

    /** Does work that is costly in any case. */
    public <T> T run(Property visitor, Supplier<T> work) {
        return run(limiter.enter(visitor.id()), work);
    }

    private static <T> T run(Optional<Bulkhead.Place> entered, Supplier<T> work) {
        try (Bulkhead.Place _ = entered.orElseThrow(RequestLimiter::later)) {
            return work.get();
        }
    }

    private static Refused later() {
        return new Refused(
                new DavRefusal(
                        503,
                        null,
                        "The server is busy with questions that read as much as this one. Ask again later, or for a"
                                + " shorter time range."),
                Map.of("Retry-After", RETRY_AFTER_SECONDS));
    }
}
