package org.roomnight.ical;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A calendar whose lines are by RFC 5545 where they were not and still said one thing: dates and durations written
 * otherwise, lines left empty, lines given twice. Where they may say more than one, that with more nights is taken.
 *
 * @param calendar the very calendar that was given where nothing was amiss
 * @param changes what was made of which lines, in order
 */
public record SoundLines(Component calendar, List<Change> changes) {
    private static final Set<String> COMPONENTS = Set.of("VCALENDAR", "VEVENT", "VTODO", "VALARM");
    private static final Set<String> LOCAL_DATES =
            Set.of("DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "RDATE", "EXDATE");
    private static final Set<String> MOMENTS = Set.of("DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED");
    private static final Set<String> DURATIONS = Set.of("DURATION", "TRIGGER");

    /** Lines that say the same as none when they are empty; DTSTART and UID must say something. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "CALSCALE",
            "COMPLETED",
            "CREATED",
            "DTEND",
            "DTSTAMP",
            "DUE",
            "DURATION",
            "EXDATE",
            "EXRULE",
            "LAST-MODIFIED",
            "METHOD",
            "RDATE",
            "RECURRENCE-ID",
            "RRULE",
            "VERSION");

    /** Lines of which there is one at most (RFC 5545 §3.6); a second DTSTART is refused, whatever it says. */
    private static final Set<String> ONCE = Set.of(
            "CALSCALE",
            "CLASS",
            "COMPLETED",
            "CREATED",
            "DESCRIPTION",
            "DTEND",
            "DTSTAMP",
            "DUE",
            "DURATION",
            "GEO",
            "LAST-MODIFIED",
            "LOCATION",
            "METHOD",
            "ORGANIZER",
            "PRIORITY",
            "PRODID",
            "RECURRENCE-ID",
            "RRULE",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "TRANSP",
            "UID",
            "URL",
            "VERSION");

    public SoundLines {
        changes = List.copyOf(changes);
    }

    /**
     * What was made of one line.
     *
     * @param pointer its components and its name, such as {@code /VEVENT/DTEND}
     * @param sent its value, escaped as it came
     * @param stored the value instead; null where the line was left out
     * @param detail a sentence for people
     */
    public record Change(
            String pointer, String sent, @Nullable String stored, String detail) {

        /** A line may name people, who must not reach a log. */
        @Override
        public String toString() {
            return pointer;
        }
    }

    /** @param property the zone of times that name none, or one that nobody knows */
    public static SoundLines of(Component calendar, ZoneId property) {
        var changes = new ArrayList<Change>();
        var sound = new Mending(property, changes).component(calendar, "");
        return new SoundLines(changes.isEmpty() ? calendar : OwnZones.applied(sound), changes);
    }

    /** One pass over a calendar. */
    private record Mending(ZoneId property, List<Change> changes) {

        Component component(Component part, String path) {
            if (!COMPONENTS.contains(part.name())) {
                return part;
            }
            var lines = new ArrayList<Property>();
            part.properties().forEach(line -> line(line, path).ifPresent(lines::add));
            boolean endless = part.name().equals("VEVENT")
                    && lines.stream().noneMatch(SoundLines::isEnd)
                    && part.properties().stream().anyMatch(SoundLines::isEnd);
            if (endless) {
                lines.add(new Property("DURATION", "P1D"));
                changes.add(new Change(
                        path + "/DURATION", "", "P1D", "When it ends is left empty; one day was taken for it."));
            }
            var inner = part.components().stream()
                    .map(one -> component(one, path + "/" + one.name()))
                    .toList();
            return new Component(part.name(), once(lines, path), inner);
        }

        private Optional<Property> line(Property line, String path) {
            var name = line.name();
            if (line.value().isBlank() && MAY_BE_EMPTY.contains(name)) {
                changes.add(new Change(path + "/" + name, "", null, "The line is empty; it was left out."));
                return Optional.empty();
            }
            var sound = standard(line);
            if (!sound.equals(line)) {
                String detail = "The line is not written as its standard has it; it was read like this.";
                changes.add(new Change(path + "/" + name, shown(line), shown(sound), detail));
            }
            return Optional.of(sound);
        }

        private Property standard(Property line) {
            if (LOCAL_DATES.contains(line.name())) {
                return LooseDates.inZone(line, property);
            }
            if (MOMENTS.contains(line.name())) {
                return LooseDates.inUtc(line);
            }
            if (DURATIONS.contains(line.name())) {
                return CalendarDuration.standard(line.value())
                        .map(text -> new Property(line.name(), line.parameters(), text, line.zone()))
                        .orElse(line);
            }
            return line.name().equals("RRULE") ? rule(line) : line;
        }

        /** Lines that say the same count once; of several values one counts, where it is plain which is on the safe side. */
        private List<Property> once(List<Property> lines, String path) {
            var byName = new LinkedHashMap<String, List<Property>>();
            lines.stream()
                    .filter(line -> ONCE.contains(line.name()))
                    .forEach(line -> byName.computeIfAbsent(line.name(), _ -> new ArrayList<>())
                            .add(line));
            byName.values().removeIf(same -> same.size() == 1);
            if (byName.isEmpty()) {
                return lines;
            }
            var kept = new LinkedHashSet<Property>();
            byName.forEach((name, same) -> {
                var one = chosen(name, List.copyOf(new LinkedHashSet<>(same)), lines);
                kept.addAll(one);
                if (one.size() < same.size()) {
                    var detail =
                            "It is said more than once; of different values that with more nights was taken, or the"
                                    + " last.";
                    changes.add(new Change(path + "/" + name, all(same), all(one), detail));
                }
            });
            return lines.stream()
                    .filter(line -> !byName.containsKey(line.name()) || kept.remove(line))
                    .toList();
        }

        private List<Property> chosen(String name, List<Property> different, List<Property> lines) {
            return different.size() == 1
                    ? different
                    : switch (name) {
                        case "DTEND", "DUE" -> or(latest(different, lines), different);
                        case "DURATION" -> or(longest(different), different);
                        case "STATUS" ->
                            or(
                                    different.stream()
                                            .filter(line -> !cancelled(line))
                                            .findFirst(),
                                    different);
                        case "DTSTAMP" -> List.of(different.getLast());
                        default -> different;
                    };
        }

        /** Of those that are of the type of the start. */
        private Optional<Property> latest(List<Property> ends, List<Property> lines) {
            boolean days = lines.stream()
                    .filter(line -> line.name().equals("DTSTART"))
                    .flatMap(line -> date(line).stream())
                    .anyMatch(DateValue::allDay);
            return ends.stream()
                    .filter(end ->
                            date(end).filter(value -> value.allDay() == days).isPresent())
                    .max(Comparator.comparing(end -> date(end).orElseThrow().moment(property)));
        }

        private static Optional<DateValue> date(Property line) {
            return DateValues.parse(line) instanceof Parsed.Value<DateValue>(var value)
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }

    private static boolean isEnd(Property line) {
        return line.name().equals("DTEND") || line.name().equals("DURATION");
    }

    private static boolean cancelled(Property line) {
        return line.value().strip().equalsIgnoreCase("CANCELLED");
    }

    private static List<Property> or(Optional<Property> one, List<Property> all) {
        return one.map(List::of).orElse(all);
    }

    private static Optional<Property> longest(List<Property> durations) {
        return durations.stream()
                .filter(line -> CalendarDuration.parse(line.value()) instanceof Parsed.Value)
                .max(Comparator.comparingLong(line -> length(line.value())));
    }

    private static long length(String duration) {
        return CalendarDuration.parse(duration) instanceof Parsed.Value<CalendarDuration>(var lasting)
                ? lasting.time().plusDays(lasting.days()).toSeconds()
                : 0;
    }

    private static Property rule(Property line) {
        var parts = Arrays.stream(line.value().split(";", -1))
                .map(part -> part.strip().toUpperCase(Locale.ROOT).startsWith("UNTIL=") ? until(part) : part)
                .collect(Collectors.joining(";"));
        return new Property(line.name(), line.parameters(), parts, line.zone());
    }

    private static String until(String part) {
        int value = part.indexOf('=') + 1;
        return part.substring(0, value) + LooseDates.until(part.substring(value));
    }

    /** The value, after the zone where there is one. */
    private static String shown(Property line) {
        return line.parameter("TZID").map(tzid -> tzid + ":").orElse("") + line.value();
    }

    private static String all(List<Property> lines) {
        return lines.stream().map(Property::value).collect(Collectors.joining(" "));
    }
}
