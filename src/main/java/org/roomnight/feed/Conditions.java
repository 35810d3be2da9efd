package org.roomnight.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.calendar.ServedCalendar;

/** The conditional request headers of a poll (RFC 9110 §13.1). */
final class Conditions {

    private static final String GZIP_SUFFIX = "-gzip";

    private Conditions() {}

    /** The entity tag of a form; two forms of one calendar have tags of their own (RFC 9110 §8.8.3.3). */
    static String entityTag(ServedCalendar.Head head, boolean gzip) {
        return gzip ? '"' + head.etag() + GZIP_SUFFIX + '"' : '"' + head.etag() + '"';
    }

    /** Whether the client has this calendar already, in either form. */
    static boolean notModified(HttpServletRequest request, ServedCalendar.Head head, Instant now) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return matches(tags, head.etag());
        }
        String since = request.getHeader("If-Modified-Since");
        return since != null && unmodifiedSince(since, head.lastModified(), now);
    }

    private static boolean matches(String tags, String etag) {
        if (tags.strip().equals("*")) {
            return true;
        }
        for (String part : tags.split(",", -1)) {
            String tag = part.strip();
            String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
            if (strong.equals('"' + etag + '"') || strong.equals('"' + etag + GZIP_SUFFIX + '"')) {
                return true;
            }
        }
        return false;
    }

    private static boolean unmodifiedSince(String header, Instant lastModified, Instant now) {
        Optional<Instant> since = date(header);
        return since.isPresent()
                && !since.get().isAfter(now)
                && !since.get().isBefore(lastModified.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Optional<Instant> date(@Nullable String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /**
     * The Last-Modified of an answer. While the second of the change lasts it is held back by one: another change in the
     * same second would otherwise be invisible to clients that send only If-Modified-Since.
     */
    static Instant lastModified(ServedCalendar.Head head, Instant now) {
        Instant second = head.lastModified().truncatedTo(ChronoUnit.SECONDS);
        return now.isBefore(second.plusSeconds(1)) ? second.minusSeconds(1) : second;
    }

    /** Whether the client takes gzip (RFC 9110 §12.5.3). */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String part : acceptEncoding.split(",", -1)) {
            String coding = part.strip().replace(" ", "");
            int semicolon = coding.indexOf(';');
            String name = semicolon < 0 ? coding : coding.substring(0, semicolon);
            if (name.equalsIgnoreCase("gzip")) {
                return semicolon < 0 || !coding.substring(semicolon).matches(";q=0(\\.0*)?");
            }
        }
        return false;
    }
}
