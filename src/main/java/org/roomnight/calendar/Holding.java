package org.roomnight.calendar;

import org.roomnight.calendar.CalendarObjects.Volume;

/**
 * What is stored in a calendar, or in all calendars of a property, by staff and their programs; room stays do not count.
 *
 * @param entries calendar objects
 * @param octets of these objects
 * @param properties values that clients set by PROPPATCH, on calendars and on entries
 * @param propertyOctets of these values, in UTF-8
 */
public record Holding(long entries, long octets, long properties, long propertyOctets) {

    static final Holding NOTHING = new Holding(0, 0, 0, 0);

    static Holding ofEntries(long entries, long octets) {
        return new Holding(entries, octets, 0, 0);
    }

    static Holding ofProperties(long properties, long octets) {
        return new Holding(0, 0, properties, octets);
    }

    public Volume volume() {
        return new Volume(entries, octets);
    }

    Holding negated() {
        return new Holding(-entries, -octets, -properties, -propertyOctets);
    }

    Holding plus(Holding more) {
        return new Holding(
                entries + more.entries,
                octets + more.octets,
                properties + more.properties,
                propertyOctets + more.propertyOctets);
    }
}
