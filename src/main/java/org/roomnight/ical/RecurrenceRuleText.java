package org.roomnight.ical;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * An RRULE checked part by part, without repeated list members (RFC 5545 §3.3.10).
 *
 * <p>What programs write besides and what says nothing is passed over: blanks, parts and list members left empty, X- parts
 * (RFC 2445 §4.3.10). COUNT, UNTIL and INTERVAL are kept apart: the first two are counted by {@link RuleDates}, and a huge
 * INTERVAL makes the rule library overflow.
 */
record RecurrenceRuleText(Frequency frequency, int interval, OptionalInt count, Optional<String> until, String rest) {
    /** Largest time-of-day combinations and days of one period together; real rules have a handful. */
    private static final int MOST_PER_PERIOD = 12_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What RFC 5545 §3.3.10 does not know: blanks, what is left empty, X- parts, an INTERVAL of 0. */
    private static final Pattern ODD =
            Pattern.compile("\\s|^;|;;|;$|[=,](?=[;,]|$)|=,|(?:^|;)X-|INTERVAL=0+(?:;|$)", Pattern.CASE_INSENSITIVE);

    /** FREQ, with the days one period can expand to and how many periods make two centuries. */
    enum Frequency {
        SECONDLY(1, 1),
        MINUTELY(1, 1),
        HOURLY(1, 1),
        DAILY(1, 73_000),
        WEEKLY(7, 10_400),
        MONTHLY(62, 2_400),
        YEARLY(744, 200);

        private final int days;
        private final int periodsOfTwoCenturies;

        Frequency(int days, int periodsOfTwoCenturies) {
            this.days = days;
            this.periodsOfTwoCenturies = periodsOfTwoCenturies;
        }

        boolean affordable() {
            return compareTo(DAILY) >= 0;
        }
    }

    static Parsed<RecurrenceRuleText> parse(String value, TimeParts timeParts) {
        var parts = new LinkedHashMap<String, String>();
        for (var part : BLANKS.matcher(Names.normalised(value)).replaceAll("").split(";", -1)) {
            int equals = part.indexOf('=');
            if (part.isEmpty() || part.startsWith("X-") || (equals > 0 && equals == part.length() - 1)) {
                continue;
            }
            var key = equals < 0 ? "" : part.substring(0, equals);
            var normalised =
                    equals < 0 ? Optional.<String>empty() : RulePart.normalised(key, part.substring(equals + 1));
            if (normalised.isEmpty() || parts.put(key, normalised.get()) != null) {
                return new Parsed.Bad<>("The recurrence rule has a part that is unknown, repeated or out of range.");
            }
        }
        if (timeParts == TimeParts.IGNORED) {
            parts.keySet().removeAll(RulePart.OF_TIME);
        }
        if (!parts.containsKey("FREQ")) {
            return new Parsed.Bad<>("The recurrence rule needs FREQ.");
        }
        return new Parsed.Value<>(of(parts));
    }

    /** Whether {@code value}, which is a rule, is one to the letter, too. */
    static boolean asStandard(String value) {
        return !ODD.matcher(value.strip()).find()
                && parse(value, TimeParts.OBSERVED) instanceof Parsed.Value<RecurrenceRuleText>(var text)
                && (text.count.isEmpty() || text.until.isEmpty())
                && RuleDates.Rule.compile(text, null) instanceof Parsed.Value<RuleDates.Rule>(var rule)
                && rule.asStandard();
    }

    /** Whether BYHOUR and its kin count; beside an all-day DTSTART they must be ignored. */
    enum TimeParts {
        OBSERVED,
        IGNORED
    }

    private static RecurrenceRuleText of(Map<String, String> parts) {
        var count = parts.remove("COUNT");
        var until = parts.remove("UNTIL");
        var interval = parts.remove("INTERVAL");
        var rest = new StringBuilder();
        parts.forEach((key, text) ->
                rest.append(rest.isEmpty() ? "" : ";").append(key).append('=').append(text));
        return new RecurrenceRuleText(
                Frequency.valueOf(parts.getOrDefault("FREQ", "")),
                interval == null ? 1 : Integer.parseInt(interval),
                count == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count)),
                Optional.ofNullable(until),
                rest.toString());
    }

    /** Whether the second instance is more than two centuries away: then only DTSTART counts. */
    boolean happensOnce() {
        return interval > frequency.periodsOfTwoCenturies;
    }

    /** Whether one period may expand to more instances than is reasonable to hold at once. */
    boolean tooDense() {
        long combinations = frequency.days;
        for (var part : rest.split(";")) {
            if (RulePart.OF_TIME.contains(part.substring(0, part.indexOf('=')))) {
                combinations *= part.chars().filter(c -> c == ',').count() + 1;
            }
        }
        return combinations > MOST_PER_PERIOD;
    }

    /** The rule without its ends, for the rule library. */
    String withoutEnds() {
        return rest + ";INTERVAL=" + interval;
    }
}
