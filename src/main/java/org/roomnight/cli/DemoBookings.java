package org.roomnight.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.StayDates;

/**
 * Some months of bookings around today. The same seed and the same day give the same bookings, but for the moments at
 * which the database stored them.
 */
final class DemoBookings {

    static final long SEED = 20_260_214L;

    /** Bookings begin this long before today, and end about this long after it, in days. */
    private static final int PAST = 40;

    private static final int FUTURE = 90;
    private static final int MOST_NIGHTS_EMPTY = 13;
    private static final int MOST_DAYS_AHEAD = 90;
    private static final int ONE_IN_CANCELLED = 14;
    private static final int CLASH_IN_DAYS = 14;
    private static final int FIRST_PAGE = 100;
    private static final int FIRST_PRICE = 240;
    private static final int PRICE_STEP = 70;

    /** Usual lengths of stay in nights, each as often as it happens. */
    private static final int[] LENGTHS = {1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 7, 7, 10, 14};

    private final Bookings bookings;
    private final Instant now;
    private final LocalDate today;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final DemoGuests guests = new DemoGuests(random);
    private int made;

    DemoBookings(Bookings bookings, InstantSource clock) {
        this.bookings = bookings;
        this.now = clock.instant();
        this.today = LocalDate.ofInstant(now, DemoHouse.ZONE);
    }

    /** Makes them, one unit after the other; answers how many there are. */
    int make(Property house, List<RoomType> rooms) {
        for (int kind = 0; kind < rooms.size(); kind++) {
            RoomType type = rooms.get(kind);
            for (int unit = 0; unit < type.quantity(); unit++) {
                fillUnit(house, type, FIRST_PRICE - kind * PRICE_STEP);
            }
            if (kind == 0) {
                sellTwice(house, type);
            }
        }
        return made;
    }

    /** Stays one after the other with gaps between them, so that no night asks for more units than there are. */
    private void fillUnit(Property house, RoomType type, int priceOfANight) {
        LocalDate arrival = today.minusDays(PAST).plusDays(random.nextInt(MOST_NIGHTS_EMPTY));
        while (arrival.isBefore(today.plusDays(FUTURE))) {
            int nights = LENGTHS[random.nextInt(LENGTHS.length)];
            StayDates dates = new StayDates(arrival, arrival.plusDays(nights));
            Fate fate = random.nextInt(ONE_IN_CANCELLED) == 0 ? Fate.CANCELLED : Fate.CONFIRMED;
            record(house, type, dates, priceOfANight, fate);
            arrival = dates.departure().plusDays(emptyNights());
        }
    }

    /** Two channels sold the only suite for the same two nights some weeks from now: what the demo exists to show. */
    private void sellTwice(Property house, RoomType suite) {
        LocalDate from = today.plusDays(CLASH_IN_DAYS);
        StayDates sold = bookings.list(house.id(), from, today.plusDays(FUTURE), null, FIRST_PAGE).stream()
                .filter(booking -> !booking.state().cancelled())
                .map(booking -> booking.roomStays().getFirst().dates())
                .filter(dates -> dates.arrival().isAfter(from) && dates.nights() >= 2)
                .findFirst()
                .orElseGet(() -> sellOnce(house, suite));
        StayDates again = new StayDates(sold.departure().minusDays(2), sold.departure());
        record(house, suite, again, FIRST_PRICE, Fate.CONFIRMED);
    }

    private StayDates sellOnce(Property house, RoomType suite) {
        LocalDate arrival = today.plusDays(FUTURE + MOST_NIGHTS_EMPTY + 1L);
        StayDates dates = new StayDates(arrival, arrival.plusDays(3));
        record(house, suite, dates, FIRST_PRICE, Fate.CONFIRMED);
        return dates;
    }

    /** Often none or few, now and then many. */
    private int emptyNights() {
        int most = random.nextInt(MOST_NIGHTS_EMPTY);
        return random.nextInt(most + 1);
    }

    /** What became of a booking. */
    private enum Fate {
        CONFIRMED,
        CANCELLED
    }

    private void record(Property house, RoomType type, StayDates dates, int priceOfANight, Fate fate) {
        Instant created = bookedAt(dates);
        Instant cancelledAt = created.plus(Duration.ofHours(20));
        boolean cancelled = fate == Fate.CANCELLED && cancelledAt.isBefore(now);
        List<StayFacts> stays = new ArrayList<>();
        stays.add(new StayFacts(type, dates, new Party(1 + random.nextInt(2), Math.max(0, random.nextInt(4) - 1)), 1));
        BookingFacts facts = new BookingFacts(
                guests.next(dates.nights(), priceOfANight),
                stays,
                created,
                cancelled,
                cancelled ? cancelledAt : null,
                null);
        bookings.record(house.id(), new BookingId(identifier()), facts);
        made++;
    }

    /** Some weeks before the arrival, but never in the future. */
    private Instant bookedAt(StayDates dates) {
        Instant arrival = dates.arrival().atStartOfDay(DemoHouse.ZONE).toInstant();
        Instant latest = arrival.isBefore(now) ? arrival : now;
        return latest.minus(Duration.ofMinutes(90L + random.nextInt(MOST_DAYS_AHEAD * 24 * 60)));
    }

    /** Version 4 by shape (RFC 9562 §5.4), though these are the same in every demo. */
    private UUID identifier() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
