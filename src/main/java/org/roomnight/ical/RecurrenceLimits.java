package org.roomnight.ical;

/**
 * What expanding one series may cost; each number is the largest that is accepted.
 *
 * @param instances occurrences in the window
 * @param steps dates taken from the rule, inside the window or before it
 * @param dates values of all RDATE and of all EXDATE properties, each
 */
public record RecurrenceLimits(int instances, int steps, int dates) {
    static final int INSTANCES = 1_000;

    /** A daily rule of 1752 would still be read; a rule by the minute would not. */
    static final int STEPS = 100_000;

    static final int DATES = 1_000;

    public static final RecurrenceLimits DEFAULT = new RecurrenceLimits(INSTANCES, STEPS, DATES);
}
