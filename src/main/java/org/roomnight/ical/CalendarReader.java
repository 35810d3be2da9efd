package org.roomnight.ical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads octets as one VCALENDAR within budgets, in linear time and without recursion (RFC 5545 §3.4). */
public final class CalendarReader {
    private final ReadingLimits limits;
    private final Strictness strictness;

    public CalendarReader(ReadingLimits limits, Strictness strictness) {
        this.limits = limits;
        this.strictness = strictness;
    }

    /** The calendar in {@code octets}, or why there is none; never throws for what it reads. */
    public Read read(byte[] octets) {
        return octets.length > limits.octets() ? new Read.Refused(Refusal.TOO_LARGE, 0) : new Pass(octets).read();
    }

    /** A component whose END has not come yet. */
    private record Open(String name, List<Property> properties, List<Component> components) {
        Component closed() {
            return new Component(name, properties, components);
        }
    }

    /** One reading of one input. */
    private final class Pass {
        private final Set<Tolerated> tolerated = EnumSet.noneOf(Tolerated.class);
        private final LogicalLines lines;
        private final Deque<Open> open = new ArrayDeque<>();
        private @Nullable Component calendar;
        private int components;
        private int events;

        Pass(byte[] octets) {
            int longest = Math.max(limits.lineOctets(), limits.descriptionOctets());
            lines = new LogicalLines(octets, longest, strictness, tolerated);
        }

        Read read() {
            var refusal = readLines();
            if (refusal == null && calendar != null) {
                refusal = version(calendar);
            }
            if (refusal != null) {
                return new Read.Refused(refusal, lines.physicalLine());
            }
            return calendar == null
                    ? new Read.Refused(
                            open.isEmpty() ? Refusal.NOT_A_CALENDAR : Refusal.MISSING_END, lines.physicalLine())
                    : new Read.Calendar(OwnZones.applied(calendar), tolerated);
        }

        private @Nullable Refusal readLines() {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var refusal = line(line);
                if (refusal != null) {
                    return refusal;
                }
            }
            return lines.refusal();
        }

        private @Nullable Refusal line(String text) {
            var line = new ContentLine(text, limits.parametersPerProperty(), strictness, tolerated);
            var property = line.read();
            if (property == null) {
                return unreadable(text, line.refusal());
            }
            if (!property.name().equals("DESCRIPTION") && lines.length() > limits.lineOctets()) {
                return Refusal.LINE_TOO_LONG;
            }
            return switch (property.name()) {
                case "BEGIN" -> begin(property);
                case "END" -> end(property);
                default -> property(property);
            };
        }

        private @Nullable Refusal unreadable(String text, @Nullable Refusal refusal) {
            if (calendar != null) {
                return Refusal.TEXT_AFTER_END;
            }
            if (open.isEmpty()) {
                return Refusal.NOT_A_CALENDAR;
            }
            boolean passedOver = refusal != Refusal.TOO_MANY_PARAMETERS && dispensable(text);
            if (passedOver) {
                tolerated.add(Tolerated.UNREADABLE_LINES);
            }
            return passedOver ? null : refusal;
        }

        /** A line of somebody's own says nothing that is read here; without its colon it may be the rest of another. */
        private boolean dispensable(String text) {
            return switch (strictness) {
                case STRICT -> false;
                case MENDING -> text.regionMatches(true, 0, "X-", 0, 2) && text.indexOf(':') > 0;
                case LENIENT -> true;
            };
        }

        private @Nullable Refusal begin(Property property) {
            var name = componentName(property);
            if (calendar != null) {
                return name.equals("VCALENDAR") ? Refusal.SECOND_CALENDAR : Refusal.TEXT_AFTER_END;
            }
            if (open.isEmpty() != name.equals("VCALENDAR")) {
                return open.isEmpty() ? Refusal.NOT_A_CALENDAR : Refusal.NESTED_CALENDAR;
            }
            if (!Names.valid(name)) {
                return Refusal.BAD_LINE;
            }
            events += name.equals("VEVENT") ? 1 : 0;
            if (++components > limits.components() || events > limits.events()) {
                return Refusal.TOO_MANY_COMPONENTS;
            }
            if (open.size() == limits.nesting()) {
                return Refusal.TOO_DEEP;
            }
            open.push(new Open(name, new ArrayList<>(), new ArrayList<>()));
            return null;
        }

        private @Nullable Refusal end(Property property) {
            if (calendar != null) {
                return Refusal.TEXT_AFTER_END;
            }
            if (open.isEmpty()) {
                return Refusal.NOT_A_CALENDAR;
            }
            var closed = open.pop().closed();
            if (!closed.name().equals(componentName(property))) {
                return Refusal.BAD_NESTING;
            }
            if (open.isEmpty()) {
                calendar = closed;
            } else {
                open.element().components().add(closed);
            }
            return null;
        }

        private String componentName(Property property) {
            var written = property.value().strip();
            var name = Names.normalised(written);
            if (!name.equals(written)) {
                tolerated.add(Tolerated.LOWER_CASE_NAMES);
            }
            return name;
        }

        private @Nullable Refusal property(Property property) {
            if (calendar != null) {
                return Refusal.TEXT_AFTER_END;
            }
            if (open.isEmpty()) {
                return Refusal.NOT_A_CALENDAR;
            }
            var properties = open.element().properties();
            if (full(properties)) {
                return Refusal.TOO_MANY_PROPERTIES;
            }
            properties.add(property);
            return null;
        }

        /** Attendees have a limit of their own, which a door names; here they count less. */
        private boolean full(List<Property> properties) {
            int most = limits.propertiesPerComponent();
            return properties.size() >= most
                    && (properties.size() >= 3 * most
                            || properties.stream()
                                            .filter(one -> !one.name().equals("ATTENDEE"))
                                            .count()
                                    >= most);
        }

        private @Nullable Refusal version(Component read) {
            var versions = read.properties("VERSION").stream()
                    .map(version -> version.value().strip())
                    .filter(version -> strictness == Strictness.STRICT || !version.isEmpty())
                    .toList();
            if (versions.isEmpty()) {
                tolerated.add(Tolerated.NO_VERSION);
                return null;
            }
            boolean repeated = strictness == Strictness.STRICT && versions.size() > 1;
            return repeated || !versions.stream().allMatch("2.0"::equals) ? Refusal.WRONG_VERSION : null;
        }
    }
}
