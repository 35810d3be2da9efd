package org.roomnight.rest;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.roomnight.availability.Claim;
import org.roomnight.availability.TakenNights;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.http.StoredAnswer;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sells nights: all of a booking or none. */
@RestController
final class SaleController {

    private final Bookings bookings;
    private final RoomTypes roomTypes;
    private final IdentifierSource identifiers;

    SaleController(Bookings bookings, RoomTypes roomTypes, IdentifierSource identifiers) {
        this.bookings = bookings;
        this.roomTypes = roomTypes;
        this.identifiers = identifiers;
    }

    @PostMapping(path = Paths.EXTRANET + "/booking", produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.BOOKING_WRITE)
    ResponseEntity<byte[]> sell(Property property, JsonBody body, IdempotentWork once) {
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        Members members = Members.of(body.object());
        UUID said = members.uuid("bookingIdentifier");
        BookingFacts facts = new SaleReader(members, lookup).facts();
        BookingId id = new BookingId(said == null ? identifiers.next() : said);
        BiFunction<Booking, List<Claim>, StoredAnswer> render =
                (booking, claims) -> answer(BookingMapper.show(booking, claims, lookup, null));
        return switch (bookings.sell(property.id(), id, facts, once.receipts(property, render))) {
            case Sale.Sold<StoredAnswer>(StoredAnswer answer) -> made(property, answer);
            case Sale.Replayed<StoredAnswer>(StoredAnswer answer) -> IdempotentWork.replayed(made(property, answer));
            case Sale.Taken<StoredAnswer>(List<TakenNights> nights) ->
                throw NightsTaken.refusal(
                        "Nothing was sold, because the nights in taken[] have too few free units. Choose other dates"
                                + " or rooms.",
                        nights,
                        lookup);
            case Sale.KeyReused<StoredAnswer> _ -> throw new Refusal(Refusals.KEY_REUSED);
            case Sale.IdentifierUsed<StoredAnswer> _ -> throw new Refusal(Refusals.IDENTIFIER_USED);
        };
    }

    private static StoredAnswer answer(BookingDto booking) {
        return IdempotentWork.created(booking.version(), booking);
    }

    private static ResponseEntity<byte[]> made(Property property, StoredAnswer answer) {
        return IdempotentWork.made(Paths.extranet(property) + "/booking/", "bookingIdentifier", answer);
    }
}
