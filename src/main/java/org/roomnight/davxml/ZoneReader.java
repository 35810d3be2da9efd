package org.roomnight.davxml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads which zone floating times are in: CALDAV:timezone (RFC 4791 §9.8) or CALDAV:timezone-id (RFC 7809 §5.2). */
final class ZoneReader {

    private static final QName ZONE = Names.caldav("timezone");
    private static final QName ZONE_ID = Names.caldav("timezone-id");
    private static final DavRefusal TWICE =
            DavRefusal.badRequest("The body names two time zones. Use one timezone or one timezone-id.");

    private ZoneReader() {}

    /** The identifier as it is written, or null where there is none. */
    static @Nullable String read(Element query) {
        Element zone = Children.atMostOne(query, ZONE, TWICE);
        Element id = Children.atMostOne(query, ZONE_ID, TWICE);
        if (zone != null && id != null) {
            throw new Refusal(TWICE);
        }
        if (zone != null) {
            return new Lines().tzid(zone.text());
        }
        return id == null ? null : identifier(id.text().strip());
    }

    private static String identifier(String id) {
        if (id.isEmpty()) {
            throw Refusal.forbidden(
                    Names.caldav("valid-timezone"), "The timezone-id is empty. Name a zone such as Europe/Berlin.");
        }
        return id;
    }

    /** Looks at the lines of a calendar object for the shape of one VTIMEZONE and its name, and at nothing else. */
    private static final class Lines {
        private final Deque<String> open = new ArrayDeque<>();
        private @Nullable String tzid;
        private int zones;
        private int observances;

        String tzid(String calendar) {
            String unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
            unfolded.lines().filter(line -> !line.isBlank()).forEach(this::line);
            if (!open.isEmpty() || zones != 1 || observances == 0 || tzid == null || tzid.isEmpty()) {
                throw broken();
            }
            return tzid;
        }

        private void line(String line) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw broken();
            }
            String name = line.substring(0, colon).strip().toUpperCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            switch (name) {
                case "BEGIN" -> begin(value.toUpperCase(Locale.ROOT));
                case "END" -> end(value.toUpperCase(Locale.ROOT));
                default -> property(name, value);
            }
        }

        private void begin(String component) {
            String parent = open.isEmpty() ? "" : open.element();
            boolean right = switch (component) {
                case "VCALENDAR" -> parent.isEmpty() && zones == 0;
                case "VTIMEZONE" -> parent.equals("VCALENDAR") && ++zones == 1;
                case "STANDARD", "DAYLIGHT" -> parent.equals("VTIMEZONE") && ++observances > 0;
                default -> false;
            };
            if (!right) {
                throw broken();
            }
            open.push(component);
        }

        private void end(String component) {
            if (open.isEmpty() || !open.pop().equals(component)) {
                throw broken();
            }
        }

        private void property(String name, String value) {
            if (open.isEmpty()) {
                throw broken();
            }
            if (open.element().equals("VTIMEZONE") && (name.equals("TZID") || name.startsWith("TZID;"))) {
                tzid = value;
            }
        }

        private static Refusal broken() {
            return Refusal.forbidden(
                    Names.caldav("valid-calendar-data"),
                    "The timezone is no calendar with one VTIMEZONE that has a TZID. Send one, or a timezone-id.");
        }
    }
}
