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
        return octets.length > limits.octets() ? new Read.Failed(ReadError.TOO_LARGE, 0) : new Pass(octets).read();
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
                return new Read.Failed(refusal, lines.physicalLine());
            }
            return calendar == null
                    ? new Read.Failed(
                            open.isEmpty() ? ReadError.NOT_A_CALENDAR : ReadError.MISSING_END, lines.physicalLine())
                    : new Read.Calendar(OwnZones.applied(calendar), tolerated);
        }

        private @Nullable ReadError readLines() {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var refusal = line(line);
                if (refusal != null) {
                    return refusal;
                }
            }
            return lines.refusal();
        }

        private @Nullable ReadError line(String text) {
            var line = new ContentLine(text, limits.parametersPerProperty(), strictness, tolerated);
            var property = line.read();
            if (property == null) {
                return unreadable(text, line.refusal());
            }
            if (!property.name().equals("DESCRIPTION") && lines.length() > limits.lineOctets()) {
                return ReadError.LINE_TOO_LONG;
            }
            return switch (property.name()) {
                case "BEGIN" -> begin(property);
                case "END" -> end(property);
                default -> property(property);
            };
        }

        private @Nullable ReadError unreadable(String text, @Nullable ReadError refusal) {
            if (calendar != null) {
                return ReadError.TEXT_AFTER_END;
            }
            if (open.isEmpty()) {
                return ReadError.NOT_A_CALENDAR;
            }
            boolean passedOver = refusal != ReadError.TOO_MANY_PARAMETERS && dispensable(text);
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

        private @Nullable ReadError begin(Property property) {
            var name = componentName(property);
            if (calendar != null) {
                return name.equals("VCALENDAR") ? ReadError.SECOND_CALENDAR : ReadError.TEXT_AFTER_END;
            }
            if (open.isEmpty() != name.equals("VCALENDAR")) {
                return open.isEmpty() ? ReadError.NOT_A_CALENDAR : ReadError.NESTED_CALENDAR;
            }
            if (!Names.valid(name)) {
                return ReadError.BAD_LINE;
            }
            events += name.equals("VEVENT") ? 1 : 0;
            if (++components > limits.components() || events > limits.events()) {
                return ReadError.TOO_MANY_COMPONENTS;
            }
            if (open.size() == limits.nesting()) {
                return ReadError.TOO_DEEP;
            }
            open.push(new Open(name, new ArrayList<>(), new ArrayList<>()));
            return null;
        }

        private @Nullable ReadError end(Property property) {
            if (calendar != null) {
                return ReadError.TEXT_AFTER_END;
            }
            if (open.isEmpty()) {
                return ReadError.NOT_A_CALENDAR;
            }
            var closed = open.pop().closed();
            if (!closed.name().equals(componentName(property))) {
                return ReadError.BAD_NESTING;
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

        private @Nullable ReadError property(Property property) {
            if (calendar != null) {
                return ReadError.TEXT_AFTER_END;
            }
            if (open.isEmpty()) {
                return ReadError.NOT_A_CALENDAR;
            }
            var properties = open.element().properties();
            if (full(properties)) {
                return ReadError.TOO_MANY_PROPERTIES;
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

        private @Nullable ReadError version(Component read) {
            var versions = read.properties("VERSION").stream()
                    .map(version -> version.value().strip())
                    .filter(version -> strictness == Strictness.STRICT || !version.isEmpty())
                    .toList();
            if (versions.isEmpty()) {
                tolerated.add(Tolerated.NO_VERSION);
                return null;
            }
            boolean repeated = strictness == Strictness.STRICT && versions.size() > 1;
            return repeated || !versions.stream().allMatch("2.0"::equals) ? ReadError.WRONG_VERSION : null;
        }
    }
}
