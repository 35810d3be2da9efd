package org.roomnight.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A DATE or one of the three forms of DATE-TIME (RFC 5545 §3.3.4, §3.3.5). */
public sealed interface DateValue {

    /** A calendar day, the same in every zone. */
    record AllDay(LocalDate date) implements DateValue {}

    /** A local time of wherever the reader is (form 1). */
    record Floating(LocalDateTime time) implements DateValue {}

    /** A moment (form 2), in whole seconds. */
    record Utc(Instant moment) implements DateValue {}

    /** A local time of a named zone (form 3); {@code tzid} is as written, see {@link TimeZones#resolve}. */
    record Zoned(LocalDateTime time, String tzid) implements DateValue {}

    /**
     * The local time on a clock in {@code property}.
     *
     * <p>A day begins at its midnight, floating times are meant locally, and an unknown TZID is taken for the property's
     * zone. A time that a zone skips moves forward by the gap; one that it has twice is the earlier.
     */
    default LocalDateTime in(ZoneId property) {
        return switch (this) {
            case AllDay(var date) -> date.atStartOfDay();
            case Floating(var time) -> time;
            case Utc(var moment) -> LocalDateTime.ofInstant(moment, property);
            case Zoned(var time, var tzid) ->
                time.atZone(TimeZones.resolve(tzid).orElse(property))
                        .withZoneSameInstant(property)
                        .toLocalDateTime();
        };
    }

    /** The date and time as written, whatever its zone. */
    default LocalDateTime asWritten() {
        return switch (this) {
            case AllDay(var date) -> date.atStartOfDay();
            case Floating(var time) -> time;
            case Utc(var moment) -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
            case Zoned(var time, var _) -> time;
        };
    }

    /** Whether this is a DATE. */
    default boolean allDay() {
        return this instanceof AllDay;
    }
}
