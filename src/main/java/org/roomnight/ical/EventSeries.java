package org.roomnight.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event with its recurrence rule, added and excluded dates, and overridden instances (RFC 5545 §3.8.5).
 *
 * <p>EXRULE, which RFC 5545 removed, is not evaluated: it could only free nights.
 */
public final class EventSeries {
    private final @Nullable Component master;
    private final SeriesFrame frame;
    private final Dates dates;
    private final Map<LocalDateTime, Overriding> overrides;
    private final RecurrenceLimits limits;

    EventSeries(
            @Nullable Component master,
            SeriesFrame frame,
            Dates dates,
            Map<LocalDateTime, Overriding> overrides,
            RecurrenceLimits limits) {
        this.master = master;
        this.frame = frame;
        this.dates = dates;
        this.overrides = overrides;
        this.limits = limits;
    }

    /** What the recurrence properties of the master say, in local times of the series; a period is an event of its own. */
    record Dates(
            List<RuleDates.Rule> rules,
            Set<LocalDateTime> added,
            Map<LocalDateTime, Overriding> periods,
            Set<LocalDateTime> excluded,
            Set<LocalDate> excludedDays,
            Expansion.@Nullable Budget exceeded) {

        static final Dates NONE = new Dates(List.of(), Set.of(), Map.of(), Set.of(), Set.of(), null);

        boolean excludes(LocalDateTime start) {
            return excluded.contains(start) || excludedDays.contains(start.toLocalDate());
        }
    }

    /** The component that takes the place of one instance, with its own start. */
    record Overriding(Component event, DateValue start) {}

    /**
     * Reads the components of one UID: at most one master, and overrides, which have a RECURRENCE-ID.
     *
     * @param property the zone of floating times and of TZIDs that nobody knows
     */
    public static Parsed<EventSeries> read(List<Component> events, ZoneId property, RecurrenceLimits limits) {
        return new SeriesReader(property, limits).read(events);
    }

    /** Whether a rule is as RFC 5545 §3.3.10 has it; one that is not may be read all the same. */
    public static boolean asStandard(Property rule) {
        return RecurrenceRuleText.asStandard(rule.value());
    }

    /** Whether there is more to it than one event that happens once. */
    public boolean recurring() {
        return !dates.rules().isEmpty()
                || !dates.added().isEmpty()
                || !dates.periods().isEmpty()
                || !overrides.isEmpty()
                || dates.exceeded() != null;
    }

    /** What stands for RDATE with periods (RFC 5545 §3.8.5.2): the master with a start and an end of its own. */
    public List<Component> periods() {
        return dates.periods().values().stream().map(Overriding::event).toList();
    }

    /**
     * The occurrences whose start has a date in [{@code from}, {@code until}), on the clock of the series.
     *
     * <p>The caller widens the window by the length of the event and, for another zone, by a day.
     */
    public Expansion expand(LocalDate from, LocalDate until) {
        if (dates.exceeded() != null) {
            return new Expansion.OverBudget(dates.exceeded());
        }
        return new SeriesExpansion(frame, dates, overrides, limits).run(master, from, until);
    }
}
