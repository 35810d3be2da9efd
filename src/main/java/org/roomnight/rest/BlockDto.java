package org.roomnight.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nights that staff took off sale, from {@code startDate} until before {@code endDate}: of one unit of a guest room, of
 * the unit with a name, or of the whole property when there is no guest room. {@code stays} is there only when an entry
 * of a calendar app has several, each with its own unit, {@code doubleBookings} only in the answer to a change.
 * {@code assumptions} say how such an entry was read where it can be read in more than one way.
 */
record BlockDto(
        UUID identifier,
        @Nullable UUID guestRoomIdentifier,
        @Nullable String unit,
        LocalDate startDate,
        LocalDate endDate,
        String reason,
        @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StayDto> stays,
        List<Warning> assumptions,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DoubleBookingDto> doubleBookings) {

    record StayDto(
            LocalDate startDate,
            LocalDate endDate,
            @Nullable String unit) {}

    /** A note may name people, who must not reach a log. */
    @Override
    public String toString() {
        return "block " + identifier;
    }
}
