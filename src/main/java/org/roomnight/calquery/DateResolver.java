package org.roomnight.calquery;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;

/**
 * Resolves dates and times of components to moments. Days and floating times are those of {@code zone} (RFC 4791 §9.9),
 * and so are times with a TZID that nobody knows.
 */
public record DateResolver(ZoneId zone) {

    public Instant instant(DateValue value) {
        return value.moment(zone);
    }

    /** The moment of the first property of that name; null where there is none that can be read. */
    @Nullable
    public Instant instant(Component component, String name) {
        return DateValues.find(component, name).map(this::instant).orElse(null);
    }
}
