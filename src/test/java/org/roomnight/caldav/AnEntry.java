package org.roomnight.caldav;

import java.util.ArrayList;
import java.util.List;

/** A calendar object as a calendar program writes it; lines of the event may be added or replaced by name. */
final class AnEntry {

    private final String uid;
    private final List<String> lines = new ArrayList<>();
    private final List<String> more = new ArrayList<>();
    private String component = "VEVENT";

    private AnEntry(String uid) {
        this.uid = uid;
        lines.addAll(List.of(
                "UID:" + uid,
                "DTSTAMP:20270110T120000Z",
                "DTSTART;VALUE=DATE:20270601",
                "DTEND;VALUE=DATE:20270604",
                "SUMMARY:Painting"));
    }

    static AnEntry anEntry(String uid) {
        return new AnEntry(uid);
    }

    /** From an arrival to a departure, as {@code 20270601}. */
    AnEntry nights(String arrival, String departure) {
        return with("DTSTART;VALUE=DATE:" + arrival).with("DTEND;VALUE=DATE:" + departure);
    }

    /** Replaces the lines of that name. */
    AnEntry with(String line) {
        without(line.split("[;:]", 2)[0]);
        lines.add(line);
        return this;
    }

    /** Adds a line, whatever is there. */
    AnEntry also(String line) {
        lines.add(line);
        return this;
    }

    AnEntry without(String name) {
        lines.removeIf(line -> line.startsWith(name + ":") || line.startsWith(name + ";"));
        return this;
    }

    AnEntry as(String otherComponent) {
        component = otherComponent;
        return this;
    }

    /** Another component of the calendar, line by line. */
    AnEntry and(String... componentLines) {
        more.addAll(List.of(componentLines));
        return this;
    }

    String uid() {
        return uid;
    }

    @Override
    public String toString() {
        List<String> all = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Phone//EN"));
        all.add("BEGIN:" + component);
        all.addAll(lines);
        all.add("END:" + component);
        all.addAll(more);
        all.add("END:VCALENDAR");
        return String.join("\r\n", all) + "\r\n";
    }
}
