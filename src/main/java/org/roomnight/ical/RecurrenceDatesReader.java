package org.roomnight.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads RRULE, RDATE and EXDATE of a master (RFC 5545 §3.8.5). */
final class RecurrenceDatesReader {
    /** Rules of one event that are followed; RFC 5545 §3.8.5.3 knows one. */
    private static final int MOST_RULES = 5;

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final SeriesFrame frame;
    private final ZoneId property;
    private final RecurrenceLimits limits;

    RecurrenceDatesReader(SeriesFrame frame, ZoneId property, RecurrenceLimits limits) {
        this.frame = frame;
        this.property = property;
        this.limits = limits;
    }

    Parsed<EventSeries.Dates> read(Component master) {
        var exceeded = exceeded(master);
        if (exceeded != null) {
            return new Parsed.Value<>(over(exceeded));
        }
        return new AddedDates(master, property)
                .read()
                .then(added -> dates(master, "EXDATE").then(excluded -> withRule(master, added, excluded)));
    }

    private static EventSeries.Dates over(Expansion.Budget budget) {
        return new EventSeries.Dates(List.of(), Set.of(), Map.of(), Set.of(), Set.of(), budget);
    }

    private Expansion.@Nullable Budget exceeded(Component master) {
        boolean many = count(master, "RDATE") > limits.dates() || count(master, "EXDATE") > limits.dates();
        return many ? Expansion.Budget.DATES : null;
    }

    private static long count(Component master, String name) {
        return master.properties(name).stream()
                .mapToLong(p -> p.value().chars().filter(c -> c == ',').count() + 1)
                .sum();
    }

    private Parsed<List<DateValue>> dates(Component master, String name) {
        var all = new ArrayList<DateValue>();
        for (var property : master.properties(name)) {
            switch (DateValues.parseList(property)) {
                case Parsed.Value<List<DateValue>>(var dates) -> all.addAll(dates);
                case Parsed.Bad<List<DateValue>>(var sentence) -> {
                    return new Parsed.Bad<>(sentence);
                }
            }
        }
        return new Parsed.Value<>(all);
    }

    private Parsed<EventSeries.Dates> withRule(Component master, AddedDates.Found added, List<DateValue> excluded) {
        var timeParts =
                frame.start().allDay() ? RecurrenceRuleText.TimeParts.IGNORED : RecurrenceRuleText.TimeParts.OBSERVED;
        var rules = new ArrayList<RuleDates.Rule>();
        for (var property : master.properties("RRULE")) {
            if (property.value().isBlank()) {
                continue;
            }
            switch (RecurrenceRuleText.parse(property.value(), timeParts)) {
                case Parsed.Bad<RecurrenceRuleText>(var sentence) -> {
                    return new Parsed.Bad<>(sentence);
                }
                case Parsed.Value<RecurrenceRuleText>(var text)
                when text.tooDense() -> {
                    return new Parsed.Value<>(over(Expansion.Budget.STEPS));
                }
                case Parsed.Value<RecurrenceRuleText>(var text) -> {
                    switch (rule(text)) {
                        case Parsed.Bad<RuleDates.Rule>(var sentence) -> {
                            return new Parsed.Bad<>(sentence);
                        }
                        case Parsed.Value<RuleDates.Rule>(var rule) -> rules.add(rule);
                    }
                }
            }
        }
        return rules.size() > MOST_RULES
                ? new Parsed.Value<>(over(Expansion.Budget.STEPS))
                : new Parsed.Value<>(dates(rules, added, excluded));
    }

    private Parsed<RuleDates.Rule> rule(RecurrenceRuleText text) {
        return text.until().isEmpty()
                ? RuleDates.Rule.compile(text, null)
                : until(text.until().get()).then(until -> RuleDates.Rule.compile(text, until));
    }

    private Parsed<LocalDateTime> until(String text) {
        return DateValues.parse(new Property("UNTIL", text)).then(value -> {
            boolean wholeDay = value.allDay() && !frame.start().allDay();
            var local = frame.local(value);
            return new Parsed.Value<>(wholeDay ? local.with(LAST_SECOND) : local);
        });
    }

    private EventSeries.Dates dates(List<RuleDates.Rule> rules, AddedDates.Found added, List<DateValue> excluded) {
        Set<LocalDateTime> more =
                added.dates().stream().map(frame::local).collect(Collectors.toCollection(TreeSet::new));
        Map<LocalDateTime, EventSeries.Overriding> periods = new HashMap<>();
        added.periods().forEach(period -> periods.merge(frame.local(period.start()), period, this::longer));
        Set<LocalDateTime> less = new HashSet<>();
        Set<LocalDate> lessDays = new HashSet<>();
        for (var value : excluded) {
            if (value instanceof DateValue.AllDay(var day)) {
                lessDays.add(day);
            } else {
                less.add(frame.local(value));
            }
        }
        return new EventSeries.Dates(rules, more, periods, less, lessDays, null);
    }

    /** Of two periods with one start, more nights rather than fewer. */
    private EventSeries.Overriding longer(EventSeries.Overriding one, EventSeries.Overriding other) {
        return AddedDates.end(one)
                        .in(frame.zone())
                        .isBefore(AddedDates.end(other).in(frame.zone()))
                ? other
                : one;
    }
}
