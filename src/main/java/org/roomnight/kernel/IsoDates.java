package org.roomnight.kernel;

import java.time.LocalDate;

/** Dates as the databases write them, {@code 2027-03-10}: hundreds of nights are read for one answer. */
public final class IsoDates {

    private IsoDates() {}

    /** A date of ten characters that a column of dates holds; several times as fast as a parser of any date. */
    public static LocalDate parse(String date) {
        return LocalDate.of(
                Integer.parseInt(date, 0, 4, 10), Integer.parseInt(date, 5, 7, 10), Integer.parseInt(date, 8, 10, 10));
    }
}
