package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.booking.Bookings.Recording;
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

/** Records bookings that exist elsewhere: never refused for a clash, which the answer names instead (rule 2). */
@RestController
final class RecordingController {

    private final Bookings bookings;
    private final RoomTypes roomTypes;
    private final RecordedBookings recorded;

    RecordingController(Bookings bookings, RoomTypes roomTypes, RecordedBookings recorded) {
        this.bookings = bookings;
        this.roomTypes = roomTypes;
        this.recorded = recorded;
    }

    @PutMapping(path = Paths.EXTRANET + "/booking/{booking}", produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.BOOKING_WRITE)
    ResponseEntity<BookingDto> record(
            Property property, @PathVariable String booking, JsonBody body, HttpServletRequest request) {
        BookingId id = new BookingId(Paths.identifier(booking));
        refuseIfNotNew(property, id, Preconditions.of(request));
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        BookingFacts facts = new RecordingReader(FactMembers.of(body.object())).facts(id.value());
        return switch (bookings.record(property.id(), id, facts)) {
            case Recording.Created(Booking now) ->
                Answers.created(
                        "%s/booking/%s".formatted(Paths.extranet(property), id),
                        now.version(),
                        recorded.show(now.with(facts.kept()), lookup));
            case Recording.Changed(Booking now) ->
                Answers.changed(now.version(), recorded.show(now.with(facts.kept()), lookup));
            case Recording.OlderThanStored(long stored) ->
                throw Refusals.clash(
                        "source-version-old",
                        "Old source version",
                        "Nothing was changed, because sourceVersion %d is stored already.".formatted(stored));
        };
    }

    /** A statement of fact needs no precondition; who sends If-None-Match: * wants to hear that it is known. */
    private void refuseIfNotNew(Property property, BookingId id, Preconditions preconditions) {
        if (preconditions.onlyIfNew() && bookings.find(property.id(), id).isPresent()) {
            throw new Refusal(Refusals.VERSION_STALE);
        }
    }
}
