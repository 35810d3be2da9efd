package org.roomnight.davxml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From {@code start} to before {@code end}; null is open on that side, and one of both is there (RFC 4791 §9.9). */
public record TimeRange(@Nullable Instant start, @Nullable Instant end) {

    /** The earliest moment that may be asked for: CALDAV:min-date-time (RFC 4791 §5.2.6). */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** The latest moment that may be asked for: CALDAV:max-date-time (RFC 4791 §5.2.7). */
    public static final Instant LATEST = Instant.parse("2200-12-31T23:59:59Z");
}
