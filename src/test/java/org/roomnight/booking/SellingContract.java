package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.ABooking;
import org.roomnight.availability.TakenNights;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.http.StoredAnswer;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.Version;

/** What both databases promise of a sale: all that was asked for, or nothing and the nights that are missing. */
interface SellingContract extends BookingsOfAHouse {

    @Test
    default void a_sold_booking_is_found_as_it_was_sent() {
        RoomType suite = house().roomType("Suite", 3);
        BookingId id = house().newBookingId();
        ABooking sent = aBooking(
                aStay().of(3).nights().of(2).units().in(suite),
                aStay().after(1).of(4).adults().in(suite));

        assertThat(sell(id, sent, null)).isInstanceOf(Sale.Sold.class);

        Booking found = stored(id);
        assertThat(found.details()).isEqualTo(sent.facts().details());
        assertThat(found.version()).isEqualTo(Version.FIRST);
        assertThat(found.state().cancelled()).isFalse();
        assertThat(found.state().createdAt()).isEqualTo(house().clock().instant());
        assertThat(found.roomStays()).extracting(RoomStay::quantity).containsExactly(2, 1);
        assertThat(found.roomStays()).extracting(stay -> stay.party().adults()).containsExactly(2, 4);
        assertThat(claims(found)).hasSize(3).allMatch(claim -> claim.holder().equals(id));
    }

    @Test
    default void a_sale_is_all_or_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        RoomType twin = house().roomType("Twin", 2);
        house().sell(aBooking(aStay().after(1).in(suite)));
        BookingId id = house().newBookingId();

        Sale<StoredAnswer> sale =
                sell(id, aBooking(aStay().in(twin), aStay().of(2).nights().in(suite)), null);

        assertThat(sale)
                .isEqualTo(
                        new Sale.Taken<StoredAnswer>(List.of(new TakenNights(suite.id(), List.of(USUAL.plusDays(1))))));
        assertThat(bookings().find(house().id(), id)).isEmpty();
        assertThat(free(twin, 2)).containsExactly(2, 2);
        assertThat(free(suite, 2)).containsExactly(1, 0);
    }

    @Test
    default void a_used_identifier_sells_nothing() {
        RoomType suite = house().roomType("Suite", 2);
        BookingId id = house().newBookingId();
        sell(id, aBooking(aStay().in(suite)), null);

        assertThat(sell(id, aBooking(aStay().in(suite)), null)).isEqualTo(new Sale.IdentifierUsed<StoredAnswer>());
        assertThat(free(suite, 1)).containsExactly(1);
    }
}
