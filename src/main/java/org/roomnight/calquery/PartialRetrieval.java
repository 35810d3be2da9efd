package org.roomnight.calquery;

import java.time.ZoneId;
import org.roomnight.davxml.CalendarData;
import org.roomnight.davxml.CalendarData.Recurrences;
import org.roomnight.ical.Component;

/** As much of a calendar as CALDAV:calendar-data asks for: instances, busy times and properties (RFC 4791 §9.6). */
public final class PartialRetrieval {

    private final CalendarData wanted;
    private final DateResolver resolver;

    /** @param zone of days and floating times */
    public PartialRetrieval(CalendarData wanted, ZoneId zone) {
        this.wanted = wanted;
        this.resolver = new DateResolver(zone);
    }

    /** Recurrences first: they are counted by properties that a selection may leave out. */
    public Retrieved of(Component calendar) {
        return switch (recurrences(calendar)) {
            case Retrieved.TooManyInstances tooMany -> tooMany;
            case Retrieved.Part(Component part) -> new Retrieved.Part(selected(part));
        };
    }

    private Retrieved recurrences(Component calendar) {
        return switch (wanted.recurrences()) {
            case null -> new Retrieved.Part(calendar);
            case Recurrences.Expand(var range) -> new ExpandedData(Window.of(range), resolver).of(calendar);
            case Recurrences.Limit(var range) ->
                new Retrieved.Part(new LimitedData(Window.of(range), resolver).recurrences(calendar));
        };
    }

    private Component selected(Component calendar) {
        Component some = wanted.freeBusy() == null
                ? calendar
                : new LimitedData(Window.of(wanted.freeBusy()), resolver).busyTimes(calendar);
        return wanted.selection() == null ? some : DataSelection.apply(some, wanted.selection());
    }
}
