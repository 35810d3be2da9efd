package org.roomnight.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.NightLedger;
import org.roomnight.availability.OnTaken;
import org.roomnight.availability.Wanted;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.booking.Booking.State;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.booking.Bookings.Cancellation;
import org.roomnight.booking.Bookings.Placing;
import org.roomnight.booking.Bookings.Recording;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.Version;

/** Bookings as facts: recorded, cancelled, and given their rooms. Everything here runs in a write of the property. */
final class Recordings {

    /** Most bookings that are given their rooms in one write; everybody else's wait meanwhile. */
    static final int MAX_PLACED = 50;

    /** Units after which no further booking is, for one may have hundreds. */
    static final int MAX_PLACED_UNITS = 100;

    private final StoredBookings store;
    private final NightLedger ledger;
    private final RoomTypes roomTypes;
    private final IdentifierSource identifiers;
    private final InstantSource clock;

    Recordings(
            StoredBookings store,
            NightLedger ledger,
            RoomTypes roomTypes,
            IdentifierSource identifiers,
            InstantSource clock) {
        this.store = store;
        this.ledger = ledger;
        this.roomTypes = roomTypes;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    Recording record(PropertyId property, BookingId id, BookingFacts facts) {
        return store.find(property, id)
                .map(stored -> change(stored, facts))
                .orElseGet(() -> new Recording.Created(write(property, id, facts, null)));
    }

    private Recording change(Booking stored, BookingFacts facts) {
        Long known = stored.state().sourceVersion();
        Long said = facts.sourceVersion();
        return known != null && said != null && said < known
                ? new Recording.OlderThanStored(known)
                : new Recording.Changed(write(stored.property(), stored.id(), facts, stored));
    }

    private Booking write(PropertyId property, BookingId id, BookingFacts said, @Nullable Booking stored) {
        BookingFacts facts = withRooms(property, said, stored);
        List<ClaimId> claims =
                facts.cancelled() ? releaseAll(property, facts, stored) : moveClaims(property, id, facts, stored);
        Booking now = new Booking(
                id,
                property,
                stored != null && stored.details().price().same(facts.details().price())
                        ? facts.details().costing(stored.details().price())
                        : facts.details(),
                stored != null && facts.stays().isEmpty()
                        ? stored.roomStays()
                        : RoomStays.of(facts.stays(), claims, stored),
                state(facts, stored),
                facts.kept()
                        .withCancellation(
                                facts.cancelled() && stored != null
                                        ? stored.kept().cancellation()
                                        : null),
                stored == null ? Version.FIRST : stored.version().next());
        if (stored != null && sameFacts(stored, now)) {
            return stored;
        }
        store.save(stored, now);
        return now;
    }

    /** Finds the rooms. A cancellation may name no stays: then those that are known stay as they are. */
    private BookingFacts withRooms(PropertyId property, BookingFacts facts, @Nullable Booking stored) {
        return facts.stays().stream().allMatch(stay -> stay.roomType() != null)
                ? facts
                : facts.with(new RoomMatching(roomTypes.list(property), stored).match(facts.stays()));
    }

    private static List<StayFacts> stays(Booking stored, List<RoomType> types) {
        return stored.roomStays().stream()
                .map(stay -> RoomStays.facts(stay, types))
                .toList();
    }

    /** The same but for version and moment of change. How a statement had to be repaired is no part of the facts. */
    private static boolean sameFacts(Booking stored, Booking now) {
        State state = new State(
                now.state().cancelledAt(),
                now.state().sourceVersion(),
                now.state().createdAt(),
                stored.state().changedAt());
        return stored.equals(new Booking(
                now.id(),
                now.property(),
                now.details(),
                now.roomStays(),
                state,
                now.kept().withWarnings(stored.kept().warnings()),
                stored.version()));
    }

    State state(BookingFacts facts, @Nullable Booking stored) {
        Instant now = now();
        Instant created = facts.createdAt() != null
                ? facts.createdAt()
                : stored == null ? now : stored.state().createdAt();
        Instant cancelled = null;
        if (facts.cancelled()) {
            Instant known = stored == null ? null : stored.state().cancelledAt();
            cancelled = facts.cancelledAt() != null ? facts.cancelledAt() : known == null ? now : known;
        }
        Long source = facts.sourceVersion() != null
                ? facts.sourceVersion()
                : stored == null ? null : stored.state().sourceVersion();
        return new State(cancelled, source, created, now);
    }

    /** Frees the nights; the claims' identifiers stay with the booking, so that its room stays remain readable. */
    private List<ClaimId> releaseAll(PropertyId property, BookingFacts facts, @Nullable Booking stored) {
        List<ClaimId> known = stored == null ? List.of() : stored.claims();
        if (stored != null) {
            ledger.release(property, stored.id());
        }
        int wanted = facts.stays().stream().mapToInt(StayFacts::quantity).sum();
        List<ClaimId> claims = new ArrayList<>(known.subList(0, Math.min(known.size(), wanted)));
        while (claims.size() < wanted) {
            claims.add(new ClaimId(identifiers.next()));
        }
        return claims;
    }

    /** One identifier a unit: of its claim, or, where the room is not known, of what stands in the calendar meanwhile. */
    private List<ClaimId> moveClaims(PropertyId property, BookingId id, BookingFacts facts, @Nullable Booking stored) {
        List<StayFacts> placed =
                facts.stays().stream().filter(stay -> stay.roomType() != null).toList();
        List<ClaimId> claims = new ArrayList<>(hold(property, id, facts.wanted(placed), stored));
        List<ClaimId> waiting = waiting(stored);
        int unit = 0;
        for (StayFacts stay : facts.stays()) {
            for (int i = 0; stay.roomType() == null && i < stay.quantity(); i++) {
                claims.add(unit + i, waiting.isEmpty() ? new ClaimId(identifiers.next()) : waiting.removeFirst());
            }
            unit += stay.quantity();
        }
        return claims;
    }

    /** Claims go on in the order of the stored room stays, so that saying the same again matches each to itself. */
    private List<ClaimId> hold(PropertyId property, BookingId id, List<Wanted> wanted, @Nullable Booking stored) {
        List<ClaimId> order = stored == null ? List.of() : stored.claims();
        return switch (ledger.hold(property, id, order, wanted, OnTaken.KEEP)) {
            case ClaimResult.Claimed(var claims) ->
                claims.stream().map(Claim::id).toList();
            case ClaimResult.Taken taken -> throw new IllegalStateException("a fact was refused: " + taken);
        };
    }

    private static List<ClaimId> waiting(@Nullable Booking stored) {
        return new ArrayList<>(Optional.ofNullable(stored).map(Booking::waiting).stream()
                .flatMap(List::stream)
                .flatMap(stay -> stay.claims().stream())
                .toList());
    }

    Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected, @Nullable String said) {
        return store.find(property, id)
                .map(stored -> cancel(stored, expected, said))
                .orElseGet(Cancellation.Unknown::new);
    }

