package org.roomnight.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimPlan;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.NightLedger;
import org.roomnight.availability.TakenNights;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ListPosition;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.KeysetPage;
import org.roomnight.storage.Transactions;

/** The bookings of a property. */
public final class Bookings {

    /** Writes in which who has changed a room type places bookings; the chore does the rest. */
    static final int PLACED_WRITES = 10;

    private final Transactions transactions;
    private final BookingRows rows;
    private final RoomStayRows stays;
    private final NightLedger ledger;
    private final Recordings recordings;

    Bookings(Database database, NightLedger ledger, Recordings recordings) {
        this.transactions = database.transactions();
        this.stays = new RoomStayRows(database.jdbc());
        this.rows = new BookingRows(database.jdbc(), stays);
        this.ledger = ledger;
        this.recordings = recordings;
    }

    /**
     * Sells: every night of every room stay, or none. The receipt is issued inside the transaction, so that who sends the
     * sale again gets the same one and buys nothing twice.
     */
    public <A> Sale<A> sell(PropertyId property, BookingId id, BookingFacts facts, Receipts<A> receipts) {
        Order<A> order = new Order<>(property, id, facts, receipts);
        Look<A> look = transactions.read(() -> look(order));
        return switch (look) {
            case Look.Decided<A>(Sale<A> sale) -> sale;
            case Look.Planned<A>(ClaimPlan plan) -> transactions.write(property, () -> decide(order, plan));
        };
    }

    /** How a sale ended. */
    public sealed interface Sale<A> {
        record Sold<A>(A answer) implements Sale<A> {}

        /** The same sale was sent before: this was the answer. */
        record Replayed<A>(A answer) implements Sale<A> {}

        /** Nothing was sold, because these nights are taken. */
        record Taken<A>(List<TakenNights> nights) implements Sale<A> {
            public Taken {
                nights = List.copyOf(nights);
            }
        }

        /** The key was used before with another request; nothing was sold. */
        record KeyReused<A>() implements Sale<A> {}

        /** There is already a booking of that identifier; nothing was sold. */
        record IdentifierUsed<A>() implements Sale<A> {}
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
        ClaimPlan plan = ledger.plan(
                order.property(), order.id(), order.facts().wanted(order.facts().stays()));
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

    /**
     * Records a booking that exists elsewhere. Never refused because of taken nights: those become double bookings.
     * A stay whose room type nobody can tell is kept without one. One that is cancelled and recorded as not cancelled is
     * a booking again. Saying the same thing twice changes nothing.
     */
    public Recording record(PropertyId property, BookingId id, BookingFacts facts) {
        return transactions.write(property, () -> recordings.record(property, id, facts));
    }

    /** How a recording ended. */
    public sealed interface Recording {
        record Created(Booking now) implements Recording {}

        record Changed(Booking now) implements Recording {}

        /** Something newer is stored; nothing was changed. */
        record OlderThanStored(long storedSourceVersion) implements Recording {}
    }

    /**
     * Cancels and frees the nights; a booking that is cancelled already stays as it is. {@code said} is kept, as JSON.
     */
    public Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected, @Nullable String said) {
        return transactions.write(property, () -> recordings.cancel(property, id, expected, said));
    }

    /** With nothing said of it. */
    public Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected) {
        return cancel(property, id, expected, null);
    }

    /** How a cancellation ended. */
    public sealed interface Cancellation {
        record Cancelled(Booking now) implements Cancellation {}

        record Unknown() implements Cancellation {}

        record Stale() implements Cancellation {}
    }

    /** Gives the stay at a position (from 0) its room; its nights are taken as those of a fact. */
    public Placing place(
            PropertyId property, BookingId id, int position, RoomTypeId roomType, ExpectedVersion expected) {
        return transactions.write(property, () -> recordings.place(property, id, position, roomType, expected));
    }

    /** How it ended. */
    public sealed interface Placing {
        record Placed(Booking now) implements Placing {}

        /** There is no such booking, stay or room type. */
        record Unknown() implements Placing {}

        record Stale() implements Placing {}

        /** The stay has another room, or none because the booking is cancelled; nothing was changed. */
        record NotWaiting() implements Placing {}
    }

    /**
     * Gives stays their rooms that wait for one and have a room type of their name or rate by now, in short writes. A change
     * of a room type does so itself, for the first of them; this does the rest.
     */
    public void placeWaiting() {
        transactions.read(stays::propertiesWithWaiting).forEach(property -> placeWaiting(property, Integer.MAX_VALUE));
    }

    /** The same of one property, for some hundred bookings: for who has just changed a room type. */
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

    public Optional<Booking> find(PropertyId property, BookingId id) {
        return transactions.read(() -> rows.find(property, id));
    }

    /** Bookings of a filter by first arrival and identifier, from after a position and without the first {@code skip}. */
    public List<Booking> list(
            PropertyId property, BookingFilter filter, @Nullable ListPosition after, int skip, int size) {
        return transactions.read(() -> rows.list(property, filter, new KeysetPage(after, size), skip));
    }

    /** Bookings with a night in [from, to), cancelled ones too. */
    public List<Booking> list(
            PropertyId property, LocalDate from, LocalDate to, @Nullable ListPosition after, int size) {
        return list(property, new BookingFilter(from, to, BookingFilter.State.ALL, null), after, 0, size);
    }

    /** Where the page after this booking begins. */
    public static ListPosition position(Booking booking) {
        return new ListPosition(
                booking.roomStays().stream()
                        .map(stay -> stay.dates().arrival())
                        .min(LocalDate::compareTo)
                        .orElse(StayDates.EARLIEST),
                booking.id().value());
    }
}
