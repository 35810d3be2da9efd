package org.roomnight.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** A DATE or one of the three forms of DATE-TIME (RFC 5545 §3.3.4, §3.3.5). */
public sealed interface DateValue {

    /** A calendar day, the same in every zone. */
    record AllDay(LocalDate date) implements DateValue {}

    /** A local time of wherever the reader is (form 1). */
    record Floating(LocalDateTime time) implements DateValue {}

    /** A moment (form 2), in whole seconds. */
    record Utc(Instant moment) implements DateValue {}

    /**
     * A local time of a named zone (form 3); {@code tzid} is as written.
     *
     * @param rules of the zone that the name means; null where it means none
     */
    record Zoned(LocalDateTime time, String tzid, @Nullable ZoneRules rules) implements DateValue {

        /** The rules that count: those of {@code property} where the zone is not known. */
        ZoneRules rules(ZoneRules property) {
            return rules == null ? property : rules;
        }
    }

    /**
     * The local time on a clock in {@code property}.
     *
     * <p>A day begins at its midnight, floating times are meant locally, and an unknown TZID is taken for the property's
     * zone. A time that a zone skips moves forward by the gap; one that it has twice is the earlier.
     */
    default LocalDateTime in(ZoneId property) {
        return in(property.getRules());
    }

    /** The same by the rules of a zone. */
    default LocalDateTime in(ZoneRules rules) {
        return switch (this) {
            case AllDay(var date) -> date.atStartOfDay();
            case Floating(var time) -> time;
            case Utc(var moment) -> LocalTimes.local(moment, rules);
            case Zoned zoned -> LocalTimes.local(LocalTimes.moment(zoned.time(), zoned.rules(rules)), rules);
        };
    }

    /** The moment at which a day begins or a time comes; the same reading as {@link #in}. */
    default Instant moment(ZoneId property) {
        var rules = property.getRules();
        return switch (this) {
            case AllDay(var date) -> date.atStartOfDay(property).toInstant();
            case Floating(var time) -> LocalTimes.moment(time, rules);
            case Utc(var moment) -> moment;
            case Zoned zoned -> LocalTimes.moment(zoned.time(), zoned.rules(rules));
        };
    }

    /** The date and time as written, whatever its zone. */
    default LocalDateTime asWritten() {
        return switch (this) {
            case AllDay(var date) -> date.atStartOfDay();
            case Floating(var time) -> time;
            case Utc(var moment) -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
            case Zoned(var time, var _, var _) -> time;
        };
    }

    /** Whether this is a DATE. */
    default boolean allDay() {
        return this instanceof AllDay;
    }
}
