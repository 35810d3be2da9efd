package org.roomnight.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import org.roomnight.calendar.ServedCalendar;
import org.roomnight.http.EntityTags;
import org.roomnight.http.HttpDates;

/** The conditional request headers of a poll (RFC 9110 §13.1). */
final class Conditions {

    private static final String GZIP_SUFFIX = "-gzip";

    /** A second for the change itself, and one for nodes whose clocks are not quite the same. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private Conditions() {}

    /** The entity tag of a form; two forms of one calendar have tags of their own (RFC 9110 §8.8.3.3). */
    static String entityTag(ServedCalendar.Head head, boolean gzip) {
        return EntityTags.quoted(gzip ? head.etag() + GZIP_SUFFIX : head.etag());
    }

    /** Whether the client has this calendar already, in either form. */
    static boolean notModified(HttpServletRequest request, ServedCalendar.Head head, Instant now) {
        Enumeration<String> tags = request.getHeaders("If-None-Match");
        if (tags.hasMoreElements()) {
            return matches(String.join(",", Collections.list(tags)), head.etag());
        }
        String since = request.getHeader("If-Modified-Since");
        return since != null && unmodifiedSince(since, head.lastModified(), now);
    }

    private static boolean matches(String header, String etag) {
        EntityTags tags = EntityTags.parse(header);
        return tags.has(etag) || tags.has(etag + GZIP_SUFFIX);
    }

    private static boolean unmodifiedSince(String header, Instant lastModified, Instant now) {
        Optional<Instant> since = HttpDates.parse(header);
        return since.isPresent()
                && !since.get().isAfter(now)
                && !since.get().isBefore(lastModified.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * The Last-Modified of an answer. Until {@link #SETTLED} after the second of the change it is held back: another
     * change in that second would otherwise be invisible to clients that send only If-Modified-Since.
     */
    static Instant lastModified(ServedCalendar.Head head, Instant now) {
        Instant second = head.lastModified().truncatedTo(ChronoUnit.SECONDS);
        if (!now.isBefore(second.plus(SETTLED))) {
            return second;
        }
        Instant before = second.minusSeconds(1);
        return before.isAfter(now) ? now : before; // never later than the answer (RFC 9110 §8.8.2.1)
    }
}
