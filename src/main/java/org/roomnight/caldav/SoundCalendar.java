package org.roomnight.caldav;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;

/** What is stored of a calendar that other programs could not read as it was sent: with VERSION and DTSTAMP, without METHOD. */
final class SoundCalendar {

    private SoundCalendar() {}

    /** The same where nothing is amiss. */
    static Component of(Component sent, Instant now) {
        Component stamped = Stamps.missing(sent) ? Stamps.completed(sent, now) : sent;
        List<Property> lines = new ArrayList<>(stamped.properties());
        lines.removeIf(line -> line.name().equals("METHOD"));
        if (stamped.property("VERSION").isEmpty()) {
            lines.addFirst(new Property("VERSION", "2.0"));
        }
        return new Component(stamped.name(), lines, stamped.components());
    }
}
