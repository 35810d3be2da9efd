package org.roomnight.caldav.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calquery.Window;
import org.roomnight.davxml.Filter.CompFilter;

/**
 * A filter in front of {@code ObjectMatch} that decides by the days and the kind of an object, without reading it: most
 * queries ask for the VEVENTs of some weeks, and most objects are room stays, which are all-day events that happen once.
 */
final class QueryPrefilter {

    /** What calendar objects here consist of; any other component may be inside of one. */
    private static final Set<String> KINDS = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");

    enum Verdict {
        MATCHES,
        DIFFERS,
        /** The object has to be read. */
        UNDECIDED
    }

    private final CompFilter calendar;
    private final ZoneId zone;

    /** @param zone of days */
    QueryPrefilter(CompFilter calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Whether a calendar can have a match at all. */
    boolean possible(CalendarCollection collection) {
        return calendar.components().stream()
                .noneMatch(wanted -> !wanted.isNotDefined()
                        && KINDS.contains(wanted.name())
                        && !collection.components().contains(wanted.name()));
    }

    Verdict at(CalendarObject object) {
        boolean open = !calendar.properties().isEmpty() || calendar.isNotDefined();
        for (CompFilter wanted : calendar.components()) {
            switch (at(object, wanted)) {
                case DIFFERS -> {
                    return Verdict.DIFFERS;
                }
                case UNDECIDED -> open = true;
                case MATCHES -> {}
            }
        }
        return open ? Verdict.UNDECIDED : Verdict.MATCHES;
    }

    private Verdict at(CalendarObject object, CompFilter wanted) {
        if (!KINDS.contains(wanted.name())) {
            return Verdict.UNDECIDED;
        }
        boolean isThere = wanted.name().equals(object.component());
        if (wanted.isNotDefined() == isThere) {
            return Verdict.DIFFERS;
        }
        if (wanted.isNotDefined()) {
            return Verdict.MATCHES;
        }
        boolean more = !wanted.properties().isEmpty() || !wanted.components().isEmpty();
        if (wanted.timeRange() == null) {
            return more ? Verdict.UNDECIDED : Verdict.MATCHES;
        }
        if (!(object.origin() instanceof CalendarObject.Origin.Stay)) {
            return Verdict.UNDECIDED;
        }
        if (!Window.of(wanted.timeRange()).overlaps(begin(object), end(object))) {
            return Verdict.DIFFERS;
        }
        return more ? Verdict.UNDECIDED : Verdict.MATCHES;
    }

    private Instant begin(CalendarObject stay) {
        return stay.first().atStartOfDay(zone).toInstant();
    }

    private Instant end(CalendarObject stay) {
        return stay.last().atStartOfDay(zone).toInstant();
    }
}
