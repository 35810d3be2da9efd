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

    /** {@code startDate} and {@code endDate} as they are said, whether or not they make a stay. */
    record Days(LocalDate first, LocalDate last) {

        /** Noted as broken when they are no stay. */
        Optional<StayDates> stay(Members members) {
            Optional<String> refusal = StayDates.whyNot(first, last);
            refusal.ifPresent(sentence -> members.broken("endDate", sentence));
            return refusal.isPresent() ? Optional.empty() : Optional.of(new StayDates(first, last));
        }
    }

    /** Noted as broken when one is missing. */
    static Optional<Days> days(Members members) {
        LocalDate first = members.date("startDate");
        LocalDate last = members.date("endDate");
        if (first == null) {
            members.missing("startDate", "the first night, as YYYY-MM-DD");
        }
        if (last == null) {
            members.missing("endDate", "the day of departure, as YYYY-MM-DD");
        }
        return first == null || last == null ? Optional.empty() : Optional.of(new Days(first, last));
    }

    /** The nights from {@code startDate} until before {@code endDate}; noted as broken when they are no stay. */
    static Optional<StayDates> stay(Members members) {
        return days(members).flatMap(days -> days.stay(members));
    }
}
