package org.roomnight.availability;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roomnight.availability.ClaimExchange.Change;
import org.roomnight.availability.ClaimWriter.Move;
import org.roomnight.availability.DecisionListener.Decision;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Holder;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;

/**
 * The night ledger: who occupies which unit on which night. The only writer of {@code room_night}; that a unit has one
 * claim a night is refused by the primary key of that table, not by anybody who looked first (rule 1).
 *
 * <p>Reads run in a transaction of their own where none is open. Writes run in the caller's write of the property.
 */
public final class NightLedger {

    private static final Comparator<Claim> BY_DATE = Comparator.comparing(
                    (Claim claim) -> claim.dates().arrival())
            .thenComparing(claim -> claim.id().toString());

    private final Transactions transactions;
    private final IdentifierSource identifiers;
    private final NightRows nights;
    private final ClaimRows claims;
    private final UnitPlanner planner;
    private final ClaimWriter writer;
    private final List<ClaimListener> listeners;
    private final List<DecisionListener> counters;

    NightLedger(
            Database database,
            RoomTypes roomTypes,
            IdentifierSource identifiers,
            InstantSource clock,
            List<ClaimListener> listeners,
            List<DecisionListener> counters) {
        this.transactions = database.transactions();
        this.identifiers = identifiers;
        this.nights = new NightRows(database.jdbc());
        this.claims = new ClaimRows(database.jdbc(), nights);
        this.planner = new UnitPlanner(nights, roomTypes);
        this.writer = new ClaimWriter(nights, claims, planner, roomTypes, clock);
        this.listeners = List.copyOf(listeners);
        this.counters = List.copyOf(counters);
    }

    /**
     * Chooses units for all that a new holder wants, on what is committed now and without holding anything. A plan is a
     * proposal: {@link #claim} finds out whether it still holds.
     */
    public ClaimPlan plan(PropertyId property, Holder holder, List<Wanted> wanted) {
        List<ClaimRequest> requests = new ArrayList<>();
        wanted.forEach(one -> requests.add(new ClaimRequest(newId(), holder, one)));
        return plan(requests);
    }

    ClaimPlan plan(List<ClaimRequest> requests) {
        ClaimPlan plan = transactions.read(() -> planner.plan(requests));
        if (!plan.taken().isEmpty()) {
            decided(Decision.REFUSED, 1);
        }
        return plan;
    }

    /** Takes all nights of a plan or none. Where the plan is out of date, other units are chosen if there are any. */
    public ClaimResult claim(PropertyId property, ClaimPlan plan) {
        List<TakenNights> taken = plan.taken();
        if (!taken.isEmpty()) {
            return new ClaimResult.Taken(taken);
        }
        List<ClaimRequest> requests = planner.current(plan.requests());
        if (requests.equals(plan.requests()) && writer.take(property, plan)) {
            return sold(property, plan);
        }
        // Somebody was faster. This is the only writer now, so a fresh plan cannot go out of date again.
        ClaimPlan fresh = planner.plan(requests);
        List<TakenNights> takenNow = fresh.taken();
        if (!takenNow.isEmpty()) {
            decided(Decision.REFUSED, 1);
            return new ClaimResult.Taken(takenNow);
        }
        if (!writer.take(property, fresh)) {
            throw new IllegalStateException("nights were taken by a writer that does not hold the property");
        }
        return sold(property, fresh);
    }

    private ClaimResult sold(PropertyId property, ClaimPlan plan) {
        List<ClaimChange.Claimed> stored = writer.store(property, plan);
        tell(property, List.copyOf(stored));
        decided(Decision.SOLD, 1);
        return new ClaimResult.Claimed(
                stored.stream().map(ClaimChange.Claimed::now).toList());
    }

