package org.roomnight.calquery;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.roomnight.davxml.Filter.CompFilter;
import org.roomnight.davxml.TimeRange;
import org.roomnight.ical.Component;

/**
 * Whether a calendar object is one that a filter asks for (RFC 4791 §9.7). A series that costs too much to expand
 * matches every time range: what a calendar program is not told of, it does not show.
 */
public final class ObjectMatch {

    private final DateResolver resolver;
    private final PropertyMatch properties;

    /** @param zone of days and floating times */
    public ObjectMatch(ZoneId zone) {
        this.resolver = new DateResolver(zone);
        this.properties = new PropertyMatch(resolver);
    }

    public boolean matches(Component calendar, CompFilter filter) {
        return !filter.isNotDefined()
                && filter.name().equals(calendar.name())
                && within(calendar, filter, new RecurrenceSet(List.of(), resolver));
    }

    /** All that is asked of one component, but not when it happens. */
    private boolean within(Component component, CompFilter filter, RecurrenceSet series) {
        return filter.properties().stream().allMatch(wanted -> properties.matches(component, wanted))
                && filter.components().stream().allMatch(wanted -> inside(component, wanted, series));
    }

    private boolean inside(Component parent, CompFilter filter, RecurrenceSet seriesOfParent) {
        List<Component> candidates = parent.components(filter.name());
        if (filter.isNotDefined()) {
            return candidates.isEmpty();
        }
        RecurrenceSet series = new RecurrenceSet(candidates, resolver);
        if (filter.timeRange() != null) {
            candidates = filter.name().equals("VALARM")
                    ? ringing(parent, candidates, seriesOfParent, filter.timeRange())
                    : happening(candidates, series, filter.timeRange());
        }
        return candidates.stream().anyMatch(candidate -> within(candidate, filter, series));
    }

    private static List<Component> happening(List<Component> candidates, RecurrenceSet series, TimeRange range) {
        Window window = Window.of(range);
        Overlap overlap = new Overlap(window);
        return switch (series.instancesNear(window, Duration.ZERO)) {
            case Instances.Unknown _ -> candidates;
            case Instances.All(List<Instance> instances) ->
                candidates.stream()
                        .filter(candidate -> instances.stream()
                                .anyMatch(instance -> instance.isOf(candidate) && overlap.of(instance)))
                        .toList();
        };
    }

    /** Alarms that go off in the range for any instance of the component that they are in. */
    private static List<Component> ringing(
            Component parent, List<Component> alarms, RecurrenceSet seriesOfParent, TimeRange range) {
        Window window = Window.of(range);
        return alarms.stream()
                .filter(alarm -> rings(parent, new AlarmTimes(alarm), seriesOfParent, window))
                .toList();
    }

    private static boolean rings(Component parent, AlarmTimes alarm, RecurrenceSet series, Window window) {
        return switch (series.instancesNear(window, alarm.reach())) {
            case Instances.Unknown _ -> true;
            case Instances.All(List<Instance> instances) ->
                instances.stream()
                        .filter(instance -> instance.isOf(parent))
                        .anyMatch(instance -> alarm.in(window, instance));
        };
    }
}
