package org.roomnight.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking; {@code doubleBookings} is there only in the answer to a recording. */
record BookingDto(
        UUID bookingIdentifier,
        @Nullable String bookingCode,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String salesChannelName,
        @Nullable String specialRequests,
        boolean cancelled,
        @Nullable Instant cancelDate,
        Instant createdDate,
        @Nullable String currencyCode,
        @Nullable BigDecimal totalAmount,
        List<RoomStayDto> roomStays,
        @Nullable Long sourceVersion,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DoubleBookingDto> doubleBookings) {

    /**
     * One room stay. {@code units} are the names of the units it has, none when it is cancelled or found no free one;
     * {@code split} says that a guest changes units during the stay.
     */
    record RoomStayDto(
            UUID guestRoomIdentifier,
            String guestRoomName,
            LocalDate startDate,
            LocalDate endDate,
            int adults,
            int children,
            int quantity,
            boolean split,
            List<String> units) {}

    /** Guest names must not reach a log. */
    @Override
    public String toString() {
        return "booking " + bookingIdentifier;
    }
}
