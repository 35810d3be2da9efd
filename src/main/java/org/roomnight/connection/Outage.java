package org.roomnight.connection;

import java.time.Duration;
import java.time.InstantSource;

/** Remembers for a moment that the database could not be asked, so that not everybody waits to find out. */
final class Outage {

    private final InstantSource clock;
    private final long pauseMillis;
    private volatile long noticedAtMillis = Long.MIN_VALUE;

    Outage(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pauseMillis = pause.toMillis();
    }

    void noticed() {
        noticedAtMillis = clock.millis();
    }

    boolean isAssumed() {
        long now = clock.millis();
        long noticed = noticedAtMillis;
        return noticed <= now && noticed > now - pauseMillis;
    }
}
