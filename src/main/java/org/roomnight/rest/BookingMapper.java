package org.roomnight.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.NightLedger;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.booking.RoomSaid;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Holder;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.rest.BookingDto.RoomStayDto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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
        List<Claim> claims =
                booking.state().cancelled() ? List.of() : ledger.ofHolder(booking.property(), booking.id());
        return show(booking, claims, roomTypes, doubleBookings);
    }

    /** Many of one property, whose claims are read together. */
    Function<Booking, BookingDto> showAll(PropertyId property, List<Booking> bookings, RoomTypeLookup roomTypes) {
        Map<Holder, List<Claim>> claims = ledger.ofHolders(
                property,
                bookings.stream()
                        .filter(booking -> !booking.state().cancelled())
                        .map(Booking::id)
                        .toList());
        return booking -> show(booking, claims.getOrDefault(booking.id(), List.of()), roomTypes, null);
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
                warnings(booking),
                booking.kept().cancellation() == null
                        ? null
                        : JsonText.MAPPER.readTree(booking.kept().cancellation()),
                doubleBookings,
                kept(booking.kept().members()));
    }

    private static Map<String, JsonNode> kept(@Nullable String members) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        if (members != null) {
            JsonText.MAPPER.readTree(members).properties().forEach(one -> kept.put(one.getKey(), one.getValue()));
        }
        return kept;
    }

    /** What had to be repaired, and which stays wait for a room. */
    private static List<Warning> warnings(Booking booking) {
        List<Warning> warnings = new ArrayList<>();
        for (int position = 0; position < booking.roomStays().size(); position++) {
            RoomStay stay = booking.roomStays().get(position);
            if (booking.waiting().contains(stay)) {
                warnings.add(withoutRoom(position, stay.said()));
            }
        }
        warnings.addAll(Warning.parse(booking.kept().warnings()));
        return warnings;
    }

    private static Warning withoutRoom(int position, RoomSaid said) {
        String sent = Stream.of(said.name(), said.roomRate(), said.identifier())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
        return new Warning(
                "/roomStays/" + position,
                sent == null ? null : JsonNodeFactory.instance.stringNode(sent),
                null,
                "No guest room is known by this, so the stay takes no nights. Add it to the formerNames or"
                        + " roomRateIdentifiers of a guest room, or PATCH room-stay/%d of the booking."
                                .formatted(position));
    }

    private static RoomStayDto show(RoomStay stay, Map<ClaimId, Claim> known, RoomTypeLookup roomTypes) {
        RoomTypeId type = stay.roomType();
        List<Claim> claims = stay.claims().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(claim -> place(claim, stay, roomTypes)))
                .toList();
        List<String> units = claims.stream()
                .flatMap(claim -> claim.placement().nights().values().stream().distinct())
                .map(unit -> type == null ? "" : roomTypes.unitName(type, unit))
                .toList();
        return new RoomStayDto(
                type == null ? null : type.value(),
                stay.said().name(),
                stay.said().roomRate(),
                stay.dates().arrival(),
                stay.dates().departure(),
                stay.party().adults(),
                stay.party().children(),
                stay.quantity(),
                claims.stream().anyMatch(claim -> claim.placement().split()),
                units,
                kept(stay.kept()));
    }

    /** Where a claim's first unit stands among the units of the room type, so that each answer has the same order. */
    private static int place(Claim claim, RoomStay stay, RoomTypeLookup roomTypes) {
        var nights = claim.placement().nights();
        return nights.isEmpty() || stay.roomType() == null
                ? Integer.MAX_VALUE
                : roomTypes
                        .find(stay.roomType())
                        .map(type -> type.unitIds().indexOf(nights.get(nights.firstKey())))
                        .orElse(0);
    }
}
