package org.roomnight.caldav;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.CalendarDuration;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;

/** When a VALARM goes off (RFC 5545 §3.6.6). */
final class AlarmTimes {

    /** Repetitions of one alarm that are looked at; people ask for a handful. */
    private static final int MAX_REPEATS = 1_000;

    private final Component alarm;
    private final Optional<Property> trigger;

    AlarmTimes(Component alarm) {
        this.alarm = alarm;
        this.trigger = alarm.property("TRIGGER");
    }

    /** Whether it goes off, first or again, in the window for this instance of what it is in. */
    boolean in(Window window, Instance instance) {
        return of(instance).stream().anyMatch(window::has);
    }

    List<Instant> of(Instance instance) {
        List<Instant> times = new ArrayList<>();
        Instant first = first(instance);
        if (first != null) {
            for (int i = 0; i <= repeats(); i++) {
                times.add(first.plus(pause().multipliedBy(i)));
            }
        }
        return times;
    }

    private @Nullable Instant first(Instance instance) {
        if (trigger.isEmpty()) {
            return null;
        }
        Optional<CalendarDuration> offset = Moments.duration(trigger.get());
        if (offset.isEmpty()) {
            return Moments.date(trigger.get()).map(instance.moments()::of).orElse(null);
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

    private long repeats() {
        if (pause().isZero()) {
            return 0;
        }
        return alarm.property("REPEAT")
                .map(property -> property.value().strip())
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Math.min(MAX_REPEATS, Long.parseLong(text)))
                .orElse(0L);
    }

    private Duration pause() {
        return Moments.duration(alarm, "DURATION").map(AlarmTimes::exact).orElse(Duration.ZERO);
    }

    /** How far from the instance it can go off. */
    Duration reach() {
        Duration offset =
                trigger.flatMap(Moments::duration).map(AlarmTimes::exact).orElse(Duration.ZERO);
        return offset.abs().plus(pause().abs().multipliedBy(repeats()));
    }

    private static Duration exact(CalendarDuration duration) {
        return duration.time().plusDays(duration.days());
    }
}
