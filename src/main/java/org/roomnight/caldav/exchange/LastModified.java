package org.roomnight.caldav.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Last-Modified and If-Modified-Since (RFC 9110 §8.8.2, §13.1.3). They know whole seconds only, so a second change
 * within one is not seen by who sends no entity tag.
 */
public final class LastModified {

    /** The date of HTTP with two digits for the day, which the formatter of the JDK leaves out (RFC 9110 §5.6.7). */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private LastModified() {}

    public static String header(Instant changed) {
        return HTTP_DATE.format(changed);
    }

    /** Whether the object is as old as the header says; false for a date in a form that is not understood. */
    public static boolean unchangedSince(String header, Instant changed) {
        try {
            Instant since = Instant.from(HTTP_DATE.parse(header.strip()));
            return !since.isBefore(changed.truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
