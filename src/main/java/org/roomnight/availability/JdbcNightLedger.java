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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim.History;
import org.roomnight.availability.ClaimExchange.Change;
import org.roomnight.availability.ClaimPlan.Planned;
import org.roomnight.availability.NightRows.Waiting;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;
import org.roomnight.storage.Database;
import org.roomnight.storage.Parts;
import org.roomnight.storage.Transactions;

final class JdbcNightLedger implements NightLedger {

    private static final LocalDate FIRST_NIGHT = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_NIGHT = LocalDate.of(9999, 12, 31);

    /** Claims that get units at once: who comes later in a long row finds fewer nights free, and is then not read. */
    private static final int SETTLED_AT_ONCE = 200;

    private final Transactions transactions;
    private final NightRows nights;
    private final ClaimRows claims;
    private final RoomTypes roomTypes;
    private final InstantSource clock;
    private final List<ClaimListener> listeners;

    JdbcNightLedger(Database database, RoomTypes roomTypes, InstantSource clock, List<ClaimListener> listeners) {
        this.transactions = database.transactions();
        this.nights = new NightRows(database.jdbc());
        this.claims = new ClaimRows(database.jdbc(), nights);
        this.roomTypes = roomTypes;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public ClaimPlan plan(PropertyId property, List<ClaimRequest> requests) {
        return transactions.read(() -> {
            Map<RoomTypeId, Occupancy> windows = windows(requests);
            List<Planned> planned = new ArrayList<>();
            requests.forEach(request -> planned.add(planned(windows, request, null)));
            return new ClaimPlan(planned);
        });
    }

    private static Planned planned(Map<RoomTypeId, Occupancy> windows, ClaimRequest request, @Nullable UnitId known) {
        Occupancy window = Objects.requireNonNull(windows.get(request.roomType().id()));
        return new Planned(request, window.offering(request.unit()).place(request.dates(), known));
    }

    /** For each room type the window that covers all its requests and a night on both sides. */
    private Map<RoomTypeId, Occupancy> windows(List<ClaimRequest> requests) {
        Map<RoomTypeId, List<ClaimRequest>> byType = new LinkedHashMap<>();
        requests.forEach(request -> byType.computeIfAbsent(request.roomType().id(), _ -> new ArrayList<>())
                .add(request));
        Map<RoomTypeId, Occupancy> windows = new HashMap<>();
        byType.forEach((type, same) -> windows.put(
                type,
                window(
                        same.getFirst().roomType(),
                        same.stream().map(ClaimRequest::dates).toList())));
        return windows;
    }

    private Occupancy window(RoomType roomType, List<StayDates> stays) {
        LocalDate first =
                stays.stream().map(StayDates::arrival).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = stays.stream()
                .map(StayDates::departure)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return nights.occupancy(roomType, first.minusDays(1), last);
    }

    @Override
    public ClaimResult claim(PropertyId property, ClaimPlan plan) {
        List<TakenNights> taken = plan.taken();
        if (!taken.isEmpty()) {
            return new ClaimResult.Taken(taken);
        }
        List<ClaimRequest> requests = current(plan.requests());
        if (requests.equals(plan.requests()) && take(property, plan)) {
            return new ClaimResult.Claimed(store(property, plan));
        }
        // Somebody was faster. This is the only writer now, so a fresh plan cannot go out of date again.
        ClaimPlan fresh = plan(property, requests);
        List<TakenNights> takenNow = fresh.taken();
        if (!takenNow.isEmpty()) {
            return new ClaimResult.Taken(takenNow);
        }
        if (!take(property, fresh)) {
            throw new IllegalStateException("nights were taken by a writer that does not hold the property");
        }
        return new ClaimResult.Claimed(store(property, fresh));
    }

    /** The same requests with the units of now: a unit that was retired since the caller looked is not given out. */
    private List<ClaimRequest> current(List<ClaimRequest> requests) {
        Map<RoomTypeId, RoomType> types = new HashMap<>();
        return requests.stream()
                .map(request ->
                        request.of(types.computeIfAbsent(request.roomType().id(), _ -> current(request.roomType()))))
                .toList();
    }

    private RoomType current(RoomType seen) {
        if (roomTypes.current(seen)) {
            return seen;
        }
        return roomTypes.find(seen.property(), seen.id()).orElseGet(seen::withoutUnits);
    }

    /** Takes every night of the plan, or leaves none of them taken and answers false. */
    private boolean take(PropertyId property, ClaimPlan plan) {
        Map<ClaimId, Placement> placements = new LinkedHashMap<>();
        plan.planned().forEach(planned -> placements.put(planned.request().id(), planned.placement()));
        boolean all = nights.take(property, placements);
        if (!all) {
            nights.free(property, placements.keySet());
        }
        return all;
    }

    private List<Claim> store(PropertyId property, ClaimPlan plan) {
        Instant now = now();
        List<Claim> stored = new ArrayList<>();
        List<ClaimChange> changes = new ArrayList<>();
        for (Planned planned : plan.planned()) {
            Claim claim = claim(property, planned.request(), planned.placement(), new History(0, now, now));
            stored.add(claim);
            changes.add(new ClaimChange.Claimed(claim, planned.request().roomType()));
        }
        claims.save(stored);
        tell(property, changes);
        return stored;
    }

    private static Claim claim(PropertyId property, ClaimRequest request, Placement placement, History history) {
        return new Claim(
                request.id(),
                property,
                request.kind(),
                request.holder(),
                request.roomType().id(),
                request.dates(),
                request.label(),
                request.unit(),
                placement,
                history);
    }

    @Override
    public Claim record(PropertyId property, ClaimRequest request) {
        ClaimPlan plan = plan(property, current(List.of(request)));
        occupy(
                property,
                Map.of(request.id(), plan.planned().getFirst().placement()),
                Map.of(request.id(), request.roomType().id()));
        return store(property, plan).getFirst();
    }

    @Override
    public List<Claim> change(PropertyId property, List<Claim> held, List<ClaimRequest> wanted) {
        return carryOut(exchange(property, held, wanted));
    }

    @Override
    public ClaimResult changeIfFree(PropertyId property, List<Claim> held, List<ClaimRequest> wanted) {
        ClaimExchange exchange = exchange(property, held, wanted);
        List<TakenNights> taken = rehearse(exchange).taken();
        return taken.isEmpty() ? new ClaimResult.Claimed(carryOut(exchange)) : new ClaimResult.Taken(taken);
    }

    private ClaimExchange exchange(PropertyId property, List<Claim> held, List<ClaimRequest> wanted) {
        Map<ClaimId, Claim> left = new LinkedHashMap<>();
        held.forEach(claim -> left.put(claim.id(), claim));
        List<Change> changes = new ArrayList<>();
        List<ClaimRequest> added = new ArrayList<>();
        for (ClaimRequest request : current(wanted)) {
            Claim before = left.remove(request.id());
            if (before == null) {
                added.add(request);
            } else {
                changes.add(new Change(before, request));
            }
        }
        return new ClaimExchange(property, changes, added, List.copyOf(left.values()));
    }

    /** Where everybody would sleep, found as {@link #carryOut} finds it; nothing is written. */
    private ClaimPlan rehearse(ClaimExchange exchange) {
        Map<RoomTypeId, Occupancy> windows = windows(exchange.seeking());
        for (Claim leaving : exchange.leaving()) {
            Occupancy window = windows.get(leaving.roomType());
            if (window != null) {
                leaving.placement().nights().forEach((night, unit) -> window.giveBack(unit, night));
            }
        }
        List<Planned> planned = new ArrayList<>();
        exchange.moving().forEach(change -> planned.add(planned(windows, change.request(), change.known())));
        exchange.added().forEach(request -> planned.add(planned(windows, request, null)));
        return new ClaimPlan(planned);
    }

    /**
     * All give up their nights first, so that they are there for the rest. Nights and claims of all are written together:
     * one by one a recurring block would keep everybody else waiting.
     */
    private List<Claim> carryOut(ClaimExchange exchange) {
        PropertyId property = exchange.property();
        Map<ClaimId, Placement> placements = new LinkedHashMap<>();
        rehearse(exchange)
                .planned()
                .forEach(planned -> placements.put(planned.request().id(), planned.placement()));
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
        tell(property, exchange.told(changed, added));
        exchange.freed().forEach(freed -> settle(property, freed.roomType(), freed.first(), freed.last()));
        return added;
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

    private void tell(PropertyId property, List<ClaimChange> changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.changed(property, changes));
        }
    }