    /**
     * Gives a holder the nights that it wants and no others. Claims that it has go on as those that are like them and keep
     * their units where these are free; all give up their nights before any takes new ones, and only then those who wait
     * get what is left. Claimed names the claims in the order of {@code wanted}.
     *
     * @param onTaken what becomes of nights without a free unit. Nights that the holder gives up do not count, nor do those
     *     of claims that stay as they are
     */
    public ClaimResult hold(PropertyId property, Holder holder, List<Wanted> wanted, OnTaken onTaken) {
        return hold(property, holder, List.of(), wanted, onTaken);
    }

    /**
     * The same for a holder that knows its claims.
     *
     * @param order the order in which claims go on that fit alike; those that are not named follow by date
     */
    public ClaimResult hold(
            PropertyId property, Holder holder, List<ClaimId> order, List<Wanted> wanted, OnTaken onTaken) {
        Map<ClaimId, Integer> places = new HashMap<>();
        order.forEach(claim -> places.putIfAbsent(claim, places.size()));
        List<Claim> held = ofHolder(property, holder).stream()
                .sorted(Comparator.comparingInt((Claim claim) -> places.getOrDefault(claim.id(), Integer.MAX_VALUE))
                        .thenComparing(BY_DATE))
                .toList();
        return change(property, held, requests(holder, held, wanted), onTaken);
    }

    /**
     * The same for many holders that keep what is free: one by one they would keep everybody else waiting. Those that are not
     * named keep what they have.
     */
    public void holdAll(PropertyId property, Map<? extends Holder, List<Wanted>> wanted) {
        Map<Holder, List<Claim>> claimsOf = ofHolders(property, wanted.keySet());
        List<Claim> held = new ArrayList<>();
        List<ClaimRequest> requests = new ArrayList<>();
        wanted.forEach((holder, all) -> {
            List<Claim> own = claimsOf.getOrDefault(holder, List.of()).stream()
                    .sorted(BY_DATE)
                    .toList();
            held.addAll(own);
            requests.addAll(requests(holder, own, all));
        });
        change(property, held, requests, OnTaken.KEEP);
    }

    /** Frees all nights of a holder; nothing happens if it has none. */
    public void release(PropertyId property, Holder holder) {
        hold(property, holder, List.of(), OnTaken.KEEP);
    }

    private List<ClaimRequest> requests(Holder holder, List<Claim> held, List<Wanted> wanted) {
        List<ClaimRequest> requests = new ArrayList<>();
        for (ContinuedClaims.Continued one : new ContinuedClaims(wanted, held).continued()) {
            ClaimId id = one.claim() == null ? newId() : one.claim().id();
            requests.add(new ClaimRequest(id, holder, one.wanted()));
        }
        return requests;
    }

    /**
     * Gives claims other nights, other room types or other labels, makes those that are new, and releases those of
     * {@code held} that are not wanted.
     *
     * @param held the claims of whoever changes them, as they were read in this write
     */
    ClaimResult change(PropertyId property, List<Claim> held, List<ClaimRequest> wanted, OnTaken onTaken) {
        ClaimExchange exchange = exchange(property, held, wanted);
        ClaimPlan plan = planner.rehearse(exchange);
        List<TakenNights> taken = plan.taken();
        if (onTaken == OnTaken.REFUSE && !taken.isEmpty()) {
            decided(Decision.REFUSED, 1);
            return new ClaimResult.Taken(taken);
        }
        List<ClaimChange> changes = writer.carryOut(exchange, plan);
        tell(property, changes);
        decided(Decision.RECORDED, wanted.size());
        decided(Decision.RELEASED, exchange.givenUp().size());
        return new ClaimResult.Claimed(now(held, wanted, changes));
    }

    private ClaimExchange exchange(PropertyId property, List<Claim> held, List<ClaimRequest> wanted) {
        Map<ClaimId, Claim> left = new LinkedHashMap<>();
        held.forEach(claim -> left.put(claim.id(), claim));
        List<Change> changes = new ArrayList<>();
        List<ClaimRequest> added = new ArrayList<>();
        for (ClaimRequest request : planner.current(wanted)) {
            Claim before = left.remove(request.id());
            if (before == null) {
                added.add(request);
            } else {
                changes.add(new Change(before, request));
            }
        }
        return new ClaimExchange(property, changes, added, List.copyOf(left.values()));
    }

