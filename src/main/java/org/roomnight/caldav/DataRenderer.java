package org.roomnight.caldav;

import java.time.ZoneId;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.CalendarData;
import org.roomnight.davxml.CalendarData.Recurrences;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;

/** The octets of calendar objects, as much of them as is wanted (RFC 4791 §9.6). */
final class DataRenderer {

    private final CalendarData wanted;
    private final Moments moments;
    private final ZonesWanted zonesWanted;

    /** @param zone of days and floating times */
    DataRenderer(CalendarData wanted, ZoneId zone, ZonesWanted zonesWanted) {
        this.zonesWanted = zonesWanted;
        this.wanted = wanted;
        this.moments = new Moments(zone);
    }

    /** Refuses with 507 what has too many instances. */
    byte[] render(CalendarObject object) {
        return wanted.equals(CalendarData.WHOLE) && zonesWanted == ZonesWanted.AS_STORED
                ? object.octets()
                : StoredCalendars.read(object).map(this::render).orElseGet(object::octets);
    }

    private byte[] render(Component calendar) {
        return new ContentLineWriter().component(selected(calendar)).toByteArray();
    }

    /** Recurrences first: they are counted by properties that a selection may leave out. */
    Component selected(Component calendar) {
        Component some = zonesWanted.in(calendar);
        if (wanted.recurrences() != null) {
            some = recurrences(some, wanted.recurrences());
        }
        if (wanted.freeBusy() != null) {
            some = new LimitedData(Window.of(wanted.freeBusy()), moments).busyTimes(some);
        }
        return wanted.selection() == null ? some : DataSelection.apply(some, wanted.selection());
    }

    private Component recurrences(Component calendar, Recurrences how) {
        Window window = Window.of(how.range());
        return switch (how) {
            case Recurrences.Expand _ -> new ExpandedData(window, moments).apply(calendar);
            case Recurrences.Limit _ -> new LimitedData(window, moments).recurrences(calendar);
        };
    }
}
