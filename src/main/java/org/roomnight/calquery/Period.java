package org.roomnight.calquery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roomnight.ical.CalendarDuration;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Property;

/** A time from a start to before an end (RFC 5545 §3.3.9). */
public record Period(Instant start, Instant end) {

    private static final DateResolver UTC = new DateResolver(ZoneOffset.UTC);

    /** The periods of a FREEBUSY property, which are in UTC; what is none is left out. */
    static List<Period> all(Property property) {
        return written(property).flatMap(text -> parse(text).stream()).toList();
    }

    static Stream<String> written(Property property) {
        return Stream.of(property.value().split(",", -1)).map(String::strip);
    }

    static Optional<Period> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        Property second = new Property("DTEND", text.substring(slash + 1));
        return DateValues.find(new Property("DTSTART", text.substring(0, slash)))
                .flatMap(start -> end(start, second).map(end -> new Period(UTC.instant(start), UTC.instant(end))));
    }

    private static Optional<DateValue> end(DateValue start, Property written) {
        return DateValues.find(written)
                .or(() -> CalendarDuration.find(written).map(lasting -> lasting.after(start, ZoneOffset.UTC)));
    }
}
