package org.roomnight.entry;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.block.Assumption;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Property;
import org.roomnight.ical.SoundLines;
import org.roomnight.ical.SoundZones;
import org.roomnight.ical.Tolerated;

/** Says how an entry was read where it can be read in more than one way, or not at all by its standard. */
final class EntryAssumptions {

    /** Longest text of an entry that is shown, in characters. */
    private static final int MAX_SHOWN = 200;

    private static final Set<String> DATES = Set.of("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE");

    private final Component calendar;
    private final ZoneId zone;
    private final Set<Assumption> found = new LinkedHashSet<>();

    /** By TZID, whether the entry says what it is: a VTIMEZONE is read once. */
    private final Map<String, Boolean> said = new HashMap<>();

    private EntryAssumptions(Component calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /**
     * Those of a calendar as it was sent.
     *
     * @param tolerated what of its text was passed over
     * @param zone the property's
     * @param strays overrides that no rule makes
     */
    static List<Assumption> of(SoundLines sent, Set<Tolerated> tolerated, ZoneId zone, List<Component> strays) {
        Component calendar = sent.calendar();
        EntryAssumptions all = new EntryAssumptions(calendar, zone);
        all.ofText(tolerated);
        sent.changes().forEach(one -> all.add(one.pointer(), one.sent(), one.stored(), one.detail()));
        all.ofCalendar();
        List<Component> events = calendar.components("VEVENT");
        events.forEach(all::ofEvent);
        new SeriesAssumptions(events, all::add).find(strays);
        return List.copyOf(all.found);
    }

    /** The same, and that an entry has more stays than one block. */
    static List<Assumption> withCut(List<Assumption> others) {
        List<Assumption> all = new ArrayList<>(others);
        Assumption cut = new Assumption(
                "/VEVENT/RRULE",
                null,
                null,
                "It has more stays than one block may have; the nearest end was left out.");
        if (all.size() < Assumption.MAX && !all.contains(cut)) {
            all.add(cut);
        }
        return all;
    }

    private void add(String pointer, @Nullable String sent, @Nullable String stored, String detail) {
        if (found.size() < Assumption.MAX) {
            found.add(new Assumption(pointer, shown(sent), shown(stored), detail));
        }
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null || text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private void ofText(Set<Tolerated> tolerated) {
        if (tolerated.contains(Tolerated.UNREADABLE_LINES)) {
            add("", null, null, "A line of a program's own cannot be read; it was left out.");
        }
        if (tolerated.contains(Tolerated.UNREADABLE_PARAMETERS)) {
            add("", null, null, "What stands before the value of a line cannot all be read; the rest was taken.");
        }
    }

    private void ofCalendar() {
        if (calendar.property("VERSION").isEmpty()) {
            add("/VERSION", null, "2.0", "It has no VERSION; it was read as iCalendar 2.0.");
        }
        calendar.property("METHOD")
                .ifPresent(method ->
                        add("/METHOD", method.value(), null, "An entry is no message; its METHOD was left out."));
    }

    private void ofEvent(Component event) {
        if (event.property("DTSTAMP").isEmpty()) {
            add("/VEVENT/DTSTAMP", null, null, "It has no DTSTAMP; it was given the time at which it came.");
        }
        for (Property line : event.properties()) {
            if (DATES.contains(line.name())) {
                zone(line);
            }
        }
        end(event);
    }

    private void zone(Property line) {
        String tzid = line.parameter("TZID").map(String::strip).orElse("");
        if (tzid.isEmpty() || said.computeIfAbsent(tzid, name -> SoundZones.says(calendar, name, zone))) {
            return;
        }
        String taken = SoundZones.taken(tzid, zone).getId();
        add(
                "/VEVENT/" + line.name(),
                tzid,
                taken,
                "The entry does not say what this time zone is, in a way that can be read; %s was taken."
                        .formatted(taken));
    }

    private void end(Component event) {
        DateValue start = DateValues.find(event, "DTSTART").orElse(null);
        DateValue end = DateValues.find(event, "DTEND").orElse(null);
        if (start != null && start.allDay() && start.equals(end)) {
            String day = event.property("DTEND").map(Property::value).orElseThrow();
            add("/VEVENT/DTEND", day, null, "It ends on the date on which it starts; that one night was taken.");
        }
    }
}
