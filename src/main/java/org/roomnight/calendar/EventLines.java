package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.List;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.Property;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;

/** The properties of one event, to be changed by name; those that are not named keep their order and their text. */
final class EventLines {

    private final List<Property> lines;

    EventLines(List<Property> lines) {
        this.lines = new ArrayList<>(lines);
    }

    List<Property> all() {
        return lines;
    }

    void remove(String name) {
        lines.removeIf(line -> line.name().equals(name));
    }

    void replace(String name, ContentLineWriter line) {
        remove(name);
        lines.addAll(read(line));
    }

    /** The writer knows how values are written; read back they are properties. */
    private static List<Property> read(ContentLineWriter line) {
        byte[] event = new ContentLineWriter()
                .begin("VEVENT")
                .lines(line.toByteArray())
                .end("VEVENT")
                .toByteArray();
        Read read = new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(CalendarFrame.around(event));
        return read instanceof Read.Calendar(Component calendar, var _)
                ? calendar.components().getFirst().properties()
                : List.of();
    }
}
