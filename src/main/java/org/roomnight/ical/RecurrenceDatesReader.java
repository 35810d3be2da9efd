package org.roomnight.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads RRULE, RDATE and EXDATE of a master (RFC 5545 §3.8.5). */
final class RecurrenceDatesReader {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final SeriesFrame frame;
    private final Strictness strictness;
    private final RecurrenceLimits limits;

    RecurrenceDatesReader(SeriesFrame frame, Strictness strictness, RecurrenceLimits limits) {
        this.frame = frame;
        this.strictness = strictness;
        this.limits = limits;
    }

    Parsed<EventSeries.Dates> read(Component master) {
        var exceeded = exceeded(master);
        if (exceeded != null) {
            return new Parsed.Value<>(over(exceeded));
        }
        return dates(master, "RDATE")
                .then(added -> dates(master, "EXDATE").then(excluded -> withRule(master, added, excluded)));
    }

    private static EventSeries.Dates over(Expansion.Budget budget) {
        return new EventSeries.Dates(null, Set.of(), Set.of(), Set.of(), budget);
    }

    private Expansion.@Nullable Budget exceeded(Component master) {
        boolean periods = master.properties("RDATE").stream()
                .anyMatch(p -> p.parameter("VALUE").orElse("").equalsIgnoreCase("PERIOD"));
        if (periods) {
            return Expansion.Budget.PERIODS;
        }
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
        if (strictness == Strictness.STRICT && !all.stream().allMatch(frame::sameType)) {
            return new Parsed.Bad<>(name + " is not of the value type of DTSTART.");
        }
        return new Parsed.Value<>(all);
    }

    private Parsed<EventSeries.Dates> withRule(Component master, List<DateValue> added, List<DateValue> excluded) {
        var rules = master.properties("RRULE");
        if (rules.isEmpty()) {
            return new Parsed.Value<>(dates(null, added, excluded));
        }
        if (rules.size() > 1) {
            return new Parsed.Bad<>("An event has at most one RRULE.");
        }
        var timeParts =
                frame.start().allDay() ? RecurrenceRuleText.TimeParts.IGNORED : RecurrenceRuleText.TimeParts.OBSERVED;
        return RecurrenceRuleText.parse(rules.getFirst().value(), timeParts)
                .then(text -> withRule(text, added, excluded));
    }

    private Parsed<EventSeries.Dates> withRule(
            RecurrenceRuleText text, List<DateValue> added, List<DateValue> excluded) {
        if (!text.frequency().affordable()) {
            return new Parsed.Value<>(over(Expansion.Budget.FREQUENCY));
        }
        if (text.tooDense()) {
            return new Parsed.Value<>(over(Expansion.Budget.STEPS));
        }
        if (text.until().isEmpty()) {
            return RuleDates.Rule.compile(text, null).then(rule -> new Parsed.Value<>(dates(rule, added, excluded)));
        }
        return until(text.until().get())
                .then(until -> RuleDates.Rule.compile(text, until))
                .then(rule -> new Parsed.Value<>(dates(rule, added, excluded)));
    }

    private Parsed<LocalDateTime> until(String text) {
        return DateValues.parse(new Property("UNTIL", text)).then(value -> {
            if (strictness == Strictness.STRICT && !fits(value)) {
                return new Parsed.Bad<>("UNTIL is not of the value type that DTSTART asks for.");
            }
            boolean wholeDay = value.allDay() && !frame.start().allDay();
            var local = frame.local(value);
            return new Parsed.Value<>(wholeDay ? local.with(LAST_SECOND) : local);
        });
    }

    /** UNTIL is a DATE beside a DATE, local beside a floating time, and UTC beside all others (RFC 5545 §3.3.10). */
    private boolean fits(DateValue until) {
        return switch (frame.start()) {
            case DateValue.AllDay _ -> until instanceof DateValue.AllDay;
            case DateValue.Floating _ -> until instanceof DateValue.Floating;
            case DateValue.Utc _, DateValue.Zoned _ -> until instanceof DateValue.Utc;
        };
    }

    private EventSeries.Dates dates(RuleDates.@Nullable Rule rule, List<DateValue> added, List<DateValue> excluded) {
        Set<LocalDateTime> more = added.stream().map(frame::local).collect(Collectors.toCollection(TreeSet::new));
        Set<LocalDateTime> less = new HashSet<>();
        Set<LocalDate> lessDays = new HashSet<>();
        for (var value : excluded) {
            if (value instanceof DateValue.AllDay(var day)) {
                lessDays.add(day);
            } else {
                less.add(frame.local(value));
            }
        }
        return new EventSeries.Dates(rule, more, less, lessDays, null);
    }
}
