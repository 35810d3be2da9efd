package org.roomnight.booking;

import static org.roomnight.ABooking.aBooking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.roomnight.AStay;
import org.roomnight.TestHouse;
import org.roomnight.availability.Claim;
import org.roomnight.availability.OnTaken;
import org.roomnight.block.BlockFacts;
import org.roomnight.block.BlockReason;
import org.roomnight.block.Blocks;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.booking.SaleAttempt.Outcome;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.storage.Database;
import org.roomnight.storage.DatabaseAddress;

/** Clients that fight for the last units; they note what they were told in journals of their own. */
final class RacingClients {

    static final int CALENDAR_NIGHTS = 12;

    private final Bookings bookings;
    private final @Nullable Blocks blocks;
    private final PropertyId property;
    private final RoomType roomType;

    RacingClients(Bookings bookings, PropertyId property, RoomType roomType) {
        this(bookings, null, property, roomType);
    }

    /** With blocks every second client blocks where the others sell. */
    RacingClients(Bookings bookings, @Nullable Blocks blocks, PropertyId property, RoomType roomType) {
        this.bookings = bookings;
        this.blocks = blocks;
        this.property = property;
        this.roomType = roomType;
    }

    List<SaleAttempt> race(int threads, int attempts, long seed) {
        List<Future<List<SaleAttempt>>> journals = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int client = 0; client < threads; client++) {
                Random random = new Random(seed * 1_000 + client);
                Taker taker = blocks == null || client % 2 == 0 ? seller() : blocker(blocks);
                journals.add(pool.submit(() -> run(taker, random, attempts)));
            }
        }
        List<SaleAttempt> all = new ArrayList<>();
        for (Future<List<SaleAttempt>> journal : journals) {
            try {
                all.addAll(journal.get());
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException("a client was told neither yes nor no", failure);
            }
        }
        return all;
    }

    /** Mostly single nights; now and then a longer stay; sometimes a sold booking is given back. */
    private static List<SaleAttempt> run(Taker taker, Random random, int attempts) {
        List<SaleAttempt> journal = new ArrayList<>();
        List<SaleAttempt> mine = new ArrayList<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
            if (!mine.isEmpty() && random.nextInt(3) == 0) {
                journal.add(cancel(taker, mine.remove(random.nextInt(mine.size()))));
                continue;
            }
            int nights = random.nextInt(4) == 0 ? 3 : 1;
            LocalDate arrival = AStay.USUAL.plusDays(random.nextInt(CALENDAR_NIGHTS - nights + 1));
            SaleAttempt told = sell(taker, new StayDates(arrival, arrival.plusDays(nights)), random);
            journal.add(told);
            if (told.outcome() == Outcome.SOLD) {
                mine.add(told);
            }
        }
        return journal;
    }

    /** One way to take nights, all of them or none, and to give them back. */
    private interface Taker {

        boolean take(UUID id, StayDates dates);

        void giveBack(UUID id);
    }

    /** Nobody asks what was sold, or sends a sale again. */
    private static final class NoReceipts implements Receipts<Boolean> {

        @Override
        public Optional<Sale<Boolean>> earlier() {
            return Optional.empty();
        }

        @Override
        public Boolean issue(Booking booking, List<Claim> claims) {
            return true;
        }
    }

    private Taker seller() {
        return new Taker() {

            @Override
            public boolean take(UUID id, StayDates dates) {
                AStay stay = new AStay(
                        dates.arrival(), dates.nights(), 1, AStay.aStay().party());
                BookingFacts facts = aBooking(stay.in(roomType)).facts();
                return bookings.sell(property, new BookingId(id), facts, new NoReceipts()) instanceof Sale.Sold;
            }

            @Override
            public void giveBack(UUID id) {
                bookings.cancel(property, new BookingId(id), new ExpectedVersion.Any());
            }
        };
    }

    private Taker blocker(Blocks blocks) {
        return new Taker() {

            @Override
            public boolean take(UUID id, StayDates dates) {
                BlockFacts facts = BlockFacts.of(roomType.id(), null, List.of(dates), BlockReason.OTHER, null);
                return blocks.put(property, new BlockId(id), facts, OnTaken.REFUSE, new ExpectedVersion.Unsaid())
                        instanceof Blocking.Created;
            }

            @Override
            public void giveBack(UUID id) {
                blocks.remove(property, new BlockId(id), new ExpectedVersion.Any());
            }
        };
    }

    private static SaleAttempt sell(Taker taker, StayDates dates, Random random) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        long began = System.nanoTime();
        Outcome outcome = taker.take(id, dates) ? Outcome.SOLD : Outcome.REFUSED;
        return new SaleAttempt(id, dates, outcome, began, System.nanoTime());
    }

    private static SaleAttempt cancel(Taker taker, SaleAttempt sold) {
        long began = System.nanoTime();
        taker.giveBack(sold.booking());
        return new SaleAttempt(sold.booking(), sold.dates(), Outcome.CANCELLED, began, System.nanoTime());
    }

    /** The second process: database URL, user, property, room type, threads, attempts, seed. Prints its journal. */
    public static void main(String[] args) {
        DatabaseAddress address = new DatabaseAddress.Postgres(args[0], args[1], null);
        PropertyId property = new PropertyId(UUID.fromString(args[2]));
        long seed = Long.parseLong(args[6]);
        try (Database database = Database.open(address);
                TestHouse house = TestHouse.in(database, Long.MAX_VALUE - seed)) {
            RoomType roomType = house.roomTypes()
                    .find(property, new RoomTypeId(UUID.fromString(args[3])))
                    .orElseThrow();
            System.out.println("ready");
            new RacingClients(house.bookings(), property, roomType)
                    .race(Integer.parseInt(args[4]), Integer.parseInt(args[5]), seed)
                    .forEach(attempt -> System.out.println("journal " + attempt.line()));
        }
    }
}
