package org.roomnight.calquery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.DateValue;

/** Whether an instance of a component overlaps a time range: the tables of RFC 4791 §9.9, row by row. */
record Overlap(Window window) {

    boolean of(Instance instance) {
        return switch (instance.component().name()) {
            case "VEVENT" -> event(instance);
            case "VTODO" -> todo(instance);
            case "VJOURNAL" -> journal(instance);
            case "VFREEBUSY" -> freeBusy(instance);
            default -> false; // nothing else happens at a time
        };
    }

    private boolean event(Instance instance) {
        Instant begins = instance.begins();
        Instant over = instance.over();
        return begins != null && over != null && during(begins, over);
    }

    private boolean during(Instant begins, Instant over) {
        return over.isAfter(begins) ? window.overlaps(begins, over) : window.has(begins);
    }

    private boolean todo(Instance instance) {
        Instant begins = instance.begins();
        Instant due = instance.ends("DUE");
        Instant lasted = instance.afterDuration();
        if (begins != null && lasted != null) {
            return notAfter(lasted) && (endsAfter(begins) || endsAtOrAfter(lasted));
        }
        if (begins != null && due != null) {
            return (window.start().isBefore(due) || notAfter(begins)) && (endsAfter(begins) || endsAtOrAfter(due));
        }
        if (begins != null) {
            return window.has(begins);
        }
        return due == null ? undated(instance) : window.start().isBefore(due) && endsAtOrAfter(due);
    }

    /** A task without dates is there from when it was made until it was done. */
    private boolean undated(Instance instance) {
        @Nullable Instant completed = instance.resolver().instant(instance.component(), "COMPLETED");
        @Nullable Instant created = instance.resolver().instant(instance.component(), "CREATED");
        if (completed != null && created != null) {
            return (notAfter(created) || notAfter(completed)) && (endsAtOrAfter(created) || endsAtOrAfter(completed));
        }
        if (completed != null) {
            return notAfter(completed) && endsAtOrAfter(completed);
        }
        return created == null || endsAfter(created);
    }

    private boolean notAfter(Instant moment) {
        return !window.start().isAfter(moment);
    }

    private boolean endsAfter(Instant moment) {
        return window.end().isAfter(moment);
    }

    private boolean endsAtOrAfter(Instant moment) {
        return !window.end().isBefore(moment);
    }

    private boolean journal(Instance instance) {
        return instance.start() != null && value(instance.start(), instance.resolver());
    }

    /** A day or a moment by itself, as in a journal or in a property. */
    boolean value(DateValue value, DateResolver resolver) {
        return switch (value) {
            case DateValue.AllDay(LocalDate day) ->
                window.overlaps(resolver.instant(value), resolver.instant(new DateValue.AllDay(day.plusDays(1))));
            case DateValue.Floating _, DateValue.Utc _, DateValue.Zoned _ -> window.has(resolver.instant(value));
        };
    }

    private boolean freeBusy(Instance instance) {
        Instant begins = instance.begins();
        Instant ends = instance.ends("DTEND");
        if (begins != null && ends != null) {
            return notAfter(ends) && endsAfter(begins);
        }
        return instance.component().properties("FREEBUSY").stream()
                .flatMap(property -> Period.all(property).stream())
                .anyMatch(period -> window.overlaps(period.start(), period.end()));
    }
}
