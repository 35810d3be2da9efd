package org.roomnight.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimKind;
import org.roomnight.availability.ClaimPlan;
import org.roomnight.availability.ClaimRequest;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.NightLedger;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.booking.Booking.State;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;

final class JdbcBookings implements Bookings {

    /** Keys that are forgotten in one transaction at most, so that no booking waits long behind them. */
    static final int FORGOTTEN_AT_ONCE = 500;

    private final Transactions transactions;
    private final BookingRows rows;
    private final RoomStayRows stays;
    private final IdempotencyRows keys;
    private final NightLedger ledger;
    private final IdentifierSource identifiers;
    private final InstantSource clock;

    JdbcBookings(Database database, NightLedger ledger, IdentifierSource identifiers, InstantSource clock) {
        this.transactions = database.transactions();
        this.stays = new RoomStayRows(database.jdbc());
        this.rows = new BookingRows(database.jdbc(), stays);
        this.keys = new IdempotencyRows(database.jdbc(), clock);
        this.ledger = ledger;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    public Sale sell(
            PropertyId property,
            BookingId id,
            BookingFacts facts,
            BiFunction<Booking, List<Claim>, StoredAnswer> render,
            @Nullable IdempotencyKey key) {
        Order order = new Order(property, id, facts, render, key);
        Look look = transactions.read(() -> look(order));
        return switch (look) {
            case Look.Decided(Sale sale) -> sale;
            case Look.Planned(ClaimPlan plan) -> transactions.write(property, () -> decide(order, plan));
        };
    }

    /** Everything that a sale needs, so that its steps stay readable. */
    private record Order(
            PropertyId property,
            BookingId id,
            BookingFacts facts,
            BiFunction<Booking, List<Claim>, StoredAnswer> render,
            @Nullable IdempotencyKey key) {}

    /** What one snapshot shows of an order: an answer already, or a plan that the write has to try. */
    private sealed interface Look {
        record Decided(Sale sale) implements Look {}

        record Planned(ClaimPlan plan) implements Look {}
    }

    /** The key and the nights are read in one snapshot: a retry of a sale that stands must find the sale. */
    private Look look(Order order) {
        Optional<Sale> before = answeredBefore(order);
        if (before.isPresent()) {
            return new Look.Decided(before.get());
        }
        ClaimPlan plan = ledger.plan(order.property(), requests(order));
        return plan.taken().isEmpty() ? new Look.Planned(plan) : new Look.Decided(new Sale.Taken(plan.taken()));
    }

    private Optional<Sale> answeredBefore(Order order) {
        if (order.key() == null) {
            return Optional.empty();
        }
        return keys.find(order.property(), order.key())
                .map(remembered ->
                        remembered.sameRequest() ? new Sale.Replayed(remembered.answer()) : new Sale.KeyReused());
    }

    private Sale decide(Order order, ClaimPlan plan) {
        Optional<Sale> before = answeredBefore(order);
        if (before.isPresent()) {
            return before.get();
        }
        if (rows.find(order.property(), order.id()).isPresent()) {
            return new Sale.IdentifierUsed();
        }
        return switch (ledger.claim(order.property(), plan)) {
            case ClaimResult.Taken(var nights) -> new Sale.Taken(nights);
            case ClaimResult.Claimed(var claims) -> new Sale.Sold(store(order, claims));
        };
    }

    private StoredAnswer store(Order order, List<Claim> claims) {
        Booking booking = new Booking(
                order.id(),
                order.property(),
                order.facts().details(),
                roomStays(order.facts().stays(), claims.stream().map(Claim::id).toList()),
                state(order.facts(), null),
                Version.FIRST);
        rows.save(booking);
        stays.insert(booking);
        StoredAnswer answer = order.render().apply(booking, claims);
        if (order.key() != null) {
            keys.save(order.property(), order.key(), answer);
        }
        return answer;
    }

    private List<ClaimRequest> requests(Order order) {
        List<ClaimRequest> requests = new ArrayList<>();
        for (StayFacts stay : order.facts().stays()) {
            for (int unit = 0; unit < stay.quantity(); unit++) {
                requests.add(request(new ClaimId(identifiers.next()), order.id(), order.facts(), stay));
            }
        }
        return requests;
    }

    private static ClaimRequest request(ClaimId claim, BookingId booking, BookingFacts facts, StayFacts stay) {
        return new ClaimRequest(
                claim, ClaimKind.ROOM_STAY, booking.value(), stay.roomType(), stay.dates(), facts.label(stay));
    }

    /** Stays with their claims; {@code claims} has one a unit, in the order of the stays. */
    private static List<RoomStay> roomStays(List<StayFacts> stays, List<ClaimId> claims) {
        List<RoomStay> answer = new ArrayList<>();
        int next = 0;
        for (StayFacts stay : stays) {
            answer.add(new RoomStay(
                    stay.roomType().id(),
                    stay.roomType().name(),
                    stay.dates(),
                    stay.party(),
                    claims.isEmpty() ? List.of() : claims.subList(next, next + stay.quantity())));
            next += stay.quantity();
        }
        return answer;
    }

    private State state(BookingFacts facts, @Nullable Booking stored) {
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

    @Override
    public Recording record(PropertyId property, BookingId id, BookingFacts facts) {
        return transactions.write(
                property,
                () -> rows.find(property, id)
                        .map(stored -> change(stored, facts))
                        .orElseGet(() -> new Recording.Created(write(property, id, facts, null))));
    }

    private Recording change(Booking stored, BookingFacts facts) {
        Long known = stored.state().sourceVersion();
        Long said = facts.sourceVersion();
        if (known != null && said != null && said < known) {
            return new Recording.OlderThanStored(known);
        }
        boolean newer = said != null && (known == null || said > known);
        if (stored.state().cancelled() && !facts.cancelled() && !newer) {
            return new Recording.AlreadyCancelled();
        }
        return new Recording.Changed(write(stored.property(), stored.id(), facts, stored));
    }

    private Booking write(PropertyId property, BookingId id, BookingFacts facts, @Nullable Booking stored) {
        List<ClaimId> claims =
                facts.cancelled() ? releaseAll(property, facts, stored) : moveClaims(property, id, facts, stored);
        Booking now = new Booking(
                id,
                property,
                facts.details(),
                roomStays(facts.stays(), claims),
                state(facts, stored),
                stored == null ? Version.FIRST : stored.version().next());
        if (stored != null && sameApartFromVersion(stored, now)) {
            return stored;
        }
        rows.save(now);
        stays.replace(now);
        return now;
    }

    private static boolean sameApartFromVersion(Booking stored, Booking now) {
        State state = new State(
                now.state().cancelledAt(),
                now.state().sourceVersion(),
                now.state().createdAt(),
                stored.state().changedAt());
        return stored.equals(
                new Booking(now.id(), now.property(), now.details(), now.roomStays(), state, stored.version()));
    }

    /** Frees the nights; the claims' identifiers stay with the booking, so that its room stays remain readable. */
    private List<ClaimId> releaseAll(PropertyId property, BookingFacts facts, @Nullable Booking stored) {
        List<ClaimId> known = stored == null ? List.of() : stored.claims();
        ledger.change(property, List.of(), known);
        int wanted = facts.stays().stream().mapToInt(StayFacts::quantity).sum();
        List<ClaimId> claims = new ArrayList<>(known.subList(0, Math.min(known.size(), wanted)));
        while (claims.size() < wanted) {
            claims.add(new ClaimId(identifiers.next()));
        }
        return claims;
    }

    private List<ClaimId> moveClaims(PropertyId property, BookingId id, BookingFacts facts, @Nullable Booking stored) {
        ClaimMatching matching = new ClaimMatching(facts.stays(), held(stored));
        List<ClaimRequest> wanted = matching.matches().stream()
                .map(match -> request(claimOf(match), id, facts, match.stay()))
                .toList();
        ledger.change(property, wanted, matching.left().stream().map(Claim::id).toList());
        return wanted.stream().map(ClaimRequest::id).toList();
    }

    private ClaimId claimOf(ClaimMatching.Match match) {
        return match.claim() == null
                ? new ClaimId(identifiers.next())
                : match.claim().id();
    }

    /** The claims of a booking in the order of its room stays, so that saying the same again matches each to itself. */
    private List<Claim> held(@Nullable Booking stored) {
        if (stored == null) {
            return List.of();
        }
        List<ClaimId> order = stored.claims();
        return ledger.ofHolder(stored.property(), stored.id().value()).stream()
                .sorted(Comparator.comparingInt(claim -> order.indexOf(claim.id())))
                .toList();
    }

    @Override
    public Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected) {
        return transactions.write(
                property,
                () -> rows.find(property, id)
                        .map(stored -> cancel(stored, expected))
                        .orElseGet(Cancellation.Unknown::new));
    }

    private Cancellation cancel(Booking stored, ExpectedVersion expected) {
        if (stored.state().cancelled()) {
            return new Cancellation.Cancelled(stored);
        }
        if (!expected.accepts(stored.version())) {
            return new Cancellation.Stale();
        }
        ledger.change(stored.property(), List.of(), stored.claims());
        Instant now = now();
        Booking cancelled = new Booking(
                stored.id(),
                stored.property(),
                stored.details(),
                stored.roomStays(),
                new State(now, stored.state().sourceVersion(), stored.state().createdAt(), now),
                stored.version().next());
        rows.save(cancelled);
        return new Cancellation.Cancelled(cancelled);
    }

    @Override
    public Optional<Booking> find(PropertyId property, BookingId id) {
        return transactions.read(() -> rows.find(property, id));
    }

    @Override
    public List<Booking> list(
            PropertyId property, LocalDate from, LocalDate to, @Nullable ListPosition after, int size) {
        return transactions.read(() -> rows.list(property, from, to, after, size));
    }

    @Override
    public int forgetOldKeys() {
        int forgotten = 0;
        for (int step = FORGOTTEN_AT_ONCE; step == FORGOTTEN_AT_ONCE; forgotten += step) {
            step = transactions.writeShared(() -> keys.forgetOld(FORGOTTEN_AT_ONCE));
        }
        return forgotten;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
