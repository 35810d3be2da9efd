package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Bookings;
import org.roomnight.booking.Bookings.Placing;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives a stay its room that was recorded without one: a person says which it is. */
@RestController
final class PlacingController {

    private final Bookings bookings;
    private final RoomTypes roomTypes;
    private final RecordedBookings recorded;

    PlacingController(Bookings bookings, RoomTypes roomTypes, RecordedBookings recorded) {
        this.bookings = bookings;
        this.roomTypes = roomTypes;
        this.recorded = recorded;
    }

    @PatchMapping(
            path = Paths.EXTRANET + "/booking/{booking}/room-stay/{position}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.BOOKING_WRITE)
    ResponseEntity<BookingDto> place(
            Property property,
            @PathVariable String booking,
            @PathVariable String position,
            JsonBody body,
            HttpServletRequest request) {
        BookingId id = new BookingId(Paths.identifier(booking));
        Booking stored = bookings.find(property.id(), id)
                .filter(_ -> position.matches("[0-9]{1,4}"))
                .orElseThrow(Refusals::notFound);
        ExpectedVersion expected = Preconditions.of(request).required(() -> Optional.of(stored.version()));
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        RoomTypeId roomType = roomType(Members.of(body.object()), lookup);
        return switch (bookings.place(property.id(), id, Integer.parseInt(position), roomType, expected)) {
            case Placing.Placed(Booking now) -> Answers.changed(now.version(), recorded.show(now, lookup));
            case Placing.Unknown _ -> throw Refusals.notFound();
            case Placing.Stale _ -> throw new Refusal(Refusals.VERSION_STALE);
            case Placing.NotWaiting _ ->
                throw Refusals.clash(
                        "room-known",
                        "Room known",
                        "The stay has another room, or the booking is cancelled. Only a stay without a room is given"
                                + " one here.");
        };
    }

    private static RoomTypeId roomType(Members members, RoomTypeLookup lookup) {
        UUID said = members.uuid("guestRoomIdentifier");
        Optional<RoomTypeId> found = Optional.ofNullable(said)
                .map(RoomTypeId::new)
                .filter(id -> lookup.find(id).isPresent());
        if (found.isEmpty()) {
            members.missing("guestRoomIdentifier", "a guest room of this property");
        }
        members.refuseUnknown();
        members.refuseIfBroken();
        return found.orElseThrow();
    }
}
