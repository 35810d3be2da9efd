package org.roomnight.serving;

import java.time.Duration;

/**
 * How fast octets move in one direction of a request, while the server waits for its client. Time in which the server
 * itself works is not counted. In every stretch of waiting some octets have to move, so nobody saves up by a fast
 * beginning. Not safe for use by several threads at once.
 */
final class TransferRate {

    /** Fewest octets a second that a client has to send or take. */
    static final int LEAST_OCTETS_A_SECOND = 1024;

    /** Of bodies: how long a client may pause. */
    static final Duration BODY_STRETCH = Duration.ofSeconds(5);

    /**
     * Of answers. The system tells of room only when a third of its buffer is free, so a slow but honest reader moves in
     * steps of some ten KiB.
     */
    static final Duration ANSWER_STRETCH = Duration.ofSeconds(30);

    private final long stretchNanos;
    private final long leastOctets;
    private boolean waiting;
    private long since;
    private long waited;
    private long waitedInStretch;
    private long octetsInStretch;

    TransferRate(Duration stretch) {
        this.stretchNanos = stretch.toNanos();
        this.leastOctets = stretch.toSeconds() * LEAST_OCTETS_A_SECOND;
    }

    /** From now on the server waits for its client. */
    void await(long now) {
        if (!waiting) {
            waiting = true;
            since = now;
        }
    }

    /** Octets have moved, and the server has its turn again. */
    void moved(long octets, long now) {
        pass(now);
        waiting = false;
        octetsInStretch += octets;
    }

    private void pass(long now) {
        if (waiting) {
            waited += now - since;
            waitedInStretch += now - since;
            since = now;
        }
    }

    boolean isWaiting() {
        return waiting;
    }

    /** How long the server has waited in all, in nanoseconds. */
    long waited(long now) {
        return waited + (waiting ? now - since : 0);
    }

    /**
     * Whether the client is too slow.
     *
     * @param underWay octets that have moved since the waiting began
     */
    boolean isTooSlow(long underWay, long now) {
        pass(now);
        if (!waiting || waitedInStretch < stretchNanos) {
            return false;
        }
        if (octetsInStretch + underWay < leastOctets) {
            return true;
        }
        waitedInStretch = 0;
        octetsInStretch = -underWay; // they come once more when all of them have moved
        return false;
    }
}
