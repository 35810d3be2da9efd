package org.roomnight.caldav;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;

/** Makes a component of its own of each instance in a range, in UTC (RFC 4791 §9.6.5). */
final class ExpandedData {

    private static final Set<String> RECURRENCE = Set.of("RRULE", "RDATE", "EXRULE", "EXDATE");

    /** What happens at a time; components of other names stay as they are. */
    private static final Set<String> HAPPENING = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");

    private final Window window;
    private final Moments moments;
    private final Overlap overlap;
    private final UtcDates dates;

    ExpandedData(Window window, Moments moments) {
        this.window = window;
        this.moments = moments;
        this.overlap = new Overlap(window);
        this.dates = new UtcDates(moments);
    }

    Component apply(Component calendar) {
        List<Component> expanded = new ArrayList<>();
        Stream<String> kinds =
                calendar.components().stream().map(Component::name).distinct();
        kinds.filter(kind -> !kind.equals("VTIMEZONE"))
                .forEach(kind -> expanded.addAll(
                        HAPPENING.contains(kind)
                                ? instances(calendar.components(kind))
                                : calendar.components(kind)));
        return new Component(calendar.name(), calendar.properties(), expanded);
    }

    private List<Component> instances(List<Component> components) {
        Happenings series = new Happenings(components, moments);
        return switch (series.near(window, Duration.ZERO)) {
            case Happenings.Near.Unknown(String sentence) -> throw tooMany(sentence);
            case Happenings.Near.All(List<Instance> instances) ->
                instances.stream()
                        .filter(overlap::of)
                        .map(instance -> series.repeating() ? instance(instance) : inUtc(instance.component()))
                        .toList();
        };
    }

    /** What cannot be expanded whole is not given in part. */
    static Refused tooMany(String sentence) {
        return new Refused(new DavRefusal(
                507,
                Names.dav("number-of-matches-within-limits"),
                "Too much repeats in that time range. Ask for a shorter one. " + sentence));
    }

    private Component inUtc(Component component) {
        return new Component(
                component.name(),
                component.properties().stream().map(dates::withoutZone).toList(),
                component.components());
    }

    private Component instance(Instance instance) {
        List<Property> properties = new ArrayList<>();
        for (Property property : instance.component().properties()) {
            if (!RECURRENCE.contains(property.name())) {
                properties.add(ofInstance(property, instance));
            }
        }
        if (instance.start() != null
                && instance.component().property("RECURRENCE-ID").isEmpty()) {
            properties.add(dates.property("RECURRENCE-ID", List.of(), instance.start()));
        }
        return new Component(
                instance.component().name(), properties, instance.component().components());
    }

    private Property ofInstance(Property property, Instance instance) {
        return switch (property.name()) {
            case "DTSTART" ->
                instance.start() == null
                        ? property
                        : dates.property("DTSTART", property.parameters(), instance.start());
            case "DTEND", "DUE" ->
                instance.end(property.name())
                        .map(end -> dates.property(property.name(), property.parameters(), end))
                        .orElse(property);
            default -> dates.withoutZone(property);
        };
    }
}
