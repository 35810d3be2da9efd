package org.roomnight.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One expansion of a series: dates are taken one by one until the window ends or a budget does. */
final class SeriesExpansion {
    private final SeriesFrame frame;
    private final EventSeries.Dates dates;
    private final Map<LocalDateTime, EventSeries.Overriding> overrides;
    private final RecurrenceLimits limits;

    /** Occurrences by the start that the series gives them. */
    private final TreeMap<LocalDateTime, Occurrence> found = new TreeMap<>();

    private final TreeMap<LocalDateTime, EventSeries.Overriding> unmatched;

    SeriesExpansion(
            SeriesFrame frame,
            EventSeries.Dates dates,
            Map<LocalDateTime, EventSeries.Overriding> overrides,
            RecurrenceLimits limits) {
        this.frame = frame;
        this.dates = dates;
        this.overrides = overrides;
        this.limits = limits;
        this.unmatched = new TreeMap<>(overrides);
    }

    Expansion run(@Nullable Component master, LocalDate from, LocalDate until) {
        var window = new Window(from, until);
        if (master != null) {
            offer(frame.local(frame.start()), master, window);
            dates.added().forEach(start -> offer(start, master, window));
            dates.periods().forEach((start, period) -> offer(start, period, window));
            for (var rule : dates.rules()) {
                var exceeded = follow(rule, master, window);
                if (exceeded != null) {
                    return new Expansion.OverBudget(exceeded);
                }
            }
        }
        overrides.forEach((id, override) -> {
            if (window.contains(frame.local(override.start()))) {
                found.put(id, new Occurrence(override.start(), override.event()));
            }
        });
        if (found.size() > limits.instances()) {
            return new Expansion.OverBudget(Expansion.Budget.INSTANCES);
        }
        return new Expansion.Occurrences(new ArrayList<>(found.values()), strays(master));
    }

    private record Window(LocalDate from, LocalDate until) {
        boolean contains(LocalDateTime start) {
            return !start.toLocalDate().isBefore(from) && start.toLocalDate().isBefore(until);
        }
    }

    private void offer(LocalDateTime start, Component master, Window window) {
        if (dates.excludes(start)) {
            return;
        }
        unmatched.remove(start);
        if (!overrides.containsKey(start) && window.contains(start)) {
            found.put(start, new Occurrence(frame.value(start), master));
        }
    }

    private void offer(LocalDateTime start, EventSeries.Overriding period, Window window) {
        if (!dates.excludes(start)) {
            unmatched.remove(start);
            if (!overrides.containsKey(start) && window.contains(start)) {
                found.put(start, new Occurrence(period.start(), period.event()));
            }
        }
    }

    private Expansion.@Nullable Budget follow(RuleDates.Rule rule, Component master, Window window) {
        var start = frame.local(frame.start());
        if (rule.text().happensOnce()) {
            return null;
        }
        if (!rule.text().frequency().affordable()) {
            return followWithinDays(rule, master, window);
        }
        var end = end(window);
        try {
            var starts = RuleDates.of(rule, start, limits.steps());
            for (var next = starts.next(); next != null && next.isBefore(end); next = starts.next()) {
                offer(next, master, window);
                if (found.size() > limits.instances()) {
                    return Expansion.Budget.INSTANCES;
                }
            }
            return starts.exhausted() ? Expansion.Budget.STEPS : null;
        } catch (IllegalArgumentException | IllegalStateException _) {
            return Expansion.Budget.STEPS; // lib-recur gave up on a rule that matches nothing, such as 30 February
        }
    }

    /** A rule that repeats within a day is followed to its end, which has to come soon. */
    private Expansion.@Nullable Budget followWithinDays(RuleDates.Rule rule, Component master, Window window) {
        try {
            var starts = RuleDates.of(rule, frame.local(frame.start()), limits.steps());
            int instances = 1;
            for (var next = starts.next(); next != null; next = starts.next()) {
                if (++instances > RecurrenceLimits.INSTANCES) {
                    return Expansion.Budget.FREQUENCY;
                }
                offer(next, master, window);
            }
            return starts.exhausted() ? Expansion.Budget.FREQUENCY : null;
        } catch (IllegalArgumentException | IllegalStateException _) {
            return Expansion.Budget.STEPS;
        }
    }

    /** The rule is followed past the window as far as the last override, to tell strays from moved instances. */
    private LocalDateTime end(Window window) {
        var end = window.until().atStartOfDay();
        var last = unmatched.isEmpty() ? end : unmatched.lastKey().plusSeconds(1);
        return last.isAfter(end) ? last : end;
    }

    private List<Component> strays(@Nullable Component master) {
        return master == null
                ? List.of()
                : unmatched.values().stream().map(EventSeries.Overriding::event).toList();
    }
}
