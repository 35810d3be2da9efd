package org.roomnight.caldav;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.roomnight.caldav.BusyTimes.Kind;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObject.Origin;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;

/**
 * Tells which times an object takes (RFC 4791 §7.10): events that are neither transparent nor cancelled. A room stay
 * takes its nights, and so does a block, whatever its TRANSP says: calendar programs mark all-day events as free.
 */
final class BusyEvents {

    private final BusyTimes busy;
    private final Moments moments;

    BusyEvents(BusyTimes busy, Moments moments) {
        this.busy = busy;
        this.moments = moments;
    }

    void add(CalendarObject object) {
        OtherWork.first();
        switch (object.origin()) {
            case Origin.Stay _, Origin.House _ ->
                busy.add(Kind.BUSY, midnight(object.first()), midnight(object.last()));
            case Origin.Staff(var block) -> {
                if (object.component().equals("VEVENT")) {
                    events(object, block == null ? BusyEvents::asItSays : BusyEvents::asBlock);
                }
            }
        }
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(moments.zone()).toInstant();
    }

    /** A part of the instances would say that the rest of the time is free. */
    private void events(CalendarObject object, Function<Component, Optional<Kind>> kind) {
        List<Component> events = StoredCalendars.read(object)
                .orElseThrow(() -> ExpandedData.tooMany("One entry cannot be read."))
                .components("VEVENT");
        switch (new Happenings(events, moments).near(busy.window(), Duration.ZERO)) {
            case Happenings.Near.Unknown(String sentence) -> throw ExpandedData.tooMany(sentence);
            case Happenings.Near.All(List<Instance> instances) ->
                instances.forEach(
                        instance -> kind.apply(instance.component()).ifPresent(taken -> add(instance, taken)));
        }
    }

    private void add(Instance instance, Kind kind) {
        Instant begins = instance.begins();
        Instant over = instance.over();
        if (begins != null && over != null) {
            busy.add(kind, begins, over);
        }
    }

    private static Optional<Kind> asBlock(Component event) {
        return value(event, "STATUS").equals("CANCELLED") ? Optional.empty() : Optional.of(Kind.BUSY);
    }

    private static Optional<Kind> asItSays(Component event) {
        if (value(event, "TRANSP").equals("TRANSPARENT")) {
            return Optional.empty();
        }
        return switch (value(event, "STATUS")) {
            case "CANCELLED" -> Optional.empty();
            case "TENTATIVE" -> Optional.of(Kind.TENTATIVE);
            default -> Optional.of(Kind.BUSY);
        };
    }

    private static String value(Component event, String property) {
        return event.property(property)
                .map(Property::value)
                .map(value -> value.strip().toUpperCase(Locale.ROOT))
                .orElse("");
    }
}
