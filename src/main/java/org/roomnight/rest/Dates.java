package org.roomnight.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates as {@code YYYY-MM-DD} and in no other way. */
final class Dates {

    private Dates() {}

    static Optional<LocalDate> parse(String text) {
        if (text.length() != "2027-03-10".length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
