package org.roomnight.caldav.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.YieldPoint;
import org.roomnight.caldav.property.StoredCalendars;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObject.Origin;
import org.roomnight.calquery.BusyEvents;
import org.roomnight.calquery.BusyEvents.Rule;
import org.roomnight.calquery.BusyTimes;
import org.roomnight.calquery.BusyTimes.Kind;
import org.roomnight.calquery.DateResolver;
import org.roomnight.calquery.Instances;
import org.roomnight.ical.Component;

/**
 * Adds the times of calendar objects to busy times (RFC 4791 §7.10). A room stay takes its nights, and so does a block,
 * whatever its TRANSP says: calendar programs mark all-day events as free.
 */
final class BusyEntries {

    private final BusyTimes busy;
    private final BusyEvents events;
    private final ZoneId zone;

    /** @param zone of days and floating times */
    BusyEntries(BusyTimes busy, ZoneId zone) {
        this.busy = busy;
        this.events = new BusyEvents(busy, new DateResolver(zone));
        this.zone = zone;
    }

    /** Refuses with 507 an object whose instances cannot all be counted. */
    void add(CalendarObject object) {
        YieldPoint.pass();
        switch (object.origin()) {
            case Origin.Stay _, Origin.House _ ->
                busy.add(Kind.BUSY, midnight(object.first()), midnight(object.last()));
            case Origin.Staff(var block) -> {
                if (object.component().equals("VEVENT")) {
                    add(object, block == null ? Rule.AS_WRITTEN : Rule.UNLESS_CANCELLED);
                }
            }
        }
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void add(CalendarObject object, Rule rule) {
        List<Component> written = StoredCalendars.read(object)
                .orElseThrow(() -> Refused.tooManyInstances("One entry cannot be read."))
                .components("VEVENT");
        switch (events.add(written, rule)) {
            case Instances.Unknown(String sentence) -> throw Refused.tooManyInstances(sentence);
            case Instances.All _ -> {}
        }
    }
}
