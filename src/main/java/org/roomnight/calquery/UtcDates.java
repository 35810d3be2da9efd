package org.roomnight.calquery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Parameter;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.Property;

/** Writes dates that need no VTIMEZONE: days and floating times as they are, all others in UTC (RFC 4791 §9.6.5). */
public record UtcDates(DateResolver resolver) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    public Property property(String name, List<Parameter> parameters, DateValue value) {
        Stream<Parameter> others = parameters.stream()
                .filter(one -> !one.name().equals("TZID") && !one.name().equals("VALUE"));
        Stream<Parameter> type = value.allDay() ? Stream.of(new Parameter("VALUE", "DATE")) : Stream.empty();
        return new Property(name, Stream.concat(type, others).toList(), text(value));
    }

    /** The same property without a TZID; one that is no date stays as it is. */
    Property withoutZone(Property property) {
        if (property.parameter("TZID").isEmpty()) {
            return property;
        }
        return switch (DateValues.parseList(property)) {
            case Parsed.Bad<List<DateValue>> _ -> property;
            case Parsed.Value<List<DateValue>>(List<DateValue> dates) when dates.isEmpty() -> property;
            case Parsed.Value<List<DateValue>>(List<DateValue> dates) -> {
                Property one = property(property.name(), property.parameters(), dates.getFirst());
                String all = String.join(",", dates.stream().map(this::text).toList());
                yield new Property(one.name(), one.parameters(), all);
            }
        };
    }

    private String text(DateValue value) {
        return switch (value) {
            case DateValue.AllDay(LocalDate day) -> DateTimeFormatter.BASIC_ISO_DATE.format(day);
            case DateValue.Floating(LocalDateTime time) -> TIME.format(time);
            case DateValue.Utc _, DateValue.Zoned _ -> utc(resolver.instant(value));
        };
    }

    public static String utc(Instant moment) {
        return TIME.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) + "Z";
    }
}
