package org.roomnight.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.availability.Wanted;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;

/**
 * What a sender says of a booking. At least one stay, unless it is cancelled; texts at most {@link #MAX_TEXT} characters.
 */
public record BookingFacts(
        Booking.Details details,
        List<StayFacts> stays,
        @Nullable Instant createdAt,
        boolean cancelled,
        @Nullable Instant cancelledAt,
        @Nullable Long sourceVersion,
        Kept kept) {

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

    /** One of which nothing else is kept. */
    public BookingFacts(
            Booking.Details details,
            List<StayFacts> stays,
            @Nullable Instant createdAt,
            boolean cancelled,
            @Nullable Instant cancelledAt,
            @Nullable Long sourceVersion) {
        this(details, stays, createdAt, cancelled, cancelledAt, sourceVersion, Kept.NOTHING);
    }

    public BookingFacts {
        stays = List.copyOf(stays);
        createdAt = inMillis(createdAt);
        cancelledAt = inMillis(cancelledAt);
    }

    /** As moments are stored, so that the same facts said twice are equal to what is stored. */
    private static @Nullable Instant inMillis(@Nullable Instant said) {
        return said == null ? null : said.truncatedTo(ChronoUnit.MILLIS);
    }

    /** {@code quantity} units of a room type for the same nights; which one has to be found where it is null. */
    public record StayFacts(
            @Nullable RoomType roomType,
            RoomSaid said,
            StayDates dates,
            Party party,
            int quantity,
            @Nullable String kept) {

        /** Of a room type that the caller knows. */
        public StayFacts(RoomType roomType, StayDates dates, Party party, int quantity) {
            this(roomType, new RoomSaid(roomType.id(), null, null), dates, party, quantity, null);
        }

        StayFacts in(@Nullable RoomType type) {
            return new StayFacts(type, said, dates, party, quantity, kept);
        }

        /** Where a stay without a room cannot come. */
        RoomType room() {
            return Objects.requireNonNull(roomType);
        }
    }

    BookingFacts with(List<StayFacts> others) {
        return new BookingFacts(details, others, createdAt, cancelled, cancelledAt, sourceVersion, kept);
    }

    /** What stays that have a room want, one for each unit. */
    List<Wanted> wanted(List<StayFacts> placed) {
        return placed.stream()
                .flatMap(stay -> Collections.nCopies(stay.quantity(), wanted(stay)).stream())
                .toList();
    }

    private Wanted wanted(StayFacts stay) {
        return new Wanted(stay.room(), stay.dates(), label(stay));
    }

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
