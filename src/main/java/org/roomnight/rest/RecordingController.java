package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.booking.Bookings.Recording;
import org.roomnight.conflict.DoubleBookings;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BookingId;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records bookings that exist elsewhere: never refused for a clash, which the answer names instead (DESIGN rule 2). */
@RestController
final class RecordingController {

    private final Bookings bookings;
    private final DoubleBookings doubleBookings;
    private final RoomTypes roomTypes;
    private final BookingMapper mapper;
    private final DoubleBookingMapper clashes;

    RecordingController(
            Bookings bookings,
            DoubleBookings doubleBookings,
            RoomTypes roomTypes,
            BookingMapper mapper,
            DoubleBookingMapper clashes) {
        this.bookings = bookings;
        this.doubleBookings = doubleBookings;
        this.roomTypes = roomTypes;
        this.mapper = mapper;
        this.clashes = clashes;
    }

    @PutMapping(path = Paths.EXTRANET + "/booking/{booking}", produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.BOOKING_WRITE)
    ResponseEntity<BookingDto> record(
            Property property, @PathVariable String booking, JsonBody body, HttpServletRequest request) {
        BookingId id = new BookingId(Paths.identifier(booking));
        refuseIfNotNew(property, id, Preconditions.of(request));
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        Members members = Members.of(body.object());
        members.sameAs("bookingIdentifier", id.value());
        BookingFacts facts = new BookingReader(members, BookingReader.Unknown.IGNORED, lookup).facts();
        return switch (bookings.record(property.id(), id, facts)) {
            case Recording.Created(Booking now) ->
                Answers.created(
                        "%s/booking/%s".formatted(Paths.extranet(property), id), now.version(), show(now, lookup));
            case Recording.Changed(Booking now) -> Answers.changed(now.version(), show(now, lookup));
            case Recording.OlderThanStored(long stored) ->
                throw Refusals.clash(
                        "source-version-old",
                        "Old source version",
                        "Nothing was changed, because sourceVersion %d is stored already.".formatted(stored));
            case Recording.AlreadyCancelled _ -> throw new Refusal(Refusals.BOOKING_CANCELLED);
        };
    }

    /** A statement of fact needs no precondition; who sends If-None-Match: * wants to hear that it is known. */
    private void refuseIfNotNew(Property property, BookingId id, Preconditions preconditions) {
        if (preconditions.onlyIfNew() && bookings.find(property.id(), id).isPresent()) {
            throw new Refusal(Refusals.VERSION_STALE);
        }
    }

    private BookingDto show(Booking booking, RoomTypeLookup lookup) {
        List<DoubleBookingDto> open = Optional.of(booking)
                .filter(now -> !now.state().cancelled())
                .map(now -> doubleBookings.unresolved(now.property(), now.claims()))
                .orElse(List.of())
                .stream()
                .map(clash -> clashes.show(clash, lookup))
                .toList();
        return mapper.show(booking, lookup, open);
    }
}
