package org.roomnight.entry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;

/**
 * DTSTAMP for entries that have none. RFC 5545 §3.6.1 demands it, and calcurse 4.7 writes none; it stops its whole
 * sync at the first refusal, so that staff would take nights off sale which stay on sale.
 */
final class MissingDtstamp {

    private static final String DTSTAMP = "DTSTAMP";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> STAMPED = Set.of("VEVENT", "VTODO");

    private MissingDtstamp() {}

    static boolean missing(Component calendar) {
        return calendar.components().stream().anyMatch(MissingDtstamp::bare);
    }

    /** The calendar with {@code now} as the DTSTAMP of each entry that has none. */
    static Component completed(Component calendar, Instant now) {
        Property stamp = new Property(DTSTAMP, UTC.format(now));
        List<Component> parts = calendar.components().stream()
                .map(part -> bare(part) ? stamped(part, stamp) : part)
                .toList();
        return new Component(calendar.name(), calendar.properties(), parts);
    }

    private static boolean bare(Component part) {
        return STAMPED.contains(part.name()) && part.property(DTSTAMP).isEmpty();
    }

    private static Component stamped(Component part, Property stamp) {
        List<Property> lines =
                Stream.concat(part.properties().stream(), Stream.of(stamp)).toList();
        return new Component(part.name(), lines, part.components());
    }
}
