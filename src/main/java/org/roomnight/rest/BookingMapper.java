package org.roomnight.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.NightLedger;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.rest.BookingDto.RoomStayDto;

/** Shows bookings, with the units that the night ledger gave them. */
final class BookingMapper {

    private final NightLedger ledger;

    BookingMapper(NightLedger ledger) {
        this.ledger = ledger;
    }

    BookingDto show(Booking booking, RoomTypeLookup roomTypes) {
        return show(booking, roomTypes, null);
    }

    BookingDto show(Booking booking, RoomTypeLookup roomTypes, @Nullable List<DoubleBookingDto> doubleBookings) {
        List<Claim> claims = booking.state().cancelled()
                ? List.of()
                : ledger.ofHolder(booking.property(), booking.id().value());
        return show(booking, claims, roomTypes, doubleBookings);
    }

    /** Many of one property, whose claims are read together. */
    Function<Booking, BookingDto> showAll(PropertyId property, List<Booking> bookings, RoomTypeLookup roomTypes) {
        Map<UUID, List<Claim>> claims = ledger.ofHolders(
                property,
                bookings.stream()
                        .filter(booking -> !booking.state().cancelled())
                        .map(booking -> booking.id().value())
                        .toList());
        return booking -> show(booking, claims.getOrDefault(booking.id().value(), List.of()), roomTypes, null);
    }

    /** Of claims that the caller has at hand. */
    static BookingDto show(
            Booking booking,
            List<Claim> held,
            RoomTypeLookup roomTypes,
            @Nullable List<DoubleBookingDto> doubleBookings) {
        Map<ClaimId, Claim> claims = held.stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        Details details = booking.details();
        Guest guest = details.guest();
        return new BookingDto(
                booking.id().value(),
                details.bookingCode(),
                guest.firstName(),
                guest.lastName(),
                guest.email(),
                guest.phone(),
                details.salesChannelName(),
                details.specialRequests(),
                booking.state().cancelled(),
                booking.state().cancelledAt(),
                booking.state().createdAt(),
                details.price().currencyCode(),
                details.price().totalAmount(),
                booking.roomStays().stream()
                        .map(stay -> show(stay, claims, roomTypes))
                        .toList(),
                booking.state().sourceVersion(),
                booking.version().value(),
                doubleBookings);
    }

    private static RoomStayDto show(RoomStay stay, Map<ClaimId, Claim> known, RoomTypeLookup roomTypes) {
        List<Claim> claims = stay.claims().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(claim -> place(claim, stay, roomTypes)))
                .toList();
        List<String> units = claims.stream()
                .flatMap(claim -> claim.placement().nights().values().stream().distinct())
                .map(unit -> roomTypes.unitName(stay.roomType(), unit))
                .toList();
        return new RoomStayDto(
                stay.roomType().value(),
                stay.roomName(),
                stay.dates().arrival(),
                stay.dates().departure(),
                stay.party().adults(),
                stay.party().children(),
                stay.quantity(),
                claims.stream().anyMatch(claim -> claim.placement().split()),
                units);
    }

    /** Where a claim's first unit stands among the units of the room type, so that each answer has the same order. */
    private static int place(Claim claim, RoomStay stay, RoomTypeLookup roomTypes) {
        var nights = claim.placement().nights();
        return nights.isEmpty()
                ? Integer.MAX_VALUE
                : roomTypes
                        .find(stay.roomType())
                        .map(type -> type.unitIds().indexOf(nights.get(nights.firstKey())))
                        .orElse(0);
    }
}
