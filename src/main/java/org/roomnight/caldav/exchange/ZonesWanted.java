package org.roomnight.caldav.exchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;
import org.roomnight.ical.TimeZones;
import org.roomnight.ical.ZoneDefinition;

/** Which VTIMEZONEs calendar data are given with: the CalDAV-Timezones header (RFC 7809 §7.1). */
public enum ZonesWanted {

    /** Nothing was said: those that the entry came with. */
    AS_STORED,

    /** {@code T}: that of every zone that the data name. */
    ALL,

    /** {@code F}: none of a zone that clients know by its name. */
    UNKNOWN_ONES;

    public static final String HEADER = "CalDAV-Timezones";

    private static final String PRODUCT = "-//Roomnight//Roomnight 1//EN";

    public static ZonesWanted of(@Nullable String header) {
        return switch (header == null ? "" : header.strip()) {
            case "" -> AS_STORED;
            case "T", "t" -> ALL;
            case "F", "f" -> UNKNOWN_ONES;
            default -> throw Refused.badRequest("The CalDAV-Timezones header is T or F.");
        };
    }

    /** The calendar with the zones that are wanted. */
    public Component in(Component calendar) {
        return switch (this) {
            case AS_STORED -> calendar;
            case ALL -> completed(calendar);
            case UNKNOWN_ONES ->
                with(
                        calendar,
                        calendar.components().stream()
                                .filter(part -> !isOfKnownZone(part))
                                .toList());
        };
    }

    private static boolean isOfKnownZone(Component part) {
        return part.name().equals("VTIMEZONE")
                && part.text("TZID").flatMap(ZonesWanted::exactly).isPresent();
    }

    /** The zone that has just this name in the IANA data. */
    private static Optional<ZoneId> exactly(String tzid) {
        return TimeZones.resolve(tzid).filter(zone -> zone.getId().equals(tzid));
    }

    private static Component completed(Component calendar) {
        Set<String> defined = new HashSet<>();
        calendar.components("VTIMEZONE").forEach(zone -> zone.text("TZID").ifPresent(defined::add));
        List<Component> all = new ArrayList<>();
        named(calendar)
                .distinct()
                .filter(tzid -> !defined.contains(tzid))
                .forEach(tzid -> exactly(tzid).flatMap(ZonesWanted::definition).ifPresent(all::add));
        all.addAll(calendar.components());
        return with(calendar, all);
    }

    private static Stream<String> named(Component component) {
        Stream<String> own = component.properties().stream().flatMap(line -> line.parameter("TZID").stream());
        Stream<String> inside = component.components().stream()
                .filter(part -> !part.name().equals("VTIMEZONE"))
                .flatMap(ZonesWanted::named);
        return Stream.concat(own, inside);
    }

    private static Optional<Component> definition(ZoneId zone) {
        byte[] octets = ZoneDefinition.calendar(zone, PRODUCT);
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.LENIENT).read(octets)) {
            case Read.Calendar(Component calendar, var _) ->
                calendar.components().stream().findFirst();
            case Read.Failed _ -> Optional.empty();
        };
    }

    private static Component with(Component calendar, List<Component> components) {
        return new Component(calendar.name(), calendar.properties(), components);
    }
}
