package org.roomnight.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A booking; {@code doubleBookings} is there only in the answer to a recording, {@code cancellation} where something was said
 * of it. {@code kept} are members that nothing here reads, under the sender's names.
 */
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
        List<Warning> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode cancellation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DoubleBookingDto> doubleBookings,
        @JsonAnyGetter Map<String, JsonNode> kept) {

    /**
     * One room stay. {@code units} are the names of the units it has, none when it is cancelled or found no free one;
     * {@code split} says that a guest changes units during the stay. Where the room is not known, its identifier is null.
     */
    record RoomStayDto(
            @Nullable UUID guestRoomIdentifier,
            @Nullable String guestRoomName,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String roomRateIdentifier,

            LocalDate startDate,
            LocalDate endDate,
            int adults,
            int children,
            int quantity,
            boolean split,
            List<String> units,
            @JsonAnyGetter Map<String, JsonNode> kept) {}

    /** Guest names must not reach a log. */
    @Override
    public String toString() {
        return "booking " + bookingIdentifier;
    }
}
