package org.roomnight.connection;

import java.time.Duration;
import java.util.Optional;

/** A bucket of tokens that fills up again with time; kept as the moment at which it will be full. */
final class TokenBucket {

    /** At most {@code burst} tokens, one more every {@code interval}. */
    record Limit(int burst, Duration interval) {

        private long millisToFill() {
            return burst * interval.toMillis();
        }
    }

    private final Limit limit;
    private long fullAtMillis = Long.MIN_VALUE;

    TokenBucket(Limit limit) {
        this.limit = limit;
    }

    /** Takes a token, or says how long until there is one. A clock set back leaves it empty at worst, never in debt. */
    synchronized Optional<Duration> take(long nowMillis) {
        long emptyUntil = nowMillis + limit.millisToFill();
        long fullAt = Math.clamp(fullAtMillis, nowMillis, emptyUntil);
        long next = fullAt + limit.interval().toMillis();
        if (next > emptyUntil) {
            fullAtMillis = fullAt;
            return Optional.of(Duration.ofMillis(next - emptyUntil));
        }
        fullAtMillis = next;
        return Optional.empty();
    }
}
