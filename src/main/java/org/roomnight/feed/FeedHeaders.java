package org.roomnight.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.roomnight.calendar.ServedCalendar;
import org.roomnight.http.HttpDates;
import org.roomnight.http.SecurityHeaders;

/** The headers of a served calendar. */
final class FeedHeaders {

    private FeedHeaders() {}

    /** What a client compares next time; the same for 200 and 304 (RFC 9110 §15.4.5). */
    static void validators(HttpServletResponse response, ServedCalendar.Head head, boolean gzip, Instant now) {
        response.setHeader("ETag", Conditions.entityTag(head, gzip));
        response.setHeader("Last-Modified", HttpDates.format(Conditions.lastModified(head, now)));
        response.setHeader("Cache-Control", "private, max-age=0, must-revalidate");
        response.setHeader("Vary", "Accept-Encoding, Authorization");
        if (!head.age().isZero()) {
            response.setHeader("Age", Long.toString(head.age().toSeconds()));
        }
    }

    static void content(HttpServletResponse response, boolean gzip) {
        response.setHeader("Content-Type", "text/calendar; charset=utf-8");
        response.setHeader("Content-Disposition", "inline; filename=\"bookings.ics\"");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        security(response);
    }

    static void security(HttpServletResponse response) {
        SecurityHeaders.shown(response, SecurityHeaders.NO_CONTENT);
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
