package org.roomnight.booking;

import static org.roomnight.AStay.USUAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.ABooking;
import org.roomnight.TestHouse;
import org.roomnight.availability.Claim;
import org.roomnight.booking.Bookings.Cancellation;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.http.IdempotencyKey;
import org.roomnight.http.StoredAnswer;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;

/** A house whose bookings are asked for, in the words that the contracts of bookings share. */
interface BookingsOfAHouse {

    TestHouse house();

    default Bookings bookings() {
        return house().bookings();
    }

    default Booking stored(BookingId id) {
        return bookings().find(house().id(), id).orElseThrow();
    }

    default List<Claim> claims(Booking booking) {
        return booking.claims().stream()
                .flatMap(claim -> house().ledger().find(house().id(), claim).stream())
                .toList();
    }

    default Sale<StoredAnswer> sell(BookingId id, ABooking booking, @Nullable IdempotencyKey key) {
        return house().sell(id, booking.facts(), key);
    }

    default Cancellation cancel(Booking booking) {
        return bookings().cancel(house().id(), booking.id(), new ExpectedVersion.Exactly(booking.version()));
    }

    default List<Integer> free(RoomType type, int nights) {
        return house().available(type, USUAL, nights);
    }
}
