package org.roomnight.ical;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calendars for tests: says only what matters, the rest is valid. */
final class Calendars {
    private Calendars() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A calendar around lines that are given without their ends. */
    static byte[] calendar(String... lines) {
        return utf8("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                + String.join("\r\n", lines)
                + (lines.length == 0 ? "" : "\r\n")
                + "END:VCALENDAR\r\n");
    }

    static Read strict(byte[] octets) {
        return new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(octets);
    }

    static Read lenient(byte[] octets) {
        return new CalendarReader(ReadingLimits.FEED, Strictness.LENIENT).read(octets);
    }

    static Component read(byte[] octets) {
        return switch (strict(octets)) {
            case Read.Calendar(var calendar, var _) -> calendar;
            case Read.Failed refused -> throw new AssertionError(refused);
        };
    }

    /** The VEVENTs of a calendar whose events have these lines. */
    static List<Component> events(String... eventLines) {
        var lines = new StringBuilder();
        for (var event : eventLines) {
            lines.append("BEGIN:VEVENT\r\n").append(event).append("\r\nEND:VEVENT\r\n");
        }
        return read(calendar(lines.toString().stripTrailing())).components("VEVENT");
    }
}
