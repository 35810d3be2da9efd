package org.roomnight.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimPlan;
import org.roomnight.availability.ClaimRequest;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.NightLedger;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;

final class JdbcBookings implements Bookings {

    /** Writes in which who has changed a room type places bookings; the chore does the rest. */
    static final int PLACED_WRITES = 10;

    private final Transactions transactions;
    private final BookingRows rows;
    private final RoomStayRows stays;
    private final NightLedger ledger;
    private final IdentifierSource identifiers;
    private final Recordings recordings;

    JdbcBookings(
            Database database,
            NightLedger ledger,
            IdentifierSource identifiers,
            Recordings recordings) {
        this.transactions = database.transactions();
        this.stays = new RoomStayRows(database.jdbc());
        this.rows = new BookingRows(database.jdbc(), stays);
        this.ledger = ledger;
        this.identifiers = identifiers;
        this.recordings = recordings;
    }

    @Override
    public <A> Sale<A> sell(PropertyId property, BookingId id, BookingFacts facts, Receipts<A> receipts) {
        Order<A> order = new Order<>(property, id, facts, receipts);
        Look<A> look = transactions.read(() -> look(order));
        return switch (look) {
            case Look.Decided<A>(Sale<A> sale) -> sale;
            case Look.Planned<A>(ClaimPlan plan) -> transactions.write(property, () -> decide(order, plan));
        };
    }

    /** Everything that a sale needs, so that its steps stay readable. */
    private record Order<A>(PropertyId property, BookingId id, BookingFacts facts, Receipts<A> receipts) {}

    /** What one snapshot shows of an order: an answer already, or a plan that the write has to try. */
    private sealed interface Look<A> {
        record Decided<A>(Sale<A> sale) implements Look<A> {}

        record Planned<A>(ClaimPlan plan) implements Look<A> {}
    }

    /** Receipt and nights are read in one snapshot: a retry of a sale that stands must find the sale. */
    private <A> Look<A> look(Order<A> order) {
        Optional<Sale<A>> before = order.receipts().earlier();
        if (before.isPresent()) {
            return new Look.Decided<>(before.get());
        }
        ClaimPlan plan = ledger.plan(order.property(), requests(order));
        return plan.taken().isEmpty() ? new Look.Planned<>(plan) : new Look.Decided<>(new Sale.Taken<>(plan.taken()));
    }

    private <A> Sale<A> decide(Order<A> order, ClaimPlan plan) {
        Optional<Sale<A>> before = order.receipts().earlier();
        if (before.isPresent()) {
            return before.get();
        }
        if (rows.find(order.property(), order.id()).isPresent()) {
            return new Sale.IdentifierUsed<>();
        }
        return switch (ledger.claim(order.property(), plan)) {
            case ClaimResult.Taken(var nights) -> new Sale.Taken<>(nights);
            case ClaimResult.Claimed(var claims) -> new Sale.Sold<>(store(order, claims));
        };
    }

    private <A> A store(Order<A> order, List<Claim> claims) {
        Booking booking = new Booking(
                order.id(),
                order.property(),
                order.facts().details(),
                RoomStays.of(
                        order.facts().stays(), claims.stream().map(Claim::id).toList(), null),
                recordings.state(order.facts(), null),
                order.facts().kept(),
                Version.FIRST);
        rows.save(booking);
        stays.insert(booking);
        return order.receipts().issue(booking, claims);
    }

    private List<ClaimRequest> requests(Order<?> order) {
        List<ClaimRequest> requests = new ArrayList<>();
        for (StayFacts stay : order.facts().stays()) {
            for (int unit = 0; unit < stay.quantity(); unit++) {
                requests.add(order.facts().request(new ClaimId(identifiers.next()), order.id(), stay));
            }
        }
        return requests;
    }

    @Override
    public Recording record(PropertyId property, BookingId id, BookingFacts facts) {
        return transactions.write(property, () -> recordings.record(property, id, facts));
    }

    @Override
    public Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected, @Nullable String said) {
        return transactions.write(property, () -> recordings.cancel(property, id, expected, said));
    }

    @Override
    public Placing place(
            PropertyId property, BookingId id, int position, RoomTypeId roomType, ExpectedVersion expected) {
        return transactions.write(property, () -> recordings.place(property, id, position, roomType, expected));
    }

    @Override
    public void placeWaiting() {
        transactions.read(stays::propertiesWithWaiting).forEach(property -> placeWaiting(property, Integer.MAX_VALUE));
    }

    @Override
    public void placeWaiting(PropertyId property) {
        placeWaiting(property, PLACED_WRITES);
    }

    private void placeWaiting(PropertyId property, int writes) {
        List<BookingId> placed = List.of();
        for (int i = 0; i < writes; i++) {
            List<BookingId> placeable = transactions.read(() -> recordings.placeable(property));
            if (placeable.isEmpty() || placeable.equals(placed)) {
                return;
            }
            placed = placeable;
            transactions.write(property, () -> {
                recordings.placeWaiting(property);
                return placeable;
            });
        }
    }

    @Override
    public Optional<Booking> find(PropertyId property, BookingId id) {
        return transactions.read(() -> rows.find(property, id));
    }

    @Override
    public List<Booking> list(
            PropertyId property, BookingFilter filter, @Nullable ListPosition after, int skip, int size) {
        return transactions.read(() -> rows.list(property, filter, after, skip, size));
    }
}
