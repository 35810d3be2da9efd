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
    private long fullAtMillis;
    private long askedAtMillis;

    TokenBucket(Limit limit) {
        this.limit = limit;
    }

    /** Takes a token, or says how long until there is one. A clock that is set back neither gives nor takes tokens. */
    synchronized Optional<Duration> take(long nowMillis) {
        fullAtMillis -= Math.max(askedAtMillis - nowMillis, 0);
        askedAtMillis = nowMillis;
        long next = Math.max(fullAtMillis, nowMillis) + limit.interval().toMillis();
        long emptyUntil = nowMillis + limit.millisToFill();
        if (next > emptyUntil) {
            return Optional.of(Duration.ofMillis(next - emptyUntil));
        }
        fullAtMillis = next;
        return Optional.empty();
    }
}
