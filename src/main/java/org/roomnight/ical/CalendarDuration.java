package org.roomnight.ical;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DURATION: nominal days, which follow the calendar, and then an exact time (RFC 5545 §3.3.6). Both parts have the
 * same sign.
 */
public record CalendarDuration(int days, Duration time) {
    /** Longest number in a duration, in digits: 99,999 weeks are 1,900 years. */
    static final int MOST_DIGITS = 5;

    /** Most digits of hours, minutes and seconds: seconds of thirty years. */
    static final int MOST_TIME_DIGITS = 9;

    private static final int DAYS_PER_WEEK = 7;

    private static final Pattern STANDARD = Pattern.compile("[+-]?P(?:[0-9]+W|[0-9]+D(?:TIME)?|TIME)"
            .replace("TIME", "T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)"));

    public boolean negative() {
        return days < 0 || time.isNegative();
    }

    public boolean zero() {
        return days == 0 && time.isZero();
    }

    /**
     * The end of something that starts at {@code start} and lasts this long, of the same kind as the start.
     *
     * <p>An all-day start keeps to whole days; a time on it fills its last day. An unknown TZID is taken for the
     * property's zone.
     */
    public DateValue after(DateValue start, ZoneId property) {
        return switch (start) {
            case DateValue.AllDay(var date) -> new DateValue.AllDay(date.plusDays(days + wholeDays()));
            case DateValue.Floating(var local) ->
                new DateValue.Floating(local.plusDays(days).plus(time));
            case DateValue.Utc(var moment) ->
                new DateValue.Utc(
                        moment.atZone(ZoneOffset.UTC).plusDays(days).plus(time).toInstant());
            case DateValue.Zoned zoned ->
                new DateValue.Zoned(zoned(zoned.time(), zoned.rules(property.getRules())), zoned.tzid(), zoned.rules());
        };
    }

    private long wholeDays() {
        return Math.ceilDiv(time.toSeconds(), DaySeconds.PER_DAY);
    }

    private LocalDateTime zoned(LocalDateTime local, ZoneRules rules) {
        return LocalTimes.local(LocalTimes.moment(local.plusDays(days), rules).plus(time), rules);
    }

    /** Reads {@code P1W}, {@code -P1DT2H}, {@code PT15M} and the like, and what programs write for them. */
    public static Parsed<CalendarDuration> parse(String written) {
        var text = Names.normalised(written.strip());
        boolean minus = text.startsWith("-");
        int position = minus || text.startsWith("+") ? 1 : 0;
        if (position >= text.length() || text.charAt(position) != 'P') {
            return bad();
        }
        var parser = new DurationParser(text, position + 1);
        if (!parser.parse()) {
            return bad();
        }
        int days = parser.weeks * DAYS_PER_WEEK + parser.days;
        var time = Duration.ofSeconds(parser.seconds);
        return new Parsed.Value<>(
                minus ? new CalendarDuration(-days, time.negated()) : new CalendarDuration(days, time));
    }

    /** The duration of a property; empty where it cannot be read. */
    public static Optional<CalendarDuration> find(Property property) {
        return parse(property.value()) instanceof Parsed.Value<CalendarDuration>(var duration)
                ? Optional.of(duration)
                : Optional.empty();
    }

    /** The duration of the first property of a name; empty where there is none that can be read. */
    public static Optional<CalendarDuration> find(Component component, String name) {
        return component.property(name).flatMap(CalendarDuration::find);
    }

    /** A duration by RFC 5545 §3.3.6: {@code text} itself where it is one, else what it says; empty where it says none. */
    static Optional<String> standard(String text) {
        if (STANDARD.matcher(text).matches()) {
            return Optional.of(text);
        }
        return parse(text) instanceof Parsed.Value<CalendarDuration>(var lasting)
                ? Optional.of(lasting.text())
                : Optional.empty();
    }

    private String text() {
        var days = this.days == 0 ? "" : Math.abs(this.days) + "D";
        var rest = time.isZero() && !days.isEmpty() ? "" : text(time.abs()).substring(1);
        return (negative() ? "-P" : "P") + days + rest;
    }

    private static Parsed<CalendarDuration> bad() {
        return new Parsed.Bad<>("A duration is malformed.");
    }

    /** An exact time as DURATION: hours, minutes and seconds, never days, which would follow the calendar. */
    static String text(Duration duration) {
        if (duration.toSeconds() == 0) {
            return "PT0S";
        }
        var positive = duration.abs();
        var out = new StringBuilder(duration.isNegative() ? "-PT" : "PT");
        part(out, positive.toHours(), 'H');
        if (positive.toMinutesPart() != 0 || (positive.toHours() != 0 && positive.toSecondsPart() != 0)) {
            out.append(positive.toMinutesPart()).append('M'); // no unit is left out between two others
        }
        part(out, positive.toSecondsPart(), 'S');
        return out.toString();
    }

    private static void part(StringBuilder out, long number, char unit) {
        if (number != 0) {
            out.append(number).append(unit);
        }
    }
}
