package org.roomnight.calquery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roomnight.ical.Component;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.Expansion;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.RecurrenceLimits;

/**
 * The recurrence set (RFC 5545 §3.8.5) that the components of one kind in a calendar object describe: a series with its
 * overrides, or what happens once.
 */
final class RecurrenceSet {

    private static final Set<String> OF_SERIES = Set.of("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID");

    private final List<Component> components;
    private final DateResolver resolver;

    RecurrenceSet(List<Component> components, DateResolver resolver) {
        this.components = List.copyOf(components);
        this.resolver = resolver;
    }

    boolean repeating() {
        return components.stream()
                .flatMap(component -> component.properties().stream())
                .anyMatch(property -> OF_SERIES.contains(property.name()));
    }

    /** @param reach how far from its start an instance has something to do with the window, besides its length */
    Instances instancesNear(Window window, Duration reach) {
        if (!repeating()) {
            return new Instances.All(components.stream()
                    .map(component -> Instance.once(component, resolver))
                    .toList());
        }
        return switch (EventSeries.read(components, resolver.zone(), RecurrenceLimits.DEFAULT)) {
            case Parsed.Bad<EventSeries>(String sentence) -> new Instances.Unknown(sentence);
            case Parsed.Value<EventSeries>(EventSeries series) -> {
                RangedOverrides ranged = RangedOverrides.of(components, resolver);
                yield expanded(series, ranged, window, reach.plus(longest()).plus(ranged.reach()));
            }
        };
    }

    private Instances expanded(EventSeries series, RangedOverrides ranged, Window window, Duration reach) {
        return switch (series.expand(window.from(reach), window.until(reach))) {
            case Expansion.OverBudget over -> new Instances.Unknown(over.sentence());
            case Expansion.Occurrences(var occurrences, var _)
            when ranged.tooMany(occurrences.size()) ->
                new Instances.Unknown("Too many changes of the series count for what follows them.");
            case Expansion.Occurrences(var occurrences, var _) ->
                new Instances.All(occurrences.stream()
                        .map(one -> new Instance(one.event(), one.start(), resolver))
                        .flatMap(one -> Stream.concat(Stream.of(one), ranged.insteadOf(one)))
                        .toList());
        };
    }

    private Duration longest() {
        return components.stream()
                .map(component -> Instance.once(component, resolver).length())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
