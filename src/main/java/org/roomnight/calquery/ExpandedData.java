package org.roomnight.calquery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.Property;

/** Makes a component of its own of each instance in a range, in UTC (RFC 4791 §9.6.5). */
final class ExpandedData {

    private static final Set<String> RECURRENCE = Set.of("RRULE", "RDATE", "EXRULE", "EXDATE");

    /** What happens at a time; components of other names stay as they are. */
    private static final Set<String> HAPPENING = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");

    private final Window window;
    private final DateResolver resolver;
    private final Overlap overlap;
    private final UtcDates dates;

    ExpandedData(Window window, DateResolver resolver) {
        this.window = window;
        this.resolver = resolver;
        this.overlap = new Overlap(window);
        this.dates = new UtcDates(resolver);
    }

    /** The calendar with its instances; what cannot be expanded whole is not given in part. */
    Retrieved of(Component calendar) {
        List<Component> expanded = new ArrayList<>();
        List<String> names = calendar.components().stream()
                .map(Component::name)
                .distinct()
                .filter(name -> !name.equals("VTIMEZONE"))
                .toList();
        for (String name : names) {
            List<Component> components = calendar.components(name);
            if (!HAPPENING.contains(name)) {
                expanded.addAll(components);
                continue;
            }
            RecurrenceSet series = new RecurrenceSet(components, resolver);
            switch (series.instancesNear(window, Duration.ZERO)) {
                case Instances.Unknown(String sentence) -> {
                    return new Retrieved.TooManyInstances(sentence);
                }
                case Instances.All(List<Instance> instances) -> expanded.addAll(components(series, instances));
            }
        }
        return new Retrieved.Part(new Component(calendar.name(), calendar.properties(), expanded));
    }

    private List<Component> components(RecurrenceSet series, List<Instance> near) {
        return lastOfEach(near.stream().filter(overlap::of).toList()).stream()
                .map(instance -> series.repeating() ? instance(instance) : inUtc(instance.component()))
                .toList();
    }

    /**
     * Of the readings of one occurrence, the last: an occurrence has one identifier (RFC 5545 §3.8.4.4). An override that
     * counts for what follows comes right after what it stands for.
     */
    private static List<Instance> lastOfEach(List<Instance> instances) {
        List<Instance> last = new ArrayList<>();
        for (Instance instance : instances) {
            if (!last.isEmpty() && instance.replaces(last.getLast())) {
                last.removeLast();
            }
            last.add(instance);
        }
        return last;
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
            boolean ofAnother = instance.replaced() != null && property.name().equals("RECURRENCE-ID");
            if (!ofAnother && !RECURRENCE.contains(property.name())) {
                properties.add(ofInstance(property, instance));
            }
        }
        DateValue id = instance.replaced() == null ? instance.start() : instance.replaced();
        if (id != null && properties.stream().noneMatch(line -> line.name().equals("RECURRENCE-ID"))) {
            properties.add(dates.property("RECURRENCE-ID", List.of(), id));
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
