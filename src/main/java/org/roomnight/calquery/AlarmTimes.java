package org.roomnight.calquery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.CalendarDuration;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Property;

/** When a VALARM goes off (RFC 5545 §3.6.6). */
final class AlarmTimes {

    /** Repetitions of one alarm that are looked at; people ask for a handful. */
    private static final int MAX_REPEATS = 1_000;

    private final Optional<Property> trigger;
    private final Duration pause;
    private final long repeats;

    AlarmTimes(Component alarm) {
        this.trigger = alarm.property("TRIGGER");
        this.pause =
                CalendarDuration.find(alarm, "DURATION").map(AlarmTimes::exact).orElse(Duration.ZERO);
        this.repeats = pause.isZero() ? 0 : repeats(alarm);
    }

    private static long repeats(Component alarm) {
        return alarm.property("REPEAT")
                .map(property -> property.value().strip())
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Math.min(MAX_REPEATS, Long.parseLong(text)))
                .orElse(0L);
    }

    /**
     * Whether it goes off, first or again, in the window for this instance of what it is in. Only the first time that is not
     * before the window is looked at, for an alarm of a series has thousands.
     */
    boolean in(Window window, Instance instance) {
        Instant first = first(instance);
        if (first == null) {
            return false;
        }
        Instant earliest = pause.isNegative() ? first.plus(pause.multipliedBy(repeats)) : first;
        if (repeats == 0 || !window.start().isAfter(earliest)) {
            return window.has(earliest);
        }
        long step = pause.abs().toSeconds();
        long passed = Math.ceilDiv(Duration.between(earliest, window.start()).toSeconds(), step);
        return passed <= repeats && window.has(earliest.plusSeconds(passed * step));
    }

    private @Nullable Instant first(Instance instance) {
        if (trigger.isEmpty()) {
            return null;
        }
        Optional<CalendarDuration> offset = CalendarDuration.find(trigger.get());
        if (offset.isEmpty()) {
            return DateValues.find(trigger.get())
                    .map(instance.resolver()::instant)
                    .orElse(null);
        }
        Instant anchor = anchor(instance);
        return anchor == null ? null : anchor.plus(exact(offset.get()));
    }

    /** A task without a start is waited for by its due date, which example B of RFC 4791 takes for granted. */
    private @Nullable Instant anchor(Instance instance) {
        boolean atEnd = trigger.flatMap(property -> property.parameter("RELATED"))
                .filter("END"::equalsIgnoreCase)
                .isPresent();
        Instant start = instance.begins();
        if (start == null) {
            return instance.ends("DUE");
        }
        return atEnd ? instance.over() : start;
    }

    /** How far from the instance it can go off. */
    Duration reach() {
        Duration offset =
                trigger.flatMap(CalendarDuration::find).map(AlarmTimes::exact).orElse(Duration.ZERO);
        return offset.abs().plus(pause.abs().multipliedBy(repeats));
    }

    private static Duration exact(CalendarDuration duration) {
        return duration.time().plusDays(duration.days());
    }
}