    private Cancellation cancel(Booking stored, ExpectedVersion expected, @Nullable String said) {
        if (stored.state().cancelled()) {
            return new Cancellation.Cancelled(stored);
        }
        if (!expected.accepts(stored.version())) {
            return new Cancellation.Stale();
        }
        ledger.release(stored.property(), stored.id());
        Instant now = now();
        Booking cancelled = new Booking(
                stored.id(),
                stored.property(),
                stored.details(),
                stored.roomStays(),
                new State(now, stored.state().sourceVersion(), stored.state().createdAt(), now),
                stored.kept().withCancellation(said),
                stored.version().next());
        store.save(stored, cancelled);
        return new Cancellation.Cancelled(cancelled);
    }

    Placing place(PropertyId property, BookingId id, int position, RoomTypeId roomType, ExpectedVersion expected) {
        Optional<RoomType> type = roomTypes.find(property, roomType);
        return store.find(property, id)
                .filter(stored -> position < stored.roomStays().size())
                .flatMap(stored -> type.map(found -> place(stored, position, found, expected)))
                .orElseGet(Placing.Unknown::new);
    }

    private Placing place(Booking stored, int position, RoomType type, ExpectedVersion expected) {
        RoomStay stay = stored.roomStays().get(position);
        if (type.id().equals(stay.roomType()) && !stored.state().cancelled()) {
            return new Placing.Placed(stored);
        }
        if (!expected.accepts(stored.version())) {
            return new Placing.Stale();
        }
        if (!stored.waiting().contains(stay)) {
            return new Placing.NotWaiting();
        }
        List<StayFacts> stays = new ArrayList<>(stays(stored, roomTypes.list(stored.property())));
        stays.set(position, stays.get(position).in(type));
        return new Placing.Placed(again(stored, stays));
    }

    /** Bookings with a stay that waits for a room which is known by now, at most {@link #MAX_PLACED}. */
    List<BookingId> placeable(PropertyId property) {
        List<RoomSaid> waitedFor = store.stays().waitedFor(property);
        if (waitedFor.isEmpty()) {
            return List.of();
        }
        RoomMatching rooms = new RoomMatching(roomTypes.list(property), null);
        return waitedFor.stream()
                .filter(said -> rooms.match(said).isPresent())
                .flatMap(said -> store.stays().waiting(property, said, MAX_PLACED).stream())
                .distinct()
                .limit(MAX_PLACED)
                .toList();
    }

    void placeWaiting(PropertyId property) {
        List<BookingId> placeable = placeable(property);
        List<RoomType> types = placeable.isEmpty() ? List.of() : roomTypes.list(property);
        int units = 0;
        for (BookingId id : placeable) {
            Deadline.check();
            if (units < MAX_PLACED_UNITS) {
                units += store.find(property, id)
                        .map(stored ->
                                again(stored, stays(stored, types)).claims().size())
                        .orElse(0);
            }
        }
    }

    /** Records what is stored, with rooms that are known by now. */
    private Booking again(Booking stored, List<StayFacts> stays) {
        BookingFacts facts = new BookingFacts(
                stored.details(),
                stays,
                stored.state().createdAt(),
                stored.state().cancelled(),
                stored.state().cancelledAt(),
                stored.state().sourceVersion(),
                stored.kept());
        return write(stored.property(), stored.id(), facts, stored);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
