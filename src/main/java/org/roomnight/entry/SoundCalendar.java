package org.roomnight.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;
import org.roomnight.ical.SoundZones;

/**
 * What is stored of a calendar that other programs could not read as it was sent: with VERSION, DTSTAMP and the time zones
 * that its times name, without METHOD.
 */
final class SoundCalendar {

    private SoundCalendar() {}

    /** The same where nothing is amiss. */
    static Component of(Component sent, ZoneId zone, Instant now) {
        Component stamped = MissingDtstamp.missing(sent) ? MissingDtstamp.completed(sent, now) : sent;
        List<Property> lines = new ArrayList<>(stamped.properties());
        lines.removeIf(line -> line.name().equals("METHOD"));
        if (stamped.property("VERSION").isEmpty()) {
            lines.addFirst(new Property("VERSION", "2.0"));
        }
        return SoundZones.of(new Component(stamped.name(), lines, stamped.components()), zone);
    }
}
