package org.roomnight.caldav;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.CalendarDuration;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.Property;

/**
 * Turns dates and times of components into moments. Days and floating times are those of {@code zone} (RFC 4791 §9.9),
 * and so are times with a TZID that nobody knows.
 */
record Moments(ZoneId zone) {

    Instant of(DateValue value) {
        return value.moment(zone);
    }

    /** The moment of the first property of that name; null where there is none that can be read. */
    @Nullable
    Instant of(Component component, String name) {
        return date(component, name).map(this::of).orElse(null);
    }

    static Optional<DateValue> date(Component component, String name) {
        return component.property(name).flatMap(Moments::date);
    }

    static Optional<DateValue> date(Property property) {
        return read(DateValues.parse(property));
    }

    static Optional<CalendarDuration> duration(Component component, String name) {
        return component.property(name).flatMap(Moments::duration);
    }

    static Optional<CalendarDuration> duration(Property property) {
        return read(CalendarDuration.parse(property.value()));
    }

    private static <T> Optional<T> read(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> Optional.of(value);
            case Parsed.Bad<T> _ -> Optional.empty();
        };
    }
}
