package org.roomnight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.roomnight.kernel.MonotonicClock;

/** A wall clock and a monotonic one that stand still until a test moves them; the wall clock can be set too. */
public final class TickingClock implements InstantSource, MonotonicClock {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private final AtomicReference<Instant> now;
    private final AtomicLong elapsed = new AtomicLong();

    public TickingClock() {
        this(START);
    }

    public TickingClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public long nanos() {
        return elapsed.get();
    }

    /** Lets time pass, for both clocks. */
    public void tick(Duration step) {
        elapsed.addAndGet(step.toNanos());
        now.updateAndGet(before -> before.plus(step));
    }

    /** Somebody sets the wall clock, by a negative step back; no time passes. */
    public void set(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }
}
