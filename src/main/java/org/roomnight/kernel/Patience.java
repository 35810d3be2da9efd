package org.roomnight.kernel;

import java.time.Duration;

/**
 * How long the running request waits in all for something newer than what it has to show. Doors bind it around a request;
 * whoever has something to show asks how much is left.
 */
public final class Patience {

    /** So that a poll is answered within 100 ms, whatever the database does. */
    public static final Duration OF_REQUEST = Duration.ofMillis(80);

    private static final ScopedValue<Patience> CURRENT = ScopedValue.newInstance();

    /** By the time that really passes, for it is a pause of a thread and no age of anything. */
    private final long endNanos = System.nanoTime() + OF_REQUEST.toNanos();

    private Patience() {}

    /** A scope in which patience begins to run out now. */
    public static ScopedValue.Carrier scope() {
        return ScopedValue.where(CURRENT, new Patience());
    }

    /** What is left to the running request; zero when it is over, never negative. */
    public static Duration left() {
        return CURRENT.isBound()
                ? Duration.ofNanos(Math.max(0, CURRENT.get().endNanos - System.nanoTime()))
                : OF_REQUEST;
    }
}
