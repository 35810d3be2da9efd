package org.roomnight.caldav;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A harmless way in which a program may write an entry otherwise than its standard has it.
 *
 * @param odd the entry so written, from the sound one; the same where it has nothing of the kind
 */
record Shape(String name, UnaryOperator<String> odd) {

    private static final String TIME = "([0-9]{8}T[0-9]{4})00(?![.0-9])";

    private static final List<String> ONCE =
            List.of("DTEND", "DURATION", "UID", "DTSTAMP", "VERSION", "PRODID", "SUMMARY", "RRULE");

    /** Those that leave the nights as they are. */
    static List<Shape> all() {
        List<Shape> all = new ArrayList<>();
        for (String name : ONCE) {
            all.add(of(name + " twice", "(?m)^(" + name + "[;:].*\r\n)", "$1$1"));
        }
        for (String name : List.of("DURATION", "RRULE", "EXDATE", "RDATE", "LAST-MODIFIED", "RECURRENCE-ID")) {
            all.add(of(name + " empty", "SUMMARY", name + ":\r\nSUMMARY"));
        }
        all.add(of("DTEND empty beside another end", "(?m)^(DTEND|DURATION)", "DTEND: \r\n$1"));
        all.add(of("CALSCALE empty", "PRODID", "CALSCALE:\r\nPRODID"));
        all.add(of("VERSION empty", "VERSION:2.0", "VERSION:"));
        all.add(of("an earlier DTEND first", "(?m)^(DTEND.*:2027060)([234])", "$11T000000\r\n$1$2"));
        all.add(of("an earlier DTEND last", "(?m)^(DTEND;VALUE=DATE:2027060)(.*\r\n)", "$1$2$12\r\n"));
        all.add(of("a longer DURATION", "(?m)^(DURATION:)(?=P)", "$1PT1H\r\n$1"));
        all.add(of("another DTSTAMP", "SUMMARY", "DTSTAMP:20270111T120000Z\r\nSUMMARY"));
        all.add(of("cancelled, and not", "SUMMARY", "STATUS:CANCELLED\r\nSTATUS:CONFIRMED\r\nSUMMARY"));
        components(all);
        text(all);
        times(all);
        all.add(of("DURATION with weeks and days", "DURATION:P2D", "DURATION:+P0W2D"));
        all.add(of("DURATION with a T and no time", "DURATION:P2D", "DURATION:p2dt"));
        return all;
    }

    private static void components(List<Shape> all) {
        String own = "BEGIN:X-FOO\r\nX-A:b\r\nEND:X-FOO\r\n";
        String iana = "BEGIN:VRESERVATION\r\nUID:l\r\nEND:VRESERVATION\r\n";
        all.add(of("X- component beside", "END:VCALENDAR", own + "END:VCALENDAR"));
        all.add(of("X- component before", "(?s)BEGIN:VEVENT(.*)$", own + "BEGIN:VEVENT$1"));
        all.add(of("X- component inside", "END:VEVENT", own + "END:VEVENT"));
        all.add(of("iana component beside", "END:VCALENDAR", iana + "END:VCALENDAR"));
        all.add(of("iana component inside", "END:VEVENT", iana + "END:VEVENT"));
    }

    private static void text(List<Shape> all) {
        for (String line : List.of("X-FOO BAR:1", "x-foo.:1", "X-FOO;P=\"a:1", "X-É:1", "X-FOO;;=:1", "X-A\"B:1")) {
            all.add(of("line " + line, "SUMMARY", line + "\r\nSUMMARY"));
            all.add(of("line of the calendar " + line, "PRODID", line + "\r\nPRODID"));
        }
        for (String parameter :
                List.of(";X-P", ";", ";=a", ";X-P=\"a", ";X-P=a\"b", ";X-P=\"a\"b", "; X-P=a", " ", "\t")) {
            for (String name : List.of("SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "UID")) {
                all.add(of(name + parameter, "(?m)^" + name + "(?=[;:])", name + parameter));
            }
        }
    }

    private static void times(List<Shape> all) {
        all.add(of("no seconds", TIME, "$1"));
        all.add(of("parts of a second", TIME, "$100.250"));
        all.add(of("lower case", "(?m)^(D.*[0-9]{8})T([0-9]{6})(?:(?i)z)?", "$1t$2"));
        all.add(of("lower case in UTC", "T([0-9]{6})Z", "t$1z"));
        all.add(of(
                "ISO 8601 times",
                "([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})",
                "$1-$2-$3T$4:$5:$6"));
        all.add(of("ISO 8601 dates", ":([0-9]{4})([0-9]{2})([0-9]{2})\r", ":$1-$2-$3\r"));
        all.add(of("blanks", "(?m)^(DT[^:]*):(.*)\r", "$1: $2 \r"));
        all.add(of("UTC as an offset", "T([0-9]{6})Z", "T$1+0000"));
        all.add(of("the offset of the zone", "(TZID=Europe/Lisbon:20270[6-9][0-9]{2}T[0-9]{6})(?=[,\r])", "$1+0100"));
        all.add(of("an offset for a zone", "(?m)^(DT.*);TZID=Europe/Lisbon:(20270[6-9][0-9T.]*)\r", "$1:$2+01:00\r"));
        all.add(of("a zone with a comma", "TZID=Europe/Lisbon:", "TZID=Lisbon, Porto:"));
        all.add(of("a zone with a colon", "TZID=Europe/Lisbon:", "TZID=(GMT:0) Lisbon, Porto:"));
    }

    private static Shape of(String name, String sound, String odd) {
        Pattern pattern = Pattern.compile(sound);
        return new Shape(name, entry -> pattern.matcher(entry).replaceAll(odd));
    }

    @Override
    public String toString() {
        return name;
    }
}
