package org.roomnight.ical;

/** Seconds of clock units, for arithmetic on a moment's second of the day. */
final class DaySeconds {
    static final int PER_MINUTE = 60;
    static final int PER_HOUR = 60 * PER_MINUTE;
    static final int PER_DAY = 24 * PER_HOUR;

    private DaySeconds() {}
}
