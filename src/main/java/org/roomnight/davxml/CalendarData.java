package org.roomnight.davxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of calendar objects are wanted (RFC 4791 §9.6).
 *
 * @param selection the components and properties, or null for all
 * @param recurrences how recurrences are to be shown, or null for as they are stored
 * @param freeBusy the range that FREEBUSY values are cut to, or null
 */
public record CalendarData(
        @Nullable Selection selection,
        @Nullable Recurrences recurrences,
        @Nullable TimeRange freeBusy) {

    public static final CalendarData WHOLE = new CalendarData(null, null, null);

    /**
     * One component with what is wanted of it (RFC 4791 §9.6.1); names are in upper case. Of one that was named with
     * nothing inside, all is wanted, as in the example of §7.8.1; otherwise what was not named is not wanted.
     *
     * @param properties null for all of them
     * @param components null for all of them
     */
    public record Selection(
            String name,
            @Nullable List<SelectedProperty> properties,
            @Nullable List<Selection> components) {}

    /** A property; {@code withoutValue} gives its name and parameters alone. */
    public record SelectedProperty(String name, boolean withoutValue) {}

    /** What becomes of recurring components (RFC 4791 §9.6.5, §9.6.6). */
    public sealed interface Recurrences {
        TimeRange range();

        /** Each instance in the range as a component of its own, in UTC. */
        record Expand(TimeRange range) implements Recurrences {}

        /** The master, and only those overrides that touch the range. */
        record Limit(TimeRange range) implements Recurrences {}
    }
}