    @Override
    public void release(PropertyId property, ClaimId claim) {
        change(property, claims.find(property, List.of(claim)), List.of());
    }

    /** After a room type got more units: every claim that waits for one may get it. */
    void settle(PropertyId property, RoomTypeId roomType) {
        settle(property, roomType, FIRST_NIGHT, LAST_NIGHT);
    }

    /**
     * Gives units that became free to claims that wait for one on these nights, oldest first; both ends are included.
     * Nobody who has a unit is moved.
     */
    private void settle(PropertyId property, RoomTypeId roomType, LocalDate first, LocalDate last) {
        List<Waiting> waiting = nights.waiting(property, roomType, first, last);
        if (!waiting.isEmpty()) {
            roomTypes.find(property, roomType).ifPresent(type -> settle(type, waiting));
        }
    }

    /** Reads only those who wait for a night that is free: of the others there may be hundreds. */
    private void settle(RoomType roomType, List<Waiting> waiting) {
        Occupancy window = window(roomType, waiting.stream().map(Waiting::dates).toList());
        for (List<Waiting> part : Parts.of(waiting, SETTLED_AT_ONCE)) {
            List<ClaimId> hopeful = part.stream()
                    .filter(one -> one.nights().stream().anyMatch(window::anyFree))
                    .map(Waiting::claim)
                    .toList();
            move(
                    roomType,
                    claims.find(roomType.property(), hopeful).stream()
                            .flatMap(claim -> settled(claim, window).stream())
                            .toList());
        }
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
    void move(RoomType roomType, List<Move> moves) {
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
        tell(property, changes);
    }

    @Override
    public Optional<Claim> find(PropertyId property, ClaimId claim) {
        return transactions.read(
                () -> claims.find(property, List.of(claim)).stream().findFirst());
    }

    @Override
    public List<Claim> ofHolder(PropertyId property, UUID holder) {
        return transactions.read(() -> claims.ofHolder(property, holder));
    }

    @Override
    public Map<UUID, List<Claim>> ofHolders(PropertyId property, List<UUID> holders) {
        return transactions.read(
                () -> claims.ofHolders(property, holders).stream().collect(Collectors.groupingBy(Claim::holder)));
    }

    @Override
    public List<Claim> inRoomType(PropertyId property, RoomType roomType, LocalDate from, LocalDate to) {
        return transactions.read(() -> claims.inRoomType(property, roomType.id(), from, to));
    }

    @Override
    public List<Claim> clashing(PropertyId property, RoomType roomType, StayDates dates, int waiting) {
        return transactions.read(() -> claims.find(property, nights.clashing(property, roomType.id(), dates, waiting)));
    }

    /** The nights of every claim that a room type ever had. */
    List<StayDates> everClaimed(RoomType type) {
        return transactions
                .read(() -> claims.dates(type.property(), List.of(type), StayDates.EARLIEST, StayDates.LATEST))
                .stream()
                .map(ClaimRows.ClaimDates::dates)
                .toList();
    }

    @Override
    public List<NightCount> count(PropertyId property, List<RoomType> types, StayDates range) {
        return transactions.read(() -> NightCounts.of(
                types,
                range,
                claims.dates(property, types, range.arrival(), range.departure()),
                nights.overbooked(property, types, range)));
    }

    @Override
    public List<LocalDate> full(PropertyId property, int units, LocalDate from, LocalDate to) {
        return transactions.read(() -> nights.full(property, units, from, to));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
