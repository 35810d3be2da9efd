package org.roomnight.ical;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a calendar the time zones that other programs need to read the times that are read here: a good VTIMEZONE for one
 * that says no offsets, and one for a name that is none of the time zone data and comes without.
 */
public final class SoundZones {
    /** Zones that one calendar is given; who names more has none of them in use. */
    static final int MAX_ADDED = 10;

    private final ZoneId property;

    private SoundZones(ZoneId property) {
        this.property = property;
    }

    /**
     * The calendar itself where nothing is amiss.
     *
     * @param property the zone that is taken for names that nobody knows
     */
    public static Component of(Component calendar, ZoneId property) {
        return new SoundZones(property).repaired(calendar);
    }

    /** The zone that a name is taken for where no VTIMEZONE says more. */
    public static ZoneId taken(String tzid, ZoneId property) {
        return TimeZones.meant(tzid).orElse(property);
    }

    /**
     * Whether a TZID is a name that everybody knows, or one whose VTIMEZONE was not made here for want of a better.
     *
     * @param property as in {@link #of}
     */
    public static boolean says(Component calendar, String tzid, ZoneId property) {
        String name = TimeZones.trimmed(tzid);
        List<Component> zones = OwnZones.first(calendar).stream()
                .filter(zone -> tzid(zone).filter(name::equals).isPresent())
                .toList();
        if (TimeZones.resolve(name).isPresent()) {
            return zones.stream().allMatch(SoundZones::sound);
        }
        return zones.stream()
                .filter(zone -> VTimeZone.read(zone) instanceof VTimeZone.Reading.Understood)
                .anyMatch(zone -> !zone.equals(ZoneDefinition.component(taken(name, property), name)));
    }

    private static boolean sound(Component zone) {
        return !(VTimeZone.read(zone) instanceof VTimeZone.Reading.Broken);
    }

    private static Optional<String> tzid(Component zone) {
        return zone.text("TZID").map(TimeZones::trimmed).filter(name -> !name.isEmpty());
    }

    private Component repaired(Component calendar) {
        Set<String> missing = new LinkedHashSet<>();
        calendar.components().stream()
                .filter(part -> !part.name().equals("VTIMEZONE"))
                .forEach(part -> collect(part, missing));
        missing.removeIf(TimeZones::isOfTheData);
        List<Component> parts = new ArrayList<>();
        int zones = 0;
        for (Component part : calendar.components()) {
            if (!part.name().equals("VTIMEZONE") || ++zones > OwnZones.MAX_ZONES || sound(part)) {
                parts.add(part);
            } else {
                tzid(part).ifPresent(name -> parts.add(defined(name)));
            }
        }
        parts.forEach(part -> tzid(part).ifPresent(missing::remove));
        missing.stream().limit(MAX_ADDED).forEach(name -> parts.add(defined(name)));
        return parts.equals(calendar.components())
                ? calendar
                : new Component(calendar.name(), calendar.properties(), parts);
    }

    private static void collect(Component part, Set<String> tzids) {
        part.properties()
                .forEach(line -> line.parameter("TZID")
                        .map(TimeZones::trimmed)
                        .filter(name -> !name.isEmpty())
                        .ifPresent(tzids::add));
        part.components().forEach(inner -> collect(inner, tzids));
    }

    private Component defined(String tzid) {
        return ZoneDefinition.component(taken(tzid, property), tzid);
    }
}
