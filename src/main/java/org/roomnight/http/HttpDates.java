package org.roomnight.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpDateTime;

/** Dates of HTTP (RFC 9110 §5.6.7): whole seconds, written in the one form and read in all three. */
public final class HttpDates {

    /** With two digits for the day (RFC 9110 §5.6.7), of which Jetty and the JDK leave out a zero. */
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    public static String format(Instant moment) {
        return WRITTEN.format(moment);
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
