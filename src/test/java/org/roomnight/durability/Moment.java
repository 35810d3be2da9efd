package org.roomnight.durability;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** When something happens: faults at random, and everything else when a condition holds. */
final class Moment {

    private static final int MIN_FAULT_MILLIS = 5;
    private static final int MAX_FAULT_MILLIS = 500;
    private static final long POLL_NANOS = 10_000_000;

    private Moment() {}

    /** Waits for a random moment 5 to 500 ms from now. */
    static void ofTheFault(RandomGenerator random) {
        long millis = random.nextInt(MIN_FAULT_MILLIS, MAX_FAULT_MILLIS + 1);
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** A question that may fail with an exception of its own. */
    interface Condition {

        boolean holds() throws Exception;
    }

    /** Polls until it holds; answers how long that took. */
    static Duration until(String what, Duration most, Condition condition) {
        long began = System.nanoTime();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() - began > most.toNanos()) {
                    throw new AssertionError("not within %s: %s".formatted(most, what));
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (Exception failure) {
            throw new AssertionError(what, failure);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
