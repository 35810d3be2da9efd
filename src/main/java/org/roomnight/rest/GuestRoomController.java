package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.booking.Bookings;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.PutResult;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.inventory.RoomTypes.Removal;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The room types of a property. */
@RestController
@RequestMapping(path = Paths.EXTRANET + "/guest-room", produces = MediaType.APPLICATION_JSON_VALUE)
final class GuestRoomController {

    private static final Logger LOG = LoggerFactory.getLogger(GuestRoomController.class);

    private final RoomTypes roomTypes;
    private final Bookings bookings;
    private final Cursors cursors;

    GuestRoomController(RoomTypes roomTypes, Bookings bookings, Cursors cursors) {
        this.roomTypes = roomTypes;
        this.bookings = bookings;
        this.cursors = cursors;
    }

    /** By name; a property has at most {@link RoomTypes#MAX_ROOM_TYPES}, so that pages are cut from the whole list. */
    @GetMapping("/list")
    @NeedsScope(Scope.INVENTORY_READ)
    @QueryParameters({"cursor", "size"})
    PageDto<GuestRoomDto> list(Property property, Query query) {
        String list = "guest-room %s".formatted(property.id());
        Optional<UUID> after = cursors.read(list, query.cursor()).map(UUID::fromString);
        List<RoomType> all = roomTypes.list(property.id());
        List<RoomType> rest = after.map(last -> all.stream()
                        .dropWhile(type -> !type.id().value().equals(last))
                        .skip(1)
                        .toList())
                .orElse(all);
        return PageDto.of(
                rest,
                query.size(),
                GuestRoomDto::of,
                last -> cursors.make(list, last.id().toString()));
    }

    @GetMapping("/{guestRoom}")
    @NeedsScope(Scope.INVENTORY_READ)
    ResponseEntity<GuestRoomDto> find(Property property, @PathVariable String guestRoom, HttpServletRequest request) {
        RoomType type = roomTypes
                .find(property.id(), new RoomTypeId(Paths.identifier(guestRoom)))
                .orElseThrow(Refusals::notFound);
        return Answers.read(request, type.version(), () -> GuestRoomDto.of(type));
    }

    @PutMapping("/{guestRoom}")
    @NeedsScope(Scope.INVENTORY_WRITE)
    ResponseEntity<GuestRoomDto> put(
            Property property, @PathVariable String guestRoom, JsonBody body, HttpServletRequest request) {
        RoomTypeId id = new RoomTypeId(Paths.identifier(guestRoom));
        Optional<RoomType> stored = roomTypes.find(property.id(), id);
        Preconditions preconditions = Preconditions.of(request);
        RoomType.RoomTypeFacts facts = GuestRoomMapper.facts(body.object(), id, stored.orElse(null));
        ExpectedVersion expected = preconditions.expected(() -> stored.map(RoomType::version));
        if (stored.isEmpty()) {
            refuseTooMany(property);
        }
        PutResult<RoomType> put = roomTypes.put(property.id(), id, facts, expected);
        placeWaiting(property);
        return switch (put) {
            case PutResult.Created<RoomType>(RoomType now) ->
                Answers.created(
                        "%s/guest-room/%s".formatted(Paths.extranet(property), id),
                        now.version(),
                        GuestRoomDto.of(now));
            case PutResult.Changed<RoomType>(RoomType now) -> Answers.changed(now.version(), GuestRoomDto.of(now));
            case PutResult.Stale<RoomType> _ -> throw new Refusal(Refusals.VERSION_STALE);
            case PutResult.VersionNeeded<RoomType> _ ->
                throw new Refusal(preconditions.onlyIfNew() ? Refusals.VERSION_STALE : Refusals.VERSION_NEEDED);
            case PutResult.RateBound<RoomType>(RoomType other) ->
                throw Refusals.clash(
                        "room-rate-bound",
                        "Room rate bound",
                        "One of roomRateIdentifiers belongs to the guest room %s. Take it from there first."
                                .formatted(other.id()));
            case PutResult.TooFewUnits<RoomType>(List<LocalDate> nights) ->
                throw Refusals.clashOn(
                        "units-sold",
                        "Units sold",
                        "So few units are not enough for what is sold on these dates. Keep more units, or move"
                                + " bookings.",
                        nights);
        };
    }

    /** Bookings that are more than the change itself has placed; those that cannot be placed now are left to the chore. */
    private void placeWaiting(Property property) {
        try {
            bookings.placeWaiting(property.id());
        } catch (StorageUnavailableException unavailable) {
            LOG.warn("event=stays-not-placed property={} reason={}", property.id(), unavailable.getMessage());
        }
    }

    private void refuseTooMany(Property property) {
        if (roomTypes.list(property.id()).size() >= RoomTypes.MAX_ROOM_TYPES) {
            throw Refusals.clash(
                    "too-many-guest-rooms",
                    "Too many guest rooms",
                    "A property has at most %d. Delete one first.".formatted(RoomTypes.MAX_ROOM_TYPES));
        }
    }

    @DeleteMapping(path = "/{guestRoom}", produces = MediaType.ALL_VALUE) // nothing is answered, whatever is accepted
    @NeedsScope(Scope.INVENTORY_REMOVE)
    ResponseEntity<Void> remove(Property property, @PathVariable String guestRoom, HttpServletRequest request) {
        RoomType stored = roomTypes
                .find(property.id(), new RoomTypeId(Paths.identifier(guestRoom)))
                .orElseThrow(Refusals::notFound);
        ExpectedVersion expected = Preconditions.of(request).required(() -> Optional.of(stored.version()));
        Removal removal = roomTypes.remove(property.id(), stored.id(), expected);
        placeWaiting(property);
        return switch (removal) {
            case Removal.Removed _ -> ResponseEntity.noContent().build();
            case Removal.Unknown _ -> throw Refusals.notFound();
            case Removal.Stale _ -> throw new Refusal(Refusals.VERSION_STALE);
            case Removal.InUse(List<LocalDate> nights) ->
                throw Refusals.clashOn(
                        "guest-room-used",
                        "Guest room used",
                        "It was or is booked on these dates and stays, so that history can be read.",
                        nights);
        };
    }
}
