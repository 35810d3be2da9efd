package org.roomnight.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.roomnight.kernel.StayDates;

/** Dates as {@code YYYY-MM-DD} and in no other way, and the stays that they make. */
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

    /** The nights from {@code startDate} until before {@code endDate}; noted as broken when they are no stay. */
    static Optional<StayDates> stay(Members members) {
        LocalDate arrival = members.date("startDate");
        LocalDate departure = members.date("endDate");
        if (arrival == null || departure == null) {
            if (arrival == null) {
                members.missing("startDate", "the first night, as YYYY-MM-DD");
            }
            if (departure == null) {
                members.missing("endDate", "the day of departure, as YYYY-MM-DD");
            }
            return Optional.empty();
        }
        Optional<String> refusal = StayDates.whyNot(arrival, departure);
        refusal.ifPresent(sentence -> members.broken("endDate", sentence));
        return refusal.isPresent() ? Optional.empty() : Optional.of(new StayDates(arrival, departure));
    }
}
