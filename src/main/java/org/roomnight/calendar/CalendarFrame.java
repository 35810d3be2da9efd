package org.roomnight.calendar;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.Parameter;
import org.roomnight.kernel.ShownText;

/** The lines around the events of a calendar; every calendar that Roomnight serves begins with them. */
final class CalendarFrame {

    static final String PRODID = "-//Roomnight//Roomnight 1//EN";

    /** How often subscribers are asked to come back; only some of them listen. */
    static final Duration REFRESH = Duration.ofMinutes(15);

    /** What {@link #around} adds to an event, in octets. */
    static final int AROUND_OCTETS = around(new byte[0]).length;

    private CalendarFrame() {}

    /** An object of its own: VERSION and PRODID are all that RFC 5545 §3.6 asks for. */
    static byte[] around(byte[] event) {
        ContentLineWriter writer = new ContentLineWriter(event.length + 128);
        begin(writer);
        writer.lines(event);
        return end(writer);
    }

    /** The beginning of a calendar that is subscribed to as a whole (RFC 7986 §5). */
    static byte[] head(String name, ZoneId timeZone) {
        ContentLineWriter writer = new ContentLineWriter();
        begin(writer);
        writer.raw("CALSCALE", "GREGORIAN");
        writer.text("NAME", ShownText.line(name));
        writer.text("X-WR-CALNAME", ShownText.line(name));
        writer.raw("X-WR-TIMEZONE", timeZone.getId());
        writer.duration("REFRESH-INTERVAL", List.of(new Parameter("VALUE", List.of("DURATION"))), REFRESH);
        writer.duration("X-PUBLISHED-TTL", REFRESH);
        return writer.toByteArray();
    }

    static byte[] tail() {
        return end(new ContentLineWriter());
    }

    private static void begin(ContentLineWriter writer) {
        writer.begin("VCALENDAR");
        writer.raw("VERSION", "2.0");
        writer.raw("PRODID", PRODID);
    }

    private static byte[] end(ContentLineWriter writer) {
        writer.end("VCALENDAR");
        return writer.toByteArray();
    }
}
