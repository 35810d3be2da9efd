package org.roomnight.caldav.property;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.davxml.KeptElement;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.QueryZone;
import org.roomnight.ical.TimeZones;
import org.roomnight.ical.ZoneReading;

/**
 * The zone of a calendar's days and floating times (RFC 4791 §5.2.2, §7.3): in a calendar that staff made what a client
 * has set, by name or by value, or else the property's, in which nights are counted.
 */
public final class CalendarZone {

    private CalendarZone() {}

    /** The context has to be one that asks for CALDAV:calendar-timezone-id. */
    public static ZoneId of(DavResource.Calendar calendar, RenderContext context) {
        if (!isSettable(calendar)) {
            return context.visitor().timeZone();
        }
        return context.clientProperty(calendar, CalendarTimeZoneIdProperty.NAME)
                .map(stored -> KeptElement.read(stored.xml()).text())
                .flatMap(TimeZones::resolve)
                .or(() -> context.clientProperty(calendar, CalendarTimeZoneProperty.NAME)
                        .map(stored -> KeptElement.read(stored.xml()).text())
                        .flatMap(CalendarZone::known))
                .orElseGet(context.visitor()::timeZone);
    }

    /** Room types and bookings have the zone of the property, whatever a client thinks. */
    static boolean isSettable(DavResource resource) {
        return resource instanceof DavResource.Calendar(var _, var facts) && facts.kind() instanceof Kind.Staff;
    }

    /** The zone that a query names; empty where it is sound but not to be had here; refuses what is none. */
    public static Optional<ZoneId> of(QueryZone wanted) {
        return switch (wanted) {
            case QueryZone.Named(String id) ->
                Optional.of(TimeZones.resolve(id)
                        .orElseThrow(() -> Refused.forbidden(
                                Names.caldav("valid-timezone"),
                                "The time zone is not known. Name one such as Europe/Berlin.")));
            case QueryZone.Defined(String text) -> {
                if (isBroken(text)) {
                    throw Refused.forbidden(
                            Names.caldav("valid-calendar-data"),
                            "The timezone is no calendar with one VTIMEZONE that has a TZID and rules.");
                }
                yield known(text);
            }
        };
    }

    /** Whether a text is no calendar with one VTIMEZONE that has rules. */
    static boolean isBroken(String text) {
        return read(text) instanceof ZoneReading.Zone.Broken;
    }

    private static Optional<ZoneId> known(String text) {
        return read(text) instanceof ZoneReading.Zone.Known(ZoneId zone) ? Optional.of(zone) : Optional.empty();
    }

    private static ZoneReading.Zone read(String text) {
        return ZoneReading.ofCalendar(text.strip().getBytes(StandardCharsets.UTF_8));
    }
}
