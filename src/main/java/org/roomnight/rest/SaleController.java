package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.roomnight.availability.Claim;
import org.roomnight.availability.TakenNights;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.booking.StoredAnswer;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.oauth.Caller;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sells nights: all of a booking or none. */
@RestController
final class SaleController {

    /** The property is part of every stored key, so that the route need not name it. */
    private static final String ROUTE = "POST /booking";

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
    ResponseEntity<byte[]> sell(Property property, Caller caller, JsonBody body, HttpServletRequest request) {
        var key = IdempotencyKeys.of(request, caller, ROUTE, body.octets());
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        Members members = Members.of(body.object());
        UUID said = members.uuid("bookingIdentifier");
        BookingFacts facts = new SaleReader(members, lookup).facts();
        BookingId id = new BookingId(said == null ? identifiers.next() : said);
        BiFunction<Booking, List<Claim>, StoredAnswer> render =
                (booking, claims) -> answer(BookingMapper.show(booking, claims, lookup, null));
        return switch (bookings.sell(property.id(), id, facts, render, key)) {
            case Sale.Sold(StoredAnswer answer) -> sold(property, id.toString(), answer, Optional.empty());
            case Sale.Replayed(StoredAnswer answer) ->
                sold(property, identifierIn(answer), answer, Optional.of("Idempotent-Replayed"));
            case Sale.Taken(List<TakenNights> nights) ->
                throw NightsTaken.refusal(
                        "Nothing was sold, because the nights in taken[] have too few free units. Choose other dates"
                                + " or rooms.",
                        nights,
                        lookup);
            case Sale.KeyReused _ -> throw new Refusal(Refusals.KEY_REUSED);
            case Sale.IdentifierUsed _ -> throw new Refusal(Refusals.IDENTIFIER_USED);
        };
    }

    private static StoredAnswer answer(BookingDto booking) {
        return new StoredAnswer(
                HttpStatus.CREATED.value(),
                "\"" + booking.version() + "\"",
                JsonText.MAPPER.writeValueAsBytes(booking));
    }

    private static String identifierIn(StoredAnswer answer) {
        return JsonText.MAPPER.readTree(answer.body()).get("bookingIdentifier").stringValue();
    }

    private static ResponseEntity<byte[]> sold(
            Property property, String booking, StoredAnswer answer, Optional<String> mark) {
        ResponseEntity.BodyBuilder built = ResponseEntity.status(answer.status())
                .header("Location", "%s/booking/%s".formatted(Paths.extranet(property), booking))
                .contentType(MediaType.APPLICATION_JSON);
        if (answer.etag() != null) {
            built.header("ETag", answer.etag());
        }
        mark.ifPresent(header -> built.header(header, "true"));
        return built.body(answer.body());
    }
}
