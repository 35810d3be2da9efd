package org.roomnight.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only when a test says so. */
final class TickingClock implements InstantSource {

    private final AtomicLong millis =
            new AtomicLong(Instant.parse("2027-03-01T09:00:00Z").toEpochMilli());

    void tick(Duration by) {
        millis.addAndGet(by.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }
}
