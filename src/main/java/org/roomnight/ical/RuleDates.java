package org.roomnight.ical;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The local starts that a rule gives after DTSTART, in order and one at a time.
 *
 * <p>DTSTART itself is the first of COUNT where the rule gives it. Where it does not, which RFC 5545 §3.8.5.3 leaves open,
 * COUNT are given after it: other programs show as many, and more nights are taken rather than fewer. For the same reason a
 * rule with COUNT and UNTIL goes on to the later of both.
 */
final class RuleDates {
    private final LocalDateTime start;
    private final @Nullable LocalDateTime until;
    private final RecurrenceRuleIterator rule;
    private final int mostSteps;
    private int left;
    private int steps;
    private boolean exhausted;

    private RuleDates(LocalDateTime start, Rule rule, RecurrenceRuleIterator iterator, int mostSteps) {
        this.start = start;
        this.until = rule.until();
        this.rule = iterator;
        this.mostSteps = mostSteps;
        this.left = rule.text().count().orElse(until == null ? Integer.MAX_VALUE : 0);
    }

    /**
     * A checked rule with its UNTIL in the local time of DTSTART.
     *
     * @param asStandard whether its parts may stand together by RFC 5545 §3.3.10
     */
    record Rule(
            RecurrenceRuleText text,
            RecurrenceRule compiled,
            boolean asStandard,
            @Nullable LocalDateTime until) {

        /** The number of {@code 1WE}, which some programs write into weekly rules. */
        private static final Pattern NUMBER_OF_DAY = Pattern.compile("(?<=[=,])-?[0-9]+(?=(?:MO|TU|WE|TH|FR|SA|SU))");

        static Parsed<Rule> compile(RecurrenceRuleText text, @Nullable LocalDateTime until) {
            try {
                var mode = RecurrenceRule.RfcMode.RFC5545_STRICT;
                return new Parsed.Value<>(new Rule(text, new RecurrenceRule(text.withoutEnds(), mode), true, until));
            } catch (InvalidRecurrenceRuleException | IllegalArgumentException _) {
                return compileLoosely(text, until);
            }
        }

        /** Without what does not fit, for more nights; a week that does not would only be replaced, by fewer. */
        private static Parsed<Rule> compileLoosely(RecurrenceRuleText text, @Nullable LocalDateTime until) {
            var rest = NUMBER_OF_DAY.matcher(text.withoutEnds()).replaceAll("");
            try {
                if (!rest.contains("BYWEEKNO=") || text.frequency() == RecurrenceRuleText.Frequency.YEARLY) {
                    var rule = new RecurrenceRule(rest, RecurrenceRule.RfcMode.RFC5545_LAX);
                    return new Parsed.Value<>(new Rule(text, rule, false, until));
                }
            } catch (InvalidRecurrenceRuleException | IllegalArgumentException _) {
                // falls through to the refusal
            }
            return new Parsed.Bad<>("The recurrence rule combines parts that do not go together.");
        }
    }

    /** Starts to iterate; the rule library throws when nothing ever matches. */
    static RuleDates of(Rule rule, LocalDateTime start, int mostSteps) {
        var first = new DateTime(
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond());
        return new RuleDates(start, rule, rule.compiled().iterator(first), mostSteps);
    }

    /** The next start, or null when the rule has ended or the {@link #exhausted steps are used up}. */
    @Nullable
    LocalDateTime next() {
        while ((left > 0 || until != null) && rule.hasNext()) {
            if (steps++ == mostSteps) {
                exhausted = true;
                return null;
            }
            var next = local(rule.nextDateTime());
            boolean counted = left > 0;
            boolean ended = !counted && (until == null || next.isAfter(until));
            if (ended) {
                break;
            }
            if (!next.isBefore(start)) {
                left -= counted ? 1 : 0;
                if (next.isAfter(start)) {
                    return next;
                }
            }
        }
        return null;
    }

    /** Whether the last null came before the end of the rule. */
    boolean exhausted() {
        return exhausted;
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
