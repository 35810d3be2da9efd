package org.roomnight;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.NightLedger;
import org.roomnight.block.Blocks;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.conflict.Clashes;
import org.roomnight.conflict.DoubleBookings;
import org.roomnight.http.IdempotencyKey;
import org.roomnight.http.Replays;
import org.roomnight.http.StoredAnswer;
import org.roomnight.inventory.Accounts;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.inventory.PutResult;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomType.RoomTypeFacts;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.TimeOrderedIdentifiers;
import org.roomnight.storage.Database;
import org.roomnight.storage.TestDatabases;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A new property in a real database, with everything that the domain modules wire, a clock that the test ticks and
 * identifiers from a seed. Houses share one database for each product, as properties do in life.
 */
public final class TestHouse implements AutoCloseable {

    private static final List<String> DOMAIN = List.of(
            "org.roomnight.inventory",
            "org.roomnight.availability",
            "org.roomnight.booking",
            "org.roomnight.block",
            "org.roomnight.conflict");
    private static final AtomicLong HOUSES = new AtomicLong();

    private final TickingClock clock = new TickingClock();
    private final IdentifierSource identifiers;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Database database;
    private final Property property;

    private TestHouse(Database database, long seed) {
        this.database = database;
        this.identifiers = new TimeOrderedIdentifiers(clock, new Random(seed));
        context.getBeanFactory().registerSingleton("database", database); // so that closing the house leaves it open
        context.getBeanFactory().registerSingleton("clock", clock);
        context.getBeanFactory().registerSingleton("identifiers", identifiers);
        context.scan(DOMAIN.toArray(String[]::new));
        context.refresh();
        this.property = newProperty();
    }

    /** A house in a database that the caller closes. */
    public static TestHouse in(Database database) {
        return in(database, HOUSES.incrementAndGet());
    }

    /** Two processes on one database need different seeds. */
    public static TestHouse in(Database database, long seed) {
        return new TestHouse(database, seed);
    }

    public static TestHouse onSqlite() {
        return in(TestDatabases.sharedSqlite());
    }

    public static TestHouse onPostgres() {
        return in(TestDatabases.sharedPostgres());
    }

    private Property newProperty() {
        AccountId account =
                context.getBean(Accounts.class).create("Sample Hotels").id();
        PropertyFacts facts = new PropertyFacts(
                "Harbour House", ZoneId.of("Europe/Lisbon"), LocalTime.of(15, 0), LocalTime.of(11, 0));
        PutResult<Property> put = properties()
                .put(account, new ManagingEntityId(identifiers.next()), facts, new ExpectedVersion.Unsaid());
        if (put instanceof PutResult.Created(Property made)) {
            return made;
        }
        throw new IllegalStateException("the property was not made: " + put);
    }

    public PropertyId id() {
        return property.id();
    }

    public Property property() {
        return property;
    }

    public TickingClock clock() {
        return clock;
    }

    public IdentifierSource identifiers() {
        return identifiers;
    }

    public Database database() {
        return database;
    }

    public Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    public Properties properties() {
        return context.getBean(Properties.class);
    }

    public RoomTypes roomTypes() {
        return context.getBean(RoomTypes.class);
    }

    public NightLedger ledger() {
        return context.getBean(NightLedger.class);
    }

    public Bookings bookings() {
        return context.getBean(Bookings.class);
    }

    public Blocks blocks() {
        return context.getBean(Blocks.class);
    }

    public DoubleBookings doubleBookings() {
        return context.getBean(DoubleBookings.class);
    }

    public Clashes clashes() {
        return context.getBean(Clashes.class);
    }

    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return database.transactions().write(id(), work);
    }

    /** A new room type with units named 1, 2, 3... */
    public RoomType roomType(String name, int quantity) {
        return roomType(new RoomTypeId(identifiers.next()), name, RoomTypeFacts.numbered(quantity));
    }

    public RoomType roomType(RoomTypeId id, String name, List<String> units) {
        PutResult<RoomType> put =
                roomTypes().put(id(), id, new RoomTypeFacts(name, units, null), new ExpectedVersion.Unsaid());
        if (put instanceof PutResult.Created(RoomType made)) {
            return made;
        }
        throw new IllegalStateException("the room type was not made: " + put);
    }

    /** Asks for other units, whatever is stored. */
    public PutResult<RoomType> resize(RoomType roomType, List<String> units) {
        RoomTypeFacts facts = new RoomTypeFacts(roomType.name(), units, roomType.color());
        return roomTypes().put(id(), roomType.id(), facts, new ExpectedVersion.Any());
    }

    public PutResult<RoomType> resize(RoomType roomType, int quantity) {
        return resize(roomType, RoomTypeFacts.numbered(quantity));
    }

    public RoomType stored(RoomType roomType) {
        return roomTypes().find(id(), roomType.id()).orElseThrow();
    }

    public BookingId newBookingId() {
        return new BookingId(identifiers.next());
    }

    public Bookings.Sale<StoredAnswer> sell(ABooking booking) {
        return sell(newBookingId(), booking.facts(), null);
    }

    public Bookings.Sale<StoredAnswer> sell(BookingId id, BookingFacts facts, @Nullable IdempotencyKey key) {
        return bookings().sell(id(), id, facts, new TestReceipts(replays(), id(), key, TestHouse::text));
    }

    /** Records a booking and answers what is stored of it. */
    public Booking record(ABooking booking) {
        return record(newBookingId(), booking);
    }

    public Booking record(BookingId id, ABooking booking) {
        return switch (bookings().record(id(), id, booking.facts())) {
            case Bookings.Recording.Created(Booking now) -> now;
            case Bookings.Recording.Changed(Booking now) -> now;
            case Bookings.Recording.OlderThanStored refusal -> throw new IllegalStateException(refusal.toString());
        };
    }

    private static String text(Booking booking) {
        return booking.id() + " " + booking.details().guest().lastName();
    }

    /** The answers that are kept for requests that are sent again. */
    public Replays replays() {
        return new Replays(database, clock);
    }

    /** How many units of a room type can still be sold on each night. */
    public List<Integer> available(RoomType roomType, LocalDate from, int nights) {
        return ledger().count(id(), List.of(stored(roomType)), new StayDates(from, from.plusDays(nights))).stream()
                .map(count -> count.available())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
