package org.roomnight.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.conflict.Clashes;

/**
 * More claims than units on the nights from {@code startDate} until before {@code endDate}. {@code claims} are all that
 * have one of these nights, and of those without a unit at most {@link Clashes#MAX_WAITING}, oldest first.
 */
record DoubleBookingDto(
        UUID identifier,
        UUID guestRoomIdentifier,
        String guestRoomName,
        LocalDate startDate,
        LocalDate endDate,
        String state,
        Instant createdDate,
        List<ClaimDto> claims,
        long version) {

    /**
     * {@code first} is true for the claim that came first, {@code withoutUnit} for the one that found no free unit.
     * {@code bookingIdentifier} is null for what is no booking of ours, {@code blockIdentifier} for what is no block.
     */
    record ClaimDto(
            String kind,
            @Nullable UUID bookingIdentifier,
            @Nullable UUID blockIdentifier,
            Instant createdDate,
            boolean first,
            boolean withoutUnit) {}
}
