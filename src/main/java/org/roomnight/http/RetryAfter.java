package org.roomnight.http;

import java.time.Duration;
import java.util.Map;

/** When a client may ask again (RFC 9110 §10.2.3): in whole seconds, at least one. */
public record RetryAfter(long seconds) {

    /** After a dependency could not be reached, for a program that waits for the answer. */
    public static final RetryAfter SOON = new RetryAfter(5);

    /** The same for a calendar program, which asks by itself again and again. */
    public static final RetryAfter NEXT_POLL = new RetryAfter(30);

    private static final String HEADER = "Retry-After";

    public static RetryAfter in(Duration wait) {
        return new RetryAfter(Math.max(1, wait.toSeconds()));
    }

    public Map<String, String> header() {
        return Map.of(HEADER, Long.toString(seconds));
    }
}
