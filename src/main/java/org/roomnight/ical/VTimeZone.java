package org.roomnight.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a VTIMEZONE: the offsets that its own observances give, within a budget (RFC 5545 §3.6.5). */
final class VTimeZone {
    /** Observances of one zone that are followed; a zone with rules of today has two. */
    static final int MAX_OBSERVANCES = 50;

    /** Changes of the clock that are listed: twice a year, and as many again for history. */
    static final int MAX_CHANGES = 1_000;

    /** Rules are followed through these years; an entry before them has the offset of before the first change. */
    private static final int FIRST_YEAR = 1968;

    private static final int LAST_YEAR = 2200;

    /** Changes nearer than this are one: the later counts. */
    private static final Duration APART = Duration.ofDays(1);

    private static final Pattern OFFSET = Pattern.compile("([+-])([0-9]{2})([0-9]{2})([0-9]{2})?");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final List<Change> changes = new ArrayList<>();

    private VTimeZone() {}

    /** What a VTIMEZONE says. */
    sealed interface Reading {
        record Understood(ZoneRules rules) implements Reading {}

        /** It may be sound, but costs more than this server spends on it. */
        record TooMuch() implements Reading {}

        /** No program can make offsets of it: a part is missing or malformed, or a rule is not yearly. */
        record Broken() implements Reading {}
    }

    /** From a moment on there is another offset. */
    private record Change(Instant at, ZoneOffset before, ZoneOffset after) {}

    static Reading read(Component zone) {
        List<Component> observances = Stream.concat(
                        zone.components("STANDARD").stream(), zone.components("DAYLIGHT").stream())
                .toList();
        if (observances.isEmpty()) {
            return new Reading.Broken();
        }
        if (observances.size() > MAX_OBSERVANCES) {
            return new Reading.TooMuch();
        }
        return new VTimeZone().readAll(observances);
    }

    private Reading readAll(List<Component> observances) {
        try {
            for (Component observance : observances) {
                observance(observance);
                if (changes.size() > MAX_CHANGES) {
                    return new Reading.TooMuch();
                }
            }
            return new Reading.Understood(rules());
        } catch (DateTimeException | IllegalArgumentException | IllegalStateException _) {
            return new Reading.Broken(); // ours, and what the rule library throws for a rule that matches nothing
        }
    }

    private void observance(Component observance) {
        ZoneOffset before = offset(observance, "TZOFFSETFROM");
        ZoneOffset after = offset(observance, "TZOFFSETTO");
        List<Property> starts = observance.properties("DTSTART");
        if (starts.size() != 1) {
            throw new IllegalArgumentException("one DTSTART is needed");
        }
        LocalDateTime start = value(DateValues.parse(starts.getFirst())).asWritten();
        add(start, before, after);
        for (Property dates : observance.properties("RDATE")) {
            value(DateValues.parseList(dates)).forEach(date -> add(date.asWritten(), before, after));
        }
        for (Property rule : observance.properties("RRULE")) {
            follow(rule.value(), start, before, after);
        }
    }

    private void add(LocalDateTime local, ZoneOffset before, ZoneOffset after) {
        changes.add(new Change(local.toInstant(before), before, after));
    }

    private void follow(String text, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        RecurrenceRuleText rule = value(RecurrenceRuleText.parse(text, RecurrenceRuleText.TimeParts.OBSERVED));
        if (rule.frequency() != RecurrenceRuleText.Frequency.YEARLY || rule.tooDense()) {
            throw new IllegalArgumentException("clocks are changed every year, not more often");
        }
        if (rule.happensOnce()) {
            return;
        }
        boolean skips = rule.interval() == 1 && rule.count().isEmpty() && start.getYear() < FIRST_YEAR;
        LocalDateTime from = skips ? start.withYear(FIRST_YEAR) : start;
        LocalDateTime until = rule.until().map(end -> until(end, before)).orElse(null);
        RuleDates dates = RuleDates.of(value(RuleDates.Rule.compile(rule, until)), from, MAX_CHANGES);
        for (LocalDateTime next = dates.next();
                next != null && next.getYear() <= LAST_YEAR && changes.size() <= MAX_CHANGES;
                next = dates.next()) {
            add(next, before, after);
        }
    }

    private static LocalDateTime until(String text, ZoneOffset before) {
        return switch (value(DateValues.parse(new Property("UNTIL", text)))) {
            case DateValue.Utc(var moment) -> LocalDateTime.ofInstant(moment, before);
            case DateValue.AllDay(var date) -> date.atTime(LAST_SECOND);
            case DateValue other -> other.asWritten();
        };
    }

    private ZoneRules rules() {
        changes.sort(Comparator.comparing(Change::at));
        ZoneOffset first = changes.getFirst().before();
        ZoneOffset offset = first;
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            boolean replaced = i + 1 < changes.size()
                    && change.at().plus(APART).isAfter(changes.get(i + 1).at());
            if (!replaced && !change.after().equals(offset)) {
                LocalDateTime local = LocalDateTime.ofInstant(change.at(), offset);
                transitions.add(ZoneOffsetTransition.of(local, offset, change.after()));
                offset = change.after();
            }
        }
        return ZoneRules.of(first, first, List.of(), transitions, List.of());
    }

    private static ZoneOffset offset(Component observance, String name) {
        List<Property> found = observance.properties(name);
        Matcher matcher =
                OFFSET.matcher(found.size() == 1 ? found.getFirst().value().strip() : "");
        if (!matcher.matches()) {
            throw new IllegalArgumentException("one " + name + " is needed");
        }
        int seconds = Integer.parseInt(matcher.group(2)) * DaySeconds.PER_HOUR
                + Integer.parseInt(matcher.group(3)) * DaySeconds.PER_MINUTE
                + (matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)));
        return ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds);
    }

    private static <T> T value(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(var value) -> value;
            case Parsed.Bad<T>(var sentence) -> throw new IllegalArgumentException(sentence);
        };
    }
}
