package org.roomnight.calquery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.CalendarDuration;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;

/**
 * One time that a component happens.
 *
 * @param start what takes the place of its DTSTART in this instance; null when it has none
 * @param replaced the start that the series has in its place; null but for an override that counts for others, too
 */
record Instance(
        Component component,
        @Nullable DateValue start,
        DateResolver resolver,
        @Nullable DateValue replaced) {

    Instance(Component component, @Nullable DateValue start, DateResolver resolver) {
        this(component, start, resolver, null);
    }

    static Instance once(Component component, DateResolver resolver) {
        return new Instance(component, DateValues.find(component, "DTSTART").orElse(null), resolver);
    }

    /** Whether that very component happens here; two may say the same. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Component other) {
        return component == other;
    }

    /** Whether it is another reading of the occurrence that {@code earlier} is. */
    boolean replaces(Instance earlier) {
        boolean ofMaster = earlier.component.property("RECURRENCE-ID").isEmpty();
        return replaced != null && (replaced.equals(earlier.replaced) || (ofMaster && replaced.equals(earlier.start)));
    }

    @Nullable
    Instant begins() {
        return start == null ? null : resolver.instant(start);
    }

    /** What DTEND or DUE means in this instance: it lasts as exactly long as the first (RFC 5545 §3.8.5.3). */
    Optional<DateValue> end(String name) {
        return DateValues.find(component, name).map(this::shifted);
    }

    private DateValue shifted(DateValue end) {
        Optional<DateValue> first = DateValues.find(component, "DTSTART");
        if (start == null || first.isEmpty() || first.get().equals(start)) {
            return end;
        }
        if (start instanceof DateValue.AllDay(LocalDate day)
                && first.get() instanceof DateValue.AllDay(LocalDate firstDay)
                && end instanceof DateValue.AllDay(LocalDate endDay)) {
            return new DateValue.AllDay(day.plusDays(endDay.toEpochDay() - firstDay.toEpochDay()));
        }
        Duration length = Duration.between(resolver.instant(first.get()), resolver.instant(end));
        return new CalendarDuration(0, length).after(start, resolver.zone());
    }

    /** DTSTART and DURATION, or null where one is missing. */
    @Nullable
    Instant afterDuration() {
        DateValue from = start;
        return from == null
                ? null
                : CalendarDuration.find(component, "DURATION")
                        .map(lasting -> resolver.instant(lasting.after(from, resolver.zone())))
                        .orElse(null);
    }

    @Nullable
    Instant ends(String name) {
        return end(name).map(resolver::instant).orElse(null);
    }

    /**
     * When an event, or anything else with a start, is over: after its DTEND, DUE or DURATION; else a day has its day
     * and a time no length at all (RFC 5545 §3.6.1). An end that is not after the start counts as none.
     */
    @Nullable
    Instant over() {
        Instant begins = begins();
        if (start == null || begins == null) {
            return null;
        }
        Instant end = ends(component.name().equals("VTODO") ? "DUE" : "DTEND");
        if (end != null && end.isAfter(begins)) {
            return end;
        }
        Instant lasted = afterDuration();
        if (lasted != null && !lasted.isBefore(begins)) {
            return lasted;
        }
        return start instanceof DateValue.AllDay(LocalDate day)
                ? resolver.instant(new DateValue.AllDay(day.plusDays(1)))
                : begins;
    }

    Duration length() {
        Instant begins = begins();
        Instant over = over();
        return begins == null || over == null ? Duration.ZERO : Duration.between(begins, over);
    }
}
