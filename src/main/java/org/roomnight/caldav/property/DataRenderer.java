package org.roomnight.caldav.property;

import java.time.ZoneId;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calquery.PartialRetrieval;
import org.roomnight.calquery.Retrieved;
import org.roomnight.davxml.CalendarData;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;

/** The octets of calendar objects, as much of them as is wanted (RFC 4791 §9.6). */
public final class DataRenderer {

    private final CalendarData wanted;
    private final PartialRetrieval retrieval;
    private final ZonesWanted zonesWanted;

    /** @param zone of days and floating times */
    public DataRenderer(CalendarData wanted, ZoneId zone, ZonesWanted zonesWanted) {
        this.wanted = wanted;
        this.retrieval = new PartialRetrieval(wanted, zone);
        this.zonesWanted = zonesWanted;
    }

    /** Refuses with 507 what has too many instances. */
    public byte[] render(CalendarObject object) {
        return wanted.equals(CalendarData.WHOLE) && zonesWanted == ZonesWanted.AS_STORED
                ? object.octets()
                : StoredCalendars.read(object).map(this::render).orElseGet(object::octets);
    }

    private byte[] render(Component calendar) {
        return new ContentLineWriter().component(selected(calendar)).toByteArray();
    }

    Component selected(Component calendar) {
        return switch (retrieval.of(zonesWanted.in(calendar))) {
            case Retrieved.Part(Component part) -> part;
            case Retrieved.TooManyInstances(String sentence) -> throw Refused.tooManyInstances(sentence);
        };
    }
}