    /** What the claims are now, in the order in which they were wanted. */
    private static List<Claim> now(List<Claim> held, List<ClaimRequest> wanted, List<ClaimChange> changes) {
        Map<ClaimId, Claim> now = new HashMap<>();
        held.forEach(claim -> now.put(claim.id(), claim));
        for (ClaimChange change : changes) {
            switch (change) {
                case ClaimChange.Claimed(Claim claim, var _) -> now.put(claim.id(), claim);
                case ClaimChange.Changed(var _, Claim claim, var _) -> now.put(claim.id(), claim);
                case ClaimChange.Released _ -> {} // nobody wanted it
            }
        }
        return wanted.stream()
                .map(request -> Objects.requireNonNull(now.get(request.id())))
                .toList();
    }

    private void tell(PropertyId property, List<ClaimChange> changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.changed(property, changes));
        }
    }

    private void decided(Decision decision, int times) {
        if (times > 0) {
            counters.forEach(counter -> counter.decided(decision, times));
        }
    }

    /** After a room type got more units: every claim that waits for one may get it. */
    void settle(PropertyId property, RoomTypeId roomType) {
        tell(property, writer.settle(property, roomType));
    }

    /** Puts claims into other units on the same nights, or takes their wishes for one away. */
    void move(RoomType roomType, List<Move> moves) {
        tell(roomType.property(), writer.move(roomType, moves));
    }

    public Optional<Claim> find(PropertyId property, ClaimId claim) {
        return transactions.read(
                () -> claims.find(property, List.of(claim)).stream().findFirst());
    }

    /** The claims of a holder, by identifier. */
    public List<Claim> ofHolder(PropertyId property, Holder holder) {
        return transactions.read(() -> claims.ofHolder(property, holder));
    }

    /** The same of many holders in two looks; those without a claim are left out. */
    public Map<Holder, List<Claim>> ofHolders(PropertyId property, Collection<? extends Holder> holders) {
        return transactions.read(
                () -> claims.ofHolders(property, holders).stream().collect(Collectors.groupingBy(Claim::holder)));
    }

    /** Claims of a room type that have a night in [from, to), by arrival. */
    public List<Claim> inRoomType(PropertyId property, RoomType roomType, LocalDate from, LocalDate to) {
        return transactions.read(() -> claims.inRoomType(property, roomType.id(), from, to));
    }

    /**
     * The claims that have a unit of a room type on one of these nights, and those that wait for one, which may be
     * hundreds: so many of them, the oldest for each night first.
     */
    public List<Claim> clashing(PropertyId property, RoomTypeId roomType, StayDates dates, int waiting) {
        return transactions.read(() -> claims.find(property, nights.clashing(property, roomType, dates, waiting)));
    }

    /** The nights of every claim that a room type ever had. */
    List<StayDates> everClaimed(RoomType type) {
        return transactions
                .read(() -> claims.dates(type.property(), List.of(type), StayDates.EARLIEST, StayDates.LATEST))
                .stream()
                .map(ClaimRows.ClaimDates::dates)
                .toList();
    }

    /** Counts for every night of the range, by room type in the given order and then by date. */
    public List<NightCount> count(PropertyId property, List<RoomType> types, StayDates range) {
        return transactions.read(() -> NightCounts.of(
                types,
                range,
                claims.dates(property, types, range.arrival(), range.departure()),
                nights.overbooked(property, types, range)));
    }

    /**
     * The nights in [from, to) on which none of so many units is free, in order. Takes one look, however long the range;
     * {@code units} are those of now, so that a night before some were retired may count as full although one was free.
     */
    public List<LocalDate> full(PropertyId property, int units, LocalDate from, LocalDate to) {
        return transactions.read(() -> nights.full(property, units, from, to));
    }

    private ClaimId newId() {
        return new ClaimId(identifiers.next());
    }
}
