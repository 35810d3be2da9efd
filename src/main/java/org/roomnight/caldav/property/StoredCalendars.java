package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.Set;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;

/** Reads calendar objects that are stored; what was taken once is read leniently for ever. */
public final class StoredCalendars {

    private static final CalendarReader READER = new CalendarReader(ReadingLimits.OBJECT, Strictness.LENIENT);

    private StoredCalendars() {}

    /** The VCALENDAR; empty where limits have become stricter since it was stored. */
    public static Optional<Component> read(CalendarObject object) {
        return switch (READER.read(object.octets())) {
            case Read.Calendar(Component calendar, Set<?> _) -> Optional.of(calendar);
            case Read.Failed _ -> Optional.empty();
        };
    }
}
