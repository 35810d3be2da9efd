package org.roomnight.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;

/** What a sender says of a booking. At least one stay; texts at most {@link #MAX_TEXT} characters. */
public record BookingFacts(
        Booking.Details details,
        List<StayFacts> stays,
        @Nullable Instant createdAt,
        boolean cancelled,
        @Nullable Instant cancelledAt,
        @Nullable Long sourceVersion) {

    /** Longest text member, in characters. */
    public static final int MAX_TEXT = 200;

    /** Longest special requests, in characters. */
    public static final int MAX_REQUESTS = 4_000;

    /** Most room stays of one booking. */
    public static final int MAX_STAYS = 50;

    /** Most units of one booking, over all its room stays. */
    public static final int MAX_UNITS = 200;

    /** Most adults, and most children, in one room stay. */
    public static final int MAX_GUESTS = 1_000;

    public BookingFacts {
        stays = List.copyOf(stays);
        createdAt = inMillis(createdAt);
        cancelledAt = inMillis(cancelledAt);
    }

    /** As moments are stored, so that the same facts said twice are equal to what is stored. */
    private static @Nullable Instant inMillis(@Nullable Instant said) {
        return said == null ? null : said.truncatedTo(ChronoUnit.MILLIS);
    }

    /** {@code quantity} units of a room type for the same nights. */
    public record StayFacts(RoomType roomType, StayDates dates, Party party, int quantity) {}

    ClaimLabel label(StayFacts stay) {
        return new ClaimLabel(
                details.guest().firstName(),
                details.guest().lastName(),
                stay.party(),
                details.bookingCode(),
                details.salesChannelName(),
                details.specialRequests());
    }
}
