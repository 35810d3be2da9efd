package org.roomnight.ical;

/**
 * The part of a DURATION after its P: numbers with falling units (RFC 5545 §3.3.6). The T may be missing or stand where
 * no time follows, for phones write {@code P3600S} and {@code P1DT}; M without it could be months and is refused.
 */
final class DurationParser {
    /** Units in the order they must come; the first two are nominal. */
    private static final String UNITS = "WDHMS";

    private static final int FIRST_TIME_UNIT = UNITS.indexOf('H');
    private static final int MINUTES = UNITS.indexOf('M');
    private static final int[] SECONDS = {0, 0, DaySeconds.PER_HOUR, DaySeconds.PER_MINUTE, 1};

    private final String text;
    private int position;

    int weeks;
    int days;
    long seconds;

    DurationParser(String text, int position) {
        this.text = text;
        this.position = position;
    }

    /** Fills the fields; false when the text is no duration. */
    boolean parse() {
        int last = -1;
        boolean inTime = false;
        while (position < text.length()) {
            if (text.charAt(position) == 'T' && !inTime) {
                inTime = true;
                position++;
                continue;
            }
            int start = position;
            int number = number();
            int digits = position - start;
            int unit = position < text.length() ? UNITS.indexOf(text.charAt(position++)) : -1;
            boolean minutes = inTime || last == FIRST_TIME_UNIT;
            if (number < 0 || unit <= last || (unit == MINUTES && !minutes) || (inTime && unit < FIRST_TIME_UNIT)) {
                return false;
            }
            if (unit < FIRST_TIME_UNIT && digits > CalendarDuration.MOST_DIGITS) {
                return false;
            }
            last = unit;
            take(unit, number);
        }
        return last >= 0;
    }

    private void take(int unit, int number) {
        switch (unit) {
            case 0 -> weeks = number;
            case 1 -> days = number;
            default -> seconds += (long) number * SECONDS[unit];
        }
    }

    /** A number of at most {@link CalendarDuration#MOST_TIME_DIGITS} digits, or -1. */
    private int number() {
        int start = position;
        int number = 0;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            if (position - start == CalendarDuration.MOST_TIME_DIGITS) {
                return -1;
            }
            number = number * 10 + text.charAt(position++) - '0';
        }
        return position == start ? -1 : number;
    }
}
