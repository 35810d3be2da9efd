package org.roomnight.caldav;

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
final class ObjectMatch {

    private final Moments moments;
    private final PropertyMatch properties;

    /** @param zone of days and floating times */
    ObjectMatch(ZoneId zone) {
        this.moments = new Moments(zone);
        this.properties = new PropertyMatch(moments);
    }

    boolean matches(Component calendar, CompFilter filter) {
        return !filter.isNotDefined()
                && filter.name().equals(calendar.name())
                && within(calendar, filter, new Happenings(List.of(), moments));
    }

    /** All that is asked of one component, but not when it happens. */
    private boolean within(Component component, CompFilter filter, Happenings series) {
        return filter.properties().stream().allMatch(wanted -> properties.matches(component, wanted))
                && filter.components().stream().allMatch(wanted -> inside(component, wanted, series));
    }

    private boolean inside(Component parent, CompFilter filter, Happenings seriesOfParent) {
        List<Component> candidates = parent.components(filter.name());
        if (filter.isNotDefined()) {
            return candidates.isEmpty();
        }
        Happenings series = new Happenings(candidates, moments);
        if (filter.timeRange() != null) {
            candidates = filter.name().equals("VALARM")
                    ? ringing(parent, candidates, seriesOfParent, filter.timeRange())
                    : happening(candidates, series, filter.timeRange());
        }
        return candidates.stream().anyMatch(candidate -> within(candidate, filter, series));
    }

    private static List<Component> happening(List<Component> candidates, Happenings series, TimeRange range) {
        Window window = Window.of(range);
        Overlap overlap = new Overlap(window);
        return switch (series.near(window, Duration.ZERO)) {
            case Happenings.Near.Unknown _ -> candidates;
            case Happenings.Near.All(List<Instance> instances) ->
                candidates.stream()
                        .filter(candidate -> instances.stream()
                                .anyMatch(instance -> instance.component().equals(candidate) && overlap.of(instance)))
                        .toList();
        };
    }

    /** Alarms that go off in the range for any instance of the component that they are in. */
    private static List<Component> ringing(
            Component parent, List<Component> alarms, Happenings seriesOfParent, TimeRange range) {
        Window window = Window.of(range);
        return alarms.stream()
                .filter(alarm -> rings(parent, new AlarmTimes(alarm), seriesOfParent, window))
                .toList();
    }

    private static boolean rings(Component parent, AlarmTimes alarm, Happenings series, Window window) {
        return switch (series.near(window, alarm.reach())) {
            case Happenings.Near.Unknown _ -> true;
            case Happenings.Near.All(List<Instance> instances) ->
                instances.stream()
                        .filter(instance -> instance.component().equals(parent))
                        .anyMatch(instance -> alarm.in(window, instance));
        };
    }
}
