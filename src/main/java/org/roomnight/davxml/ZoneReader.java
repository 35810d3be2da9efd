package org.roomnight.davxml;

import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads which zone floating times are in: CALDAV:timezone (RFC 4791 §9.8) or CALDAV:timezone-id (RFC 7809 §6.2). */
final class ZoneReader {

    private static final QName ZONE = Names.caldav("timezone");
    private static final QName ZONE_ID = Names.caldav("timezone-id");
    private static final DavRefusal TWICE =
            DavRefusal.badRequest("The body names two time zones. Use one timezone or one timezone-id.");

    private ZoneReader() {}

    /** The zone as it is written, or null where there is none. */
    static @Nullable QueryZone read(Element query) {
        Element zone = Children.atMostOne(query, ZONE, TWICE);
        Element id = Children.atMostOne(query, ZONE_ID, TWICE);
        if (zone != null && id != null) {
            throw new BadBodyException(TWICE);
        }
        if (zone != null) {
            return new QueryZone.Defined(zone.text());
        }
        return id == null ? null : new QueryZone.Named(identifier(id.text().strip()));
    }

    private static String identifier(String id) {
        if (id.isEmpty()) {
            throw BadBodyException.forbidden(
                    Names.caldav("valid-timezone"), "The timezone-id is empty. Name a zone such as Europe/Berlin.");
        }
        return id;
    }
}
