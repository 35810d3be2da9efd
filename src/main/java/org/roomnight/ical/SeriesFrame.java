package org.roomnight.ical;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * The local time in which a series repeats: that of its DTSTART (RFC 5545 §3.8.5.3).
 *
 * @param start DTSTART of the master
 * @param zone of {@code start}; the property's for days, floating times and unknown TZIDs
 */
record SeriesFrame(DateValue start, ZoneRules zone) {

    static SeriesFrame of(DateValue start, ZoneId property) {
        var zone = switch (start) {
            case DateValue.AllDay _, DateValue.Floating _ -> property.getRules();
            case DateValue.Utc _ -> ZoneOffset.UTC.getRules();
            case DateValue.Zoned zoned -> zoned.rules(property.getRules());
        };
        return new SeriesFrame(start, zone);
    }

    /** The value on the clock of the series; beside an all-day DTSTART, its day. */
    LocalDateTime local(DateValue value) {
        var local = sameZone(value) ? value.asWritten() : value.in(zone);
        return start.allDay() ? local.toLocalDate().atStartOfDay() : local;
    }

    /** A time of the series in the form of its DTSTART. */
    DateValue value(LocalDateTime local) {
        return switch (start) {
            case DateValue.AllDay _ -> new DateValue.AllDay(local.toLocalDate());
            case DateValue.Floating _ -> new DateValue.Floating(local);
            case DateValue.Utc _ -> new DateValue.Utc(local.toInstant(ZoneOffset.UTC));
            case DateValue.Zoned(var _, var tzid, var rules) -> new DateValue.Zoned(local, tzid, rules);
        };
    }

    private boolean sameZone(DateValue value) {
        return value instanceof DateValue.Zoned(var _, var tzid, var _)
                && start instanceof DateValue.Zoned(var _, var own, var _)
                && tzid.equals(own);
    }
}
