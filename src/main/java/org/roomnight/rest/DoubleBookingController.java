package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.conflict.DoubleBooking;
import org.roomnight.conflict.DoubleBookings;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The double bookings of a property, and what staff decided about them. */
@RestController
@RequestMapping(path = Paths.EXTRANET + "/double-booking", produces = MediaType.APPLICATION_JSON_VALUE)
final class DoubleBookingController {

    private final DoubleBookings doubleBookings;
    private final RoomTypes roomTypes;
    private final DoubleBookingMapper mapper;
    private final Cursors cursors;

    DoubleBookingController(
            DoubleBookings doubleBookings, RoomTypes roomTypes, DoubleBookingMapper mapper, Cursors cursors) {
        this.doubleBookings = doubleBookings;
        this.roomTypes = roomTypes;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    /** Those that are not resolved, oldest first; one that was resolved since the last page moves no other. */
    @GetMapping("/list")
    @NeedsScope(Scope.BOOKING_READ)
    @QueryParameters({"cursor", "size"})
    PageDto<DoubleBookingDto> list(Property property, Query query) {
        String list = "double-booking %s".formatted(property.id());
        String after = cursors.read(list, query.cursor()).orElse("");
        List<DoubleBooking> rest = doubleBookings.unresolved(property.id()).stream()
                .filter(one -> position(one).compareTo(after) > 0)
                .toList();
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        return PageDto.of(
                rest, query.size(), one -> mapper.show(one, lookup), last -> cursors.make(list, position(last)));
    }

    /** Sorts as the list does: by moment, of which the digits are as many for centuries, and by identifier. */
    private static String position(DoubleBooking clash) {
        return "%015d %s".formatted(clash.createdAt().toEpochMilli(), clash.id());
    }

    @PatchMapping("/{doubleBooking}")
    @NeedsScope(Scope.BOOKING_WRITE)
    ResponseEntity<DoubleBookingDto> decide(
            Property property, @PathVariable String doubleBooking, JsonBody body, HttpServletRequest request) {
        UUID id = Paths.identifier(doubleBooking);
        DoubleBooking stored = doubleBookings.find(property.id(), id).orElseThrow(Refusals::notFound);
        ExpectedVersion expected = Preconditions.of(request).required(() -> Optional.of(stored.version()));
        DoubleBooking.State state = DoubleBookingMapper.state(body.object());
        DoubleBooking now = Optional.of(stored)
                .filter(found -> expected.accepts(found.version()))
                .flatMap(found -> doubleBookings.setState(property.id(), id, state, found.version()))
                .orElseThrow(() -> new Refusal(Refusals.VERSION_STALE));
        return Answers.changed(now.version(), mapper.show(now, new RoomTypeLookup(roomTypes, property.id())));
    }
}
