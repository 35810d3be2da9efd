package org.roomnight.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.roomnight.availability.Claim.History;
import org.roomnight.availability.ClaimExchange.Change;
import org.roomnight.availability.ClaimPlan.Planned;
import org.roomnight.availability.NightRows.Waiting;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.storage.Parts;

/** Writes claims together with their nights, and answers what changed; it tells nobody. */
final class ClaimWriter {

    private static final LocalDate FIRST_NIGHT = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_NIGHT = LocalDate.of(9999, 12, 31);

    /** Claims that get units at once: who comes later in a long row finds fewer nights free, and is then not read. */
    private static final int SETTLED_AT_ONCE = 200;

    private final NightRows nights;
    private final ClaimRows claims;
    private final UnitPlanner planner;
    private final RoomTypes roomTypes;
    private final InstantSource clock;

    ClaimWriter(NightRows nights, ClaimRows claims, UnitPlanner planner, RoomTypes roomTypes, InstantSource clock) {
        this.nights = nights;
        this.claims = claims;
        this.planner = planner;
        this.roomTypes = roomTypes;
        this.clock = clock;
    }

    /** Takes every night of the plan, or leaves none of them taken and answers false. */
    boolean take(PropertyId property, ClaimPlan plan) {
        Map<ClaimId, Placement> placements = placements(plan);
        boolean all = nights.take(property, placements);
        if (!all) {
            nights.free(property, placements.keySet());
        }
        return all;
    }

    private static Map<ClaimId, Placement> placements(ClaimPlan plan) {
        Map<ClaimId, Placement> placements = new LinkedHashMap<>();
        plan.planned().forEach(planned -> placements.put(planned.request().id(), planned.placement()));
        return placements;
    }

    /** Stores the claims of a plan whose nights are taken. */
    List<ClaimChange.Claimed> store(PropertyId property, ClaimPlan plan) {
        Instant now = now();
        List<ClaimChange.Claimed> stored = new ArrayList<>();
        for (Planned planned : plan.planned()) {
            Claim claim = claim(property, planned.request(), planned.placement(), new History(0, now, now));
            stored.add(new ClaimChange.Claimed(claim, planned.request().roomType()));
        }
        claims.save(stored.stream().map(ClaimChange.Claimed::now).toList());
        return stored;
    }

    private static Claim claim(PropertyId property, ClaimRequest request, Placement placement, History history) {
        return new Claim(
                request.id(),
                property,
                request.holder(),
                request.roomType().id(),
                request.dates(),
                request.label(),
                request.unit(),
                placement,
                history);
    }

    /**
     * All give up their nights first, so that they are there for the rest, and then those who wait get what is left.
     * Nights and claims of all are written together: one by one a recurring block would keep everybody else waiting.
     */
    List<ClaimChange> carryOut(ClaimExchange exchange, ClaimPlan plan) {
        PropertyId property = exchange.property();
        Map<ClaimId, Placement> placements = placements(plan);
        nights.free(property, exchange.leaving().stream().map(Claim::id).toList());
        claims.delete(property, exchange.givenUp().stream().map(Claim::id).toList());
        Map<ClaimId, RoomTypeId> types = new HashMap<>();
        exchange.seeking()
                .forEach(request -> types.put(request.id(), request.roomType().id()));
        occupy(property, placements, types);
        Instant now = now();
        List<Claim> changed = exchange.changes().stream()
                .map(change -> changed(change, placements, now))
                .toList();
        List<Claim> added = exchange.added().stream()
                .map(request -> claim(property, request, placement(placements, request), new History(0, now, now)))
                .toList();
        claims.save(Stream.concat(changed.stream(), added.stream()).toList());
        List<ClaimChange> changes = exchange.told(changed, added);
        exchange.freed()
                .forEach(freed -> changes.addAll(settle(property, freed.roomType(), freed.first(), freed.last())));
        return ClaimChange.joined(changes);
    }

    private void occupy(PropertyId property, Map<ClaimId, Placement> placements, Map<ClaimId, RoomTypeId> roomTypes) {
        if (!nights.take(property, placements)) {
            throw new IllegalStateException("nights were taken by a writer that does not hold the property");
        }
        nights.overbook(property, placements, roomTypes);
    }

    private static Placement placement(Map<ClaimId, Placement> placements, ClaimRequest request) {
        return Objects.requireNonNull(placements.get(request.id()));
    }

    private static Claim changed(Change change, Map<ClaimId, Placement> placements, Instant now) {
        Claim before = change.before();
        Placement placement = change.movesNights() ? placement(placements, change.request()) : before.placement();
        return claim(
                before.property(), change.request(), placement, before.history().changed(now));
    }

    /** After a room type got more units: every claim that waits for one may get it. */
    List<ClaimChange> settle(PropertyId property, RoomTypeId roomType) {
        return settle(property, roomType, FIRST_NIGHT, LAST_NIGHT);
    }

    /**
     * Gives units that became free to claims that wait for one on these nights, oldest first; both ends are included.
     * Nobody who has a unit is moved.
     */
    private List<ClaimChange> settle(PropertyId property, RoomTypeId roomType, LocalDate first, LocalDate last) {
        List<Waiting> waiting = nights.waiting(property, roomType, first, last);
        return waiting.isEmpty()
                ? List.of()
                : roomTypes
                        .find(property, roomType)
                        .map(type -> settle(type, waiting))
                        .orElse(List.of());
    }

    /** Reads only those who wait for a night that is free: of the others there may be hundreds. */
    private List<ClaimChange> settle(RoomType roomType, List<Waiting> waiting) {
        Occupancy window =
                planner.window(roomType, waiting.stream().map(Waiting::dates).toList());
        List<ClaimChange> changes = new ArrayList<>();
        for (List<Waiting> part : Parts.of(waiting, SETTLED_AT_ONCE)) {
            List<ClaimId> hopeful = part.stream()
                    .filter(one -> one.nights().stream().anyMatch(window::anyFree))
                    .map(Waiting::claim)
                    .toList();
            changes.addAll(move(
                    roomType,
                    claims.find(roomType.property(), hopeful).stream()
                            .flatMap(claim -> settled(claim, window).stream())
                            .toList()));
        }
        return changes;
    }

    private static Optional<Move> settled(Claim before, Occupancy window) {
        Placement placement = UnitReassignment.place(before.placement(), window.offering(before.wantedUnit()));
        boolean better =
                placement.overbooked().size() < before.placement().overbooked().size();
        return better ? Optional.of(new Move(before, before.placed(placement))) : Optional.empty();
    }

    /** A claim and the same one in other units. */
    record Move(Claim before, Claim after) {}

    /** Puts claims into other units on the same nights, or takes their wishes for one away. */
    List<ClaimChange> move(RoomType roomType, List<Move> moves) {
        PropertyId property = roomType.property();
        Map<ClaimId, Placement> placements = new LinkedHashMap<>();
        Map<ClaimId, RoomTypeId> types = new HashMap<>();
        List<Claim> moved = new ArrayList<>();
        List<ClaimChange> changes = new ArrayList<>();
        for (Move move : moves) {
            Claim now = move.after().changed(now());
            placements.put(now.id(), now.placement());
            types.put(now.id(), now.roomType());
            moved.add(now);
            changes.add(new ClaimChange.Changed(move.before(), now, roomType));
        }
        nights.free(property, placements.keySet());
        occupy(property, placements, types);
        claims.save(moved);
        return changes;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
