package org.roomnight.mixed;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of a calendar, read line by line by other means than the server's: enough for what the model compares. */
final class Events {

    private static final Pattern EVENT = Pattern.compile("BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("Booking code: (B\\d+)");
    private static final Pattern ROOM = Pattern.compile(".* · (.*)");

    private Events() {}

    /** A stay (the code of its booking, and its room) or a block (its label, and its recurrence). */
    static String line(String identity, LocalDate from, LocalDate to, String more) {
        return "%s %s %s %s".formatted(identity, from, to, more);
    }

    /** What a line of {@link #line} is of. */
    static String identity(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    static List<String> lines(String calendar) {
        List<String> lines = new ArrayList<>();
        Matcher events = EVENT.matcher(unfolded(calendar));
        while (events.find()) {
            lines.add(line(events.group(1)));
        }
        return lines.stream().sorted().toList();
    }

    private static String line(String event) {
        Matcher code = CODE.matcher(event);
        String summary = value(event, "SUMMARY");
        Matcher room = ROOM.matcher(summary);
        LocalDate from = LocalDate.parse(value(event, "DTSTART"), DateTimeFormatter.BASIC_ISO_DATE);
        LocalDate to = LocalDate.parse(value(event, "DTEND"), DateTimeFormatter.BASIC_ISO_DATE);
        return code.find() && room.matches()
                ? line(code.group(1), from, to, room.group(1))
                : line(summary, from, to, value(event, "RRULE"));
    }

    /** The first value of that name, or nothing. */
    static String value(String component, String name) {
        return unfolded(component)
                .lines()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .findFirst()
                .orElse("");
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }
}
