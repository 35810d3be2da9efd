package org.roomnight.calquery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Property;

/** Leaves out what has nothing to do with a range, and expands nothing (RFC 4791 §9.6.6, §9.6.7). */
final class LimitedData {

    private final Window window;
    private final DateResolver resolver;
    private final Overlap overlap;

    LimitedData(Window window, DateResolver resolver) {
        this.window = window;
        this.resolver = resolver;
        this.overlap = new Overlap(window);
    }

    /** Keeps the master, and the overrides that are in the range or take an instance out of it. */
    Component recurrences(Component calendar) {
        List<Component> kept = calendar.components().stream()
                .filter(component -> component.property("RECURRENCE-ID").isEmpty() || touches(component, calendar))
                .toList();
        return new Component(calendar.name(), calendar.properties(), kept);
    }

    private boolean touches(Component override, Component calendar) {
        Optional<Property> id = override.property("RECURRENCE-ID");
        Optional<DateValue> instead = id.flatMap(DateValues::find);
        if (instead.isEmpty() || overlap.of(Instance.once(override, resolver))) {
            return true;
        }
        boolean andFuture = id.flatMap(property -> property.parameter("RANGE"))
                .filter("THISANDFUTURE"::equalsIgnoreCase)
                .isPresent();
        return andFuture
                ? resolver.instant(instead.get()).isBefore(window.end())
                : overlap.of(new Instance(master(override, calendar), instead.get(), resolver));
    }

    private static Component master(Component override, Component calendar) {
        return calendar.components(override.name()).stream()
                .filter(component -> component.property("RECURRENCE-ID").isEmpty())
                .findFirst()
                .orElse(override);
    }

    /** Keeps those values of FREEBUSY that touch the range. */
    Component busyTimes(Component calendar) {
        return new Component(
                calendar.name(),
                calendar.properties(),
                calendar.components().stream()
                        .map(component -> component.name().equals("VFREEBUSY") ? cut(component) : component)
                        .toList());
    }

    private Component cut(Component freeBusy) {
        List<Property> properties = freeBusy.properties().stream()
                .map(property -> property.name().equals("FREEBUSY") ? cut(property) : property)
                .filter(property ->
                        !property.name().equals("FREEBUSY") || !property.value().isEmpty())
                .toList();
        return new Component(freeBusy.name(), properties, freeBusy.components());
    }

    private Property cut(Property freeBusy) {
        String kept = Period.written(freeBusy)
                .filter(text -> Period.parse(text)
                        .filter(period -> window.overlaps(period.start(), period.end()))
                        .isPresent())
                .collect(Collectors.joining(","));
        return new Property(freeBusy.name(), freeBusy.parameters(), kept);
    }
}
