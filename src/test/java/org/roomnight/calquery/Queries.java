package org.roomnight.calquery;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.roomnight.davxml.Asked;
import org.roomnight.davxml.DavBodies;
import org.roomnight.davxml.Report;
import org.roomnight.davxml.Report.CalendarQuery;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;

/** Queries and calendar objects for tests: says only what matters, the rest is valid. */
public final class Queries {

    private Queries() {}

    /** A calendar-query with these filters inside that of VCALENDAR. */
    public static String query(String filters, String properties) {
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
              <D:prop>%s</D:prop>
              <C:filter><C:comp-filter name="VCALENDAR">%s</C:comp-filter></C:filter>
            </C:calendar-query>
            """.formatted(properties, filters);
    }

    public static CalendarQuery read(String query) {
        Asked<Report> asked = DavBodies.report(query.getBytes(StandardCharsets.UTF_8));
        return switch (asked) {
            case Asked.Read<Report>(CalendarQuery read) -> read;
            case Asked.Read<Report> other -> throw new AssertionError(other);
            case Asked.Rejected<Report> refused -> throw new AssertionError(refused);
        };
    }

    /** A comp-filter around others. */
    public static String comp(String name, String... inside) {
        return "<C:comp-filter name=\"%s\">%s</C:comp-filter>".formatted(name, String.join("", inside));
    }

    public static String prop(String name, String... inside) {
        return "<C:prop-filter name=\"%s\">%s</C:prop-filter>".formatted(name, String.join("", inside));
    }

    public static String range(String start, String end) {
        return "<C:time-range%s%s/>".formatted(attribute("start", start), attribute("end", end));
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " %s=\"%s\"".formatted(name, value);
    }

    public static Component calendar(String... lines) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
        return calendar(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Component calendar(byte[] octets) {
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.LENIENT).read(octets)) {
            case Read.Calendar(var calendar, var _) -> calendar;
            case Read.Failed refused -> throw new AssertionError(refused);
        };
    }

    /** One component with these lines. */
    public static String[] component(String name, String... lines) {
        String[] all = new String[lines.length + 2];
        all[0] = "BEGIN:" + name;
        System.arraycopy(lines, 0, all, 1, lines.length);
        all[all.length - 1] = "END:" + name;
        return all;
    }

    public static boolean matches(Component calendar, String filters, ZoneId zone) {
        return new ObjectMatch(zone)
                .matches(calendar, read(query(filters, "<D:getetag/>")).filter());
    }
}
