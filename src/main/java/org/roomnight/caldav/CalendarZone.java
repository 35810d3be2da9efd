package org.roomnight.caldav;

import java.time.ZoneId;
import org.roomnight.davxml.KeptElement;
import org.roomnight.ical.TimeZones;

/** The zone of a calendar's floating times: what a client has set, by name or by value, or else the property's. */
final class CalendarZone {

    private CalendarZone() {}

    /** The scene has to be one that asks for CALDAV:calendar-timezone-id. */
    static ZoneId of(DavResource calendar, Scene scene) {
        return scene.clientProperty(calendar, TimeZoneIdProperty.NAME)
                .map(stored -> KeptElement.read(stored.xml()).text())
                .or(() -> scene.clientProperty(calendar, CalendarTimeZoneProperty.NAME)
                        .map(stored -> KeptElement.read(stored.xml()))
                        .flatMap(CalendarTimeZoneProperty::zoneName))
                .flatMap(TimeZones::resolve)
                .orElseGet(scene.visitor()::timeZone);
    }
}
