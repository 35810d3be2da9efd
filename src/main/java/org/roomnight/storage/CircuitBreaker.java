package org.roomnight.storage;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers for a moment that the database could not be reached: callers are told at once, and one at a time tries
 * again, instead of all waiting one after the other.
 */
final class CircuitBreaker {

    static final Duration REMEMBERED = Duration.ofMillis(250);

    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean down;
    private boolean trying;
    private long tryAgainAt;

    /** Whether to try; whoever was allowed to says afterwards how it went. */
    boolean mayTry() {
        if (!down) {
            return true;
        }
        lock.lock();
        try {
            if (down && (trying || System.nanoTime() - tryAgainAt < 0)) {
                return false;
            }
            trying = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void reached() {
        if (down) {
            end(false);
        }
    }

    void failed() {
        end(true);
    }

    /** Whoever was allowed to try did not come to it. */
    void notTried() {
        if (down) {
            end(true);
        }
    }

    private void end(boolean nowDown) {
        lock.lock();
        try {
            down = nowDown;
            trying = false;
            tryAgainAt = System.nanoTime() + REMEMBERED.toNanos();
        } finally {
            lock.unlock();
        }
    }
}
