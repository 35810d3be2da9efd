package org.roomnight.calquery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roomnight.calquery.BusyTimes.Kind;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;

/** Adds the times of events to busy times (RFC 4791 §7.10). */
public final class BusyEvents {

    private final BusyTimes busy;
    private final DateResolver resolver;

    public BusyEvents(BusyTimes busy, DateResolver resolver) {
        this.busy = busy;
        this.resolver = resolver;
    }

    /** Which events are busy, and how. */
    public enum Rule {
        /** Events that are neither transparent nor cancelled; those that are tentative, tentatively. */
        AS_WRITTEN,
        /** Events that are not cancelled, whatever else they say. */
        UNLESS_CANCELLED;

        private Optional<Kind> kind(Component event) {
            String status = value(event, "STATUS");
            boolean free = status.equals("CANCELLED")
                    || (this == AS_WRITTEN && value(event, "TRANSP").equals("TRANSPARENT"));
            if (free) {
                return Optional.empty();
            }
            boolean tentative = this == AS_WRITTEN && status.equals("TENTATIVE");
            return Optional.of(tentative ? Kind.TENTATIVE : Kind.BUSY);
        }

        private static String value(Component event, String property) {
            return event.property(property)
                    .map(Property::value)
                    .map(value -> value.strip().toUpperCase(Locale.ROOT))
                    .orElse("");
        }
    }

    /**
     * Adds the instances of a recurrence set that are in the window.
     *
     * @return the instances that were looked at; where they are unknown nothing was added, for a part of them would say
     *     that the rest of the time is free
     */
    public Instances add(List<Component> events, Rule rule) {
        Instances near = new RecurrenceSet(events, resolver).instancesNear(busy.window(), Duration.ZERO);
        if (near instanceof Instances.All(List<Instance> instances)) {
            instances.forEach(instance -> rule.kind(instance.component()).ifPresent(kind -> add(instance, kind)));
        }
        return near;
    }

    private void add(Instance instance, Kind kind) {
        Instant begins = instance.begins();
        Instant over = instance.over();
        if (begins != null && over != null) {
            busy.add(kind, begins, over);
        }
    }
}
