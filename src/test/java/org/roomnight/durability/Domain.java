package org.roomnight.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roomnight.TestReceipts;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.Price;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.booking.Bookings.Cancellation;
import org.roomnight.booking.Bookings.Recording;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.calendar.CalendarSettings;
import org.roomnight.calendar.Quotas;
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
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.TimeOrderedIdentifiers;
import org.roomnight.storage.Database;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.History;
import org.roomnight.storage.InstanceLock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The server without its doors: the same modules, wired as in the server, the same group commit, the same lock on the
 * file. Only HTTP, tokens and JSON are missing.
 */
final class Domain implements Door, AutoCloseable {

    private static final String PACKAGE = "org.roomnight.";
    private static final List<String> MODULES =
            List.of("storage", "cluster", "inventory", "availability", "booking", "conflict", "calendar");

    private final InstanceLock lock;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private @Nullable House house;

    Domain(DatabaseAddress address, Path folder) {
        this.lock = InstanceLock.acquire(address);
        InstantSource clock = InstantSource.system();
        context.registerBean(DatabaseAddress.class, () -> address);
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(MonotonicClock.class, () -> MonotonicClock.SYSTEM);
        context.registerBean(IdentifierSource.class, () -> new TimeOrderedIdentifiers(clock, new SecureRandom()));
        context.registerBean(
                CalendarSettings.class, () -> new CalendarSettings(folder.resolve("calendars"), Quotas.STANDARD));
        context.registerBean(History.class, () -> {
            History history =
                    new History(context.getBean(Database.class), folder.resolve("history"), clock, new SecureRandom());
            history.begin();
            return history;
        });
        context.registerBean(Replays.class, () -> new Replays(context.getBean(Database.class), clock));
        context.scan(MODULES.stream().map(PACKAGE::concat).toArray(String[]::new));
        context.refresh();
    }

    static Domain onSqlite(Path folder) {
        return new Domain(DatabaseAddress.sqlite(folder.resolve("roomnight.db")), folder);
    }

    /** Makes the house; {@code token} is put into it as it is. */
    House makeHouse(String token) {
        UUID managingEntity = UUID.randomUUID();
        var account = context.getBean(Accounts.class).create("Harbour");
        var facts = new PropertyFacts(
                "Harbour House", ZoneId.of("Europe/Lisbon"), LocalTime.of(15, 0), LocalTime.of(11, 0));
        PutResult<Property> put = context.getBean(Properties.class)
                .put(account.id(), new ManagingEntityId(managingEntity), facts, new ExpectedVersion.Unsaid());
        if (!(put instanceof PutResult.Created<Property>(Property property))) {
            throw new IllegalStateException(put.toString());
        }
        UUID wide = roomType(property.id(), "Wide", House.WIDE_UNITS);
        UUID hot = roomType(property.id(), "Hot", House.HOT_UNITS);
        return new House(managingEntity, property.id().value(), wide, hot, token);
    }

    private UUID roomType(PropertyId property, String name, int units) {
        UUID id = UUID.randomUUID();
        List<String> names =
                IntStream.rangeClosed(1, units).mapToObj(Integer::toString).toList();
        context.getBean(RoomTypes.class)
                .put(property, new RoomTypeId(id), new RoomTypeFacts(name, names, null), new ExpectedVersion.Unsaid());
        return id;
    }

    void serve(House served) {
        this.house = served;
    }

    @Override
    public Answer ask(Operation operation) {
        PropertyId property = new PropertyId(house().property());
        BookingId id = new BookingId(operation.booking());
        return switch (operation.kind()) {
            case SELL -> sell(property, operation);
            case RECORD -> record(bookings().record(property, id, facts(operation)));
            case CANCEL -> cancelled(bookings().cancel(property, id, new ExpectedVersion.Any()));
        };
    }

    private House house() {
        if (house == null) {
            throw new IllegalStateException("no house to serve");
        }
        return house;
    }

    private Bookings bookings() {
        return context.getBean(Bookings.class);
    }

    private Answer sell(PropertyId property, Operation operation) {
        BookingId id = new BookingId(context.getBean(IdentifierSource.class).next());
        var key = new IdempotencyKey("client", "POST /booking", operation.code(), operation.toLine());
        Sale<StoredAnswer> sale = bookings()
                .sell(
                        property,
                        id,
                        facts(operation),
                        new TestReceipts(
                                context.getBean(Replays.class),
                                property,
                                key,
                                booking -> booking.id().toString()));
        return switch (sale) {
            case Sale.Sold<StoredAnswer>(StoredAnswer answer) -> Answer.done(201, bookingIn(answer), false);
            case Sale.Replayed<StoredAnswer>(StoredAnswer answer) -> Answer.done(201, bookingIn(answer), true);
            case Sale.Taken<StoredAnswer> taken -> Answer.of(Answer.Kind.REFUSED, 409, taken.toString());
            case Sale.KeyReused<StoredAnswer> _, Sale.IdentifierUsed<StoredAnswer> _ ->
                Answer.of(Answer.Kind.REFUSED, 422, sale.toString());
        };
    }

    private static UUID bookingIn(StoredAnswer answer) {
        return UUID.fromString(new String(answer.body(), UTF_8));
    }

    private static Answer record(Recording recording) {
        return switch (recording) {
            case Recording.Created(Booking now) -> Answer.done(201, now.id().value(), false);
            case Recording.Changed(Booking now) -> Answer.done(200, now.id().value(), false);
            case Recording.OlderThanStored _ -> Answer.of(Answer.Kind.REFUSED, 422, recording.toString());
        };
    }

    private static Answer cancelled(Cancellation cancellation) {
        return switch (cancellation) {
            case Cancellation.Cancelled(Booking now) ->
                Answer.done(200, now.id().value(), false);
            case Cancellation.Unknown _, Cancellation.Stale _ ->
                Answer.of(Answer.Kind.REFUSED, 422, cancellation.toString());
        };
    }

    private BookingFacts facts(Operation operation) {
        PropertyId property = new PropertyId(house().property());
        RoomType roomType = context.getBean(RoomTypes.class)
                .find(property, new RoomTypeId(operation.roomType()))
                .orElseThrow();
        var details =
                new Details(operation.code(), new Guest("Robin", null, null, null), null, null, new Price(null, null));
        var stay = new BookingFacts.StayFacts(
                roomType, new StayDates(operation.arrival(), operation.departure()), new Party(1, 0), 1);
        return new BookingFacts(details, List.of(stay), null, false, null, null);
    }

    @Override
    public void close() {
        context.close(); // closes the database too
        lock.close();
    }
}
