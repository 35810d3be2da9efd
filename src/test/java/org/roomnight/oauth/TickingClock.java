package org.roomnight.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test ticks it. */
final class TickingClock implements InstantSource {

    static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private volatile Instant now = START;

    void tick(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
