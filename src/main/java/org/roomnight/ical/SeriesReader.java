package org.roomnight.ical;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads components of one UID into an {@link EventSeries}. */
final class SeriesReader {
    private final ZoneId property;
    private final RecurrenceLimits limits;

    SeriesReader(ZoneId property, RecurrenceLimits limits) {
        this.property = property;
        this.limits = limits;
    }

    Parsed<EventSeries> read(List<Component> events) {
        var masters = events.stream()
                .filter(e -> e.property("RECURRENCE-ID").isEmpty())
                .toList();
        if (events.isEmpty() || masters.size() > 1) {
            return new Parsed.Bad<>("A series has exactly one event without RECURRENCE-ID.");
        }
        var overrides = events.stream()
                .filter(e -> e.property("RECURRENCE-ID").isPresent())
                .toList();
        return masters.isEmpty() ? withoutMaster(overrides) : withMaster(masters.getFirst(), overrides);
    }

    /** An invitation to single instances of a series that we do not have (RFC 4791 §4.1). */
    private Parsed<EventSeries> withoutMaster(List<Component> overrides) {
        return one(overrides.getFirst(), "RECURRENCE-ID").then(id -> {
            var frame = SeriesFrame.of(id, property);
            return overrides(overrides, frame)
                    .then(map -> new Parsed.Value<>(new EventSeries(null, frame, EventSeries.Dates.NONE, map, limits)));
        });
    }

    private Parsed<EventSeries> withMaster(Component master, List<Component> overrides) {
        return one(master, "DTSTART").then(start -> {
            var frame = SeriesFrame.of(start, property);
            return overrides(overrides, frame)
                    .then(map -> new RecurrenceDatesReader(frame, property, limits)
                            .read(master)
                            .then(dates -> new Parsed.Value<>(new EventSeries(master, frame, dates, map, limits))));
        });
    }

    private Parsed<Map<LocalDateTime, EventSeries.Overriding>> overrides(List<Component> events, SeriesFrame frame) {
        var overrides = new HashMap<LocalDateTime, EventSeries.Overriding>();
        for (var event : events) {
            var id = one(event, "RECURRENCE-ID");
            var start = one(event, "DTSTART");
            var sentence = id instanceof Parsed.Bad<DateValue>(var bad) ? bad : null;
            if (sentence == null && start instanceof Parsed.Bad<DateValue>(var other)) {
                sentence = other;
            }
            if (id instanceof Parsed.Value<DateValue>(var of)
                    && start instanceof Parsed.Value<DateValue>(var at)
                    && overrides.put(frame.local(of), new EventSeries.Overriding(event, at)) != null) {
                sentence = "Two events have the same RECURRENCE-ID.";
            }
            if (sentence != null) {
                return new Parsed.Bad<>(sentence);
            }
        }
        return new Parsed.Value<>(Map.copyOf(overrides));
    }

    private static Parsed<DateValue> one(Component event, String name) {
        var properties = event.properties(name);
        return properties.size() == 1
                ? DateValues.parse(properties.getFirst())
                : new Parsed.Bad<>("An event has exactly one " + name + ".");
    }
}
