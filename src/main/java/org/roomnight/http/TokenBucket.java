package org.roomnight.http;

import java.time.Duration;
import java.util.Optional;

/** A bucket of tokens that fills up again with time; kept as the reading of a monotonic clock at which it will be full. */
public final class TokenBucket {

    /** At most {@code burst} tokens, one more every {@code interval}. */
    public record Limit(int burst, Duration interval) {

        private long nanosToFill() {
            return burst * interval.toNanos();
        }
    }

    private final Limit limit;
    private long fullAtNanos;

    /** Full at first. */
    TokenBucket(Limit limit, long nowNanos) {
        this.limit = limit;
        this.fullAtNanos = nowNanos;
    }

    /** Takes a token, or says how long until there is one. */
    synchronized Optional<Duration> take(long nowNanos) {
        long untilFull = Math.max(fullAtNanos - nowNanos, 0) + limit.interval().toNanos();
        if (untilFull > limit.nanosToFill()) {
            return Optional.of(Duration.ofNanos(untilFull - limit.nanosToFill()));
        }
        fullAtNanos = nowNanos + untilFull;
        return Optional.empty();
    }
}
