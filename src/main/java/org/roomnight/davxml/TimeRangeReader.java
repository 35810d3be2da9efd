package org.roomnight.davxml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the attributes start and end: moments in the UTC form of RFC 5545 §3.3.5, such as 20260701T000000Z. */
final class TimeRangeReader {

    private static final String FORM = "ddddddddTddddddZ";

    private TimeRangeReader() {}

    /** At least one of both, start before end; anything else is the refusal that the caller gives. */
    static TimeRange read(Element element, DavRefusal otherwise) {
        @Nullable Instant start = moment(element.attribute("start"), otherwise);
        @Nullable Instant end = moment(element.attribute("end"), otherwise);
        boolean empty = start == null ? end == null : end != null && !start.isBefore(end);
        if (empty) {
            throw new BadBodyException(otherwise);
        }
        checkServed(start);
        checkServed(end);
        return new TimeRange(start, end);
    }

    /** Both of them, start before end. */
    static TimeRange closed(Element element, DavRefusal otherwise) {
        TimeRange range = read(element, otherwise);
        if (range.start() == null || range.end() == null) {
            throw new BadBodyException(otherwise);
        }
        return range;
    }

    private static void checkServed(@Nullable Instant moment) {
        if (moment != null && moment.isBefore(TimeRange.EARLIEST)) {
            throw BadBodyException.forbidden(
                    Names.caldav("min-date-time"), "The time range begins too early. Ask from the year 1900 on.");
        }
        if (moment != null && moment.isAfter(TimeRange.LATEST)) {
            throw BadBodyException.forbidden(
                    Names.caldav("max-date-time"), "The time range ends too late. Ask up to the year 2200.");
        }
    }

    private static @Nullable Instant moment(Optional<String> written, DavRefusal otherwise) {
        if (written.isEmpty()) {
            return null;
        }
        String text = written.get();
        if (!formed(text)) {
            throw new BadBodyException(otherwise);
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 4, 6),
                            number(text, 6, 8),
                            number(text, 9, 11),
                            number(text, 11, 13),
                            second(number(text, 13, 15)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw new BadBodyException(otherwise);
        }
    }

    /** The leap second :60 is read as :59, as in calendar objects. */
    private static int second(int written) {
        return written == 60 ? 59 : written;
    }

    /** ASCII digits only: Integer would take those of every script. */
    private static boolean formed(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean right = FORM.charAt(i) == 'd' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
