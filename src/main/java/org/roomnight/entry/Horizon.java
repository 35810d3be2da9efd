package org.roomnight.entry;

import java.time.LocalDate;
import org.roomnight.ical.RecurrenceLimits;

/**
 * From when until before when the nights of a recurring entry are taken, as dates in the property's zone.
 *
 * @param limits what expanding the entry may cost
 */
public record Horizon(LocalDate from, LocalDate until, RecurrenceLimits limits) {

    static final int YEARS_BACK = 1;
    static final int YEARS_AHEAD = 5;

    /**
     * One a day, and as many before that reach into it: an entry that was taken when few of its instances were near is
     * carried on when many are.
     */
    private static final RecurrenceLimits DAILY = new RecurrenceLimits(
            366 * 2 * YEARS_AHEAD, RecurrenceLimits.DEFAULT.steps(), RecurrenceLimits.DEFAULT.dates());

    /** For an entry that is written today. */
    public static Horizon ofNew(LocalDate today) {
        return new Horizon(today.minusYears(YEARS_BACK), today.plusYears(YEARS_AHEAD), DAILY);
    }

    /** For one that was written earlier: what is past stays as it was taken then. */
    static Horizon carriedOn(LocalDate today) {
        return new Horizon(today, today.plusYears(YEARS_AHEAD), DAILY);
    }
}
