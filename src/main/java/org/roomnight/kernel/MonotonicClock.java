package org.roomnight.kernel;

import java.time.Duration;

/**
 * Time that only goes forward, for ages and deadlines: setting the wall clock does not move it. Its zero means nothing,
 * so only differences of two readings of one clock are compared.
 */
@FunctionalInterface
public interface MonotonicClock {

    MonotonicClock SYSTEM = System::nanoTime;

    /** Nanoseconds since some moment; may overflow, so it is compared by difference. */
    long nanos();

    /** How long ago a reading of this clock was taken. */
    default Duration since(long reading) {
        return Duration.ofNanos(nanos() - reading);
    }

    /** Whether a reading of this clock is less than {@code age} old. */
    default boolean isYoungerThan(Duration age, long reading) {
        return nanos() - reading < age.toNanos();
    }
}
