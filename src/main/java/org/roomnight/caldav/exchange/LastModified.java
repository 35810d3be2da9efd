package org.roomnight.caldav.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.roomnight.http.HttpDates;

/**
 * Last-Modified and If-Modified-Since (RFC 9110 §8.8.2, §13.1.3). They know whole seconds only, so a second change
 * within one is not seen by who sends no entity tag.
 */
public final class LastModified {

    private LastModified() {}

    public static String header(Instant changed) {
        return HttpDates.format(changed);
    }

    /** Whether the object is as old as the header says; false for a date in a form that is not understood. */
    public static boolean unchangedSince(String header, Instant changed) {
        return HttpDates.parse(header)
                .filter(since -> !since.isBefore(changed.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }
}
