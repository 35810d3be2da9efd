package org.roomnight.caldav.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.roomnight.caldav.exchange.YieldPoint;
import org.roomnight.caldav.property.StoredCalendars;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calquery.ObjectMatch;
import org.roomnight.calquery.Window;
import org.roomnight.davxml.Filter.CompFilter;
import org.roomnight.kernel.PropertyId;

/** Finds the objects of a calendar that a filter asks for: by their days first, then by what is known, then by reading. */
final class QuerySearch {

    private static final Window EVER = new Window(Instant.MIN, Instant.MAX);

    private final CalendarObjects objects;
    private final CompFilter filter;
    private final QueryPrefilter prefilter;
    private final ObjectMatch match;

    QuerySearch(CalendarObjects objects, CompFilter filter, ZoneId zone) {
        this.objects = objects;
        this.filter = filter;
        this.prefilter = new QueryPrefilter(filter, zone);
        this.match = new ObjectMatch(zone);
    }

    void in(PropertyId property, CalendarCollection calendar, Consumer<CalendarObject> found) {
        if (!prefilter.possible(calendar)) {
            return;
        }
        Window days = days(filter);
        objects.each(property, calendar.key(), days.from(Duration.ZERO), days.until(Duration.ZERO), object -> {
            YieldPoint.pass();
            if (matches(object)) {
                found.accept(object);
            }
        });
    }

    /** Only events are sure to touch the days that they are kept under; a task without dates is in every range. */
    static Window days(CompFilter filter) {
        return filter.components().stream()
                .filter(wanted -> wanted.name().equals("VEVENT") && wanted.timeRange() != null)
                .map(wanted -> Window.of(wanted.timeRange()))
                .reduce(EVER, Window::intersection);
    }

    boolean matches(CalendarObject object) {
        return switch (prefilter.at(object)) {
            case MATCHES -> true;
            case DIFFERS -> false;
            case UNDECIDED ->
                StoredCalendars.read(object)
                        .map(calendar -> match.matches(calendar, filter))
                        .orElse(true); // shown rather than lost
        };
    }
}
