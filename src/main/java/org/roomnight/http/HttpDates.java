package org.roomnight.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jetty.http.HttpDateTime;

/** Dates of HTTP (RFC 9110 §5.6.7): whole seconds, written in the one form and read in all three. */
public final class HttpDates {

    private HttpDates() {}

    public static String format(Instant moment) {
        return HttpDateTime.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Empty for what is no date of HTTP; a condition that says so is ignored (RFC 9110 §13.1.3). */
    public static Optional<Instant> parse(String header) {
        try {
            return Optional.of(HttpDateTime.parse(header).toInstant());
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
