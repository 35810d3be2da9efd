package org.roomnight.caldav;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roomnight.ical.Component;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.Expansion;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.RecurrenceLimits;

/** The components of one kind in a calendar object, which are a series with its overrides, and when they happen. */
final class Happenings {

    private static final Set<String> OF_SERIES = Set.of("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID");

    private final List<Component> components;
    private final Moments moments;

    Happenings(List<Component> components, Moments moments) {
        this.components = List.copyOf(components);
        this.moments = moments;
    }

    /** The instances near a time. */
    sealed interface Near {

        /** All that touch the window, and perhaps some others near it. */
        record All(List<Instance> instances) implements Near {
            public All {
                instances = List.copyOf(instances);
            }
        }

        /** They cannot be listed; whether any is near is not known. */
        record Unknown(String sentence) implements Near {}
    }

    Moments moments() {
        return moments;
    }

    boolean repeating() {
        return components.stream()
                .flatMap(component -> component.properties().stream())
                .anyMatch(property -> OF_SERIES.contains(property.name()));
    }

    /** @param reach how far from its start an instance has something to do with the window, besides its length */
    Near near(Window window, Duration reach) {
        if (!repeating()) {
            return new Near.All(components.stream()
                    .map(component -> Instance.once(component, moments))
                    .toList());
        }
        return switch (EventSeries.read(components, moments.zone(), RecurrenceLimits.DEFAULT)) {
            case Parsed.Bad<EventSeries>(String sentence) -> new Near.Unknown(sentence);
            case Parsed.Value<EventSeries>(EventSeries series) -> {
                RangedOverrides ranged = RangedOverrides.of(components, moments);
                yield expanded(series, ranged, window, reach.plus(longest()).plus(ranged.reach()));
            }
        };
    }

    private Near expanded(EventSeries series, RangedOverrides ranged, Window window, Duration reach) {
        return switch (series.expand(window.from(reach), window.until(reach))) {
            case Expansion.OverBudget over -> new Near.Unknown(over.sentence());
            case Expansion.Occurrences(var occurrences, var _)
            when ranged.tooMany(occurrences.size()) ->
                new Near.Unknown("Too many changes of the series count for what follows them.");
            case Expansion.Occurrences(var occurrences, var _) ->
                new Near.All(occurrences.stream()
                        .map(one -> new Instance(one.event(), one.start(), moments))
                        .flatMap(one -> Stream.concat(Stream.of(one), ranged.insteadOf(one)))
                        .toList());
        };
    }

    private Duration longest() {
        return components.stream()
                .map(component -> Instance.once(component, moments).length())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
