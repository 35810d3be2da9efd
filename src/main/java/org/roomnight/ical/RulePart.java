package org.roomnight.ical;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks one {@code KEY=value} of an RRULE and drops repeated list members (RFC 5545 §3.3.10). */
final class RulePart {
    static final Set<String> OF_TIME = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");

    /** Most members of a list before repeats are dropped: every day of a year from both ends. */
    private static final int MOST_MEMBERS = 732;

    private static final Pattern WEEKDAY = Pattern.compile("(?:[+-]?[1-9][0-9]?)?(?:MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern UNTIL = Pattern.compile("[0-9]{8}(?:T[0-9]{6}Z?)?");

    private RulePart() {}

    /** The value as the rule library should get it, or empty when the part is unknown or out of range. */
    static Optional<String> normalised(String key, String value) {
        return switch (key) {
            case "FREQ" -> oneOf(value, "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY");
            case "WKST" -> oneOf(value, "MO", "TU", "WE", "TH", "FR", "SA", "SU");
            case "UNTIL" -> matching(UNTIL, value);
            case "INTERVAL" -> value.matches("0+") ? Optional.of("1") : positive(value); // some write 0 for want of one
            case "COUNT" -> positive(value);
            case "BYSECOND" -> numbers(value, 0, 60, Sign.NONE).map(RulePart::withoutLeapSecond);
            case "BYMINUTE" -> numbers(value, 0, 59, Sign.NONE);
            case "BYHOUR" -> numbers(value, 0, 23, Sign.NONE);
            case "BYMONTHDAY" -> numbers(value, 1, 31, Sign.EITHER);
            case "BYYEARDAY", "BYSETPOS" -> numbers(value, 1, 366, Sign.EITHER);
            case "BYWEEKNO" -> numbers(value, 1, 53, Sign.EITHER);
            case "BYMONTH" -> numbers(value, 1, 12, Sign.NONE);
            case "BYDAY" -> weekdays(value);
            case "RSCALE" -> oneOf(value, "GREGORIAN"); // RFC 7529
            case "SKIP" -> oneOf(value, "OMIT", "BACKWARD", "FORWARD");
            default -> Optional.empty();
        };
    }

    private enum Sign {
        NONE,
        EITHER
    }

    private static Optional<String> oneOf(String value, String... allowed) {
        return List.of(allowed).contains(value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<String> matching(Pattern pattern, String value) {
        return pattern.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    /** A number from 1; one beyond the range of an int means the same as the largest int. */
    private static Optional<String> positive(String value) {
        boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        var significant = value.replaceFirst("^0+", "");
        if (!digits || significant.isEmpty()) {
            return Optional.empty();
        }
        boolean large = significant.length() > 10 || Long.parseLong(significant) > Integer.MAX_VALUE;
        return Optional.of(large ? Integer.toString(Integer.MAX_VALUE) : significant);
    }

    private static Optional<String> numbers(String value, int least, int most, Sign sign) {
        var numbers = new LinkedHashSet<String>();
        for (var text : members(value)) {
            boolean signed = text.startsWith("-") || text.startsWith("+");
            var digits = signed ? text.substring(1) : text;
            if ((signed && sign == Sign.NONE)
                    || digits.isEmpty()
                    || digits.length() > 3
                    || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            int number = Integer.parseInt(digits);
            if (number < least || number > most) {
                return Optional.empty();
            }
            numbers.add((text.startsWith("-") ? "-" : "") + number);
        }
        return joined(numbers);
    }

    private static Optional<String> weekdays(String value) {
        var days = new LinkedHashSet<String>();
        for (var text : members(value)) {
            if (!WEEKDAY.matcher(text).matches()) {
                return Optional.empty();
            }
            days.add(text.startsWith("+") ? text.substring(1) : text);
        }
        return joined(days);
    }

    private static List<String> members(String value) {
        return Arrays.stream(value.split(",", MOST_MEMBERS + 1))
                .filter(member -> !member.isEmpty())
                .toList();
    }

    private static Optional<String> joined(Set<String> members) {
        return members.isEmpty() || members.size() > MOST_MEMBERS
                ? Optional.empty()
                : Optional.of(String.join(",", members));
    }

    private static String withoutLeapSecond(String seconds) {
        var kept = new LinkedHashSet<String>();
        for (var second : seconds.split(",")) {
            kept.add(second.equals("60") ? "59" : second);
        }
        return String.join(",", kept);
    }
}
