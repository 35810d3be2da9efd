package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.aStay;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.roomnight.ABooking;
import org.roomnight.TestHouse;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.http.IdempotencyKey;
import org.roomnight.http.OldKeys;
import org.roomnight.http.Replays;
import org.roomnight.http.StoredAnswer;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;

/**
 * What both databases promise of a repeated sale: within seven days its key gets the same answer and no second
 * booking.
 */
interface IdempotencyContract extends BookingsOfAHouse {

    private static IdempotencyKey key(String name, String fingerprint) {
        return new IdempotencyKey("client-a", "POST /booking", name, fingerprint);
    }

    private static void assertReplayed(Sale<StoredAnswer> again, Sale<StoredAnswer> first) {
        StoredAnswer told = ((Sale.Sold<StoredAnswer>) first).answer();
        StoredAnswer replayed = ((Sale.Replayed<StoredAnswer>) again).answer();
        assertThat(replayed.status()).isEqualTo(told.status());
        assertThat(replayed.etag()).isEqualTo(told.etag());
        assertThat(replayed.body()).isEqualTo(told.body());
    }

    @Test
    default void a_repeated_key_gets_the_same_bytes_and_sells_nothing_twice() {
        RoomType suite = house().roomType("Suite", 2);
        ABooking booking = aBooking(aStay().in(suite));
        Sale<StoredAnswer> first = sell(house().newBookingId(), booking, key("k1", "same"));
        house().clock().tick(Replays.KEPT.minusMillis(1));

        Sale<StoredAnswer> again = sell(house().newBookingId(), booking, key("k1", "same"));

        assertReplayed(again, first);
        assertThat(free(suite, 1)).containsExactly(1);
    }

    @Test
    default void a_repeated_key_is_answered_even_when_the_house_is_full() {
        RoomType suite = house().roomType("Suite", 1);
        ABooking booking = aBooking(aStay().in(suite));
        Sale<StoredAnswer> first = sell(house().newBookingId(), booking, key("k1", "same"));

        assertReplayed(sell(house().newBookingId(), booking, key("k1", "same")), first);
    }

    @Test
    default void a_key_for_another_request_is_refused() {
        RoomType suite = house().roomType("Suite", 2);
        sell(house().newBookingId(), aBooking(aStay().in(suite)), key("k1", "one"));

        assertThat(sell(house().newBookingId(), aBooking(aStay().in(suite)), key("k1", "other")))
                .isEqualTo(new Sale.KeyReused<StoredAnswer>());
        assertThat(free(suite, 1)).containsExactly(1);
    }

    @Test
    default void a_key_belongs_to_one_client_one_route_and_one_property() {
        RoomType suite = house().roomType("Suite", 3);
        ABooking booking = aBooking(aStay().in(suite));
        sell(house().newBookingId(), booking, key("k1", "same"));

        assertThat(sell(house().newBookingId(), booking, new IdempotencyKey("client-b", "POST /booking", "k1", "same")))
                .isInstanceOf(Sale.Sold.class);
        assertThat(sell(house().newBookingId(), booking, new IdempotencyKey("client-a", "POST /other", "k1", "same")))
                .isInstanceOf(Sale.Sold.class);
        try (TestHouse other = TestHouse.in(house().database())) {
            RoomType theirs = other.roomType("Suite", 1);
            assertThat(other.sell(
                            other.newBookingId(), aBooking(aStay().in(theirs)).facts(), key("k1", "same")))
                    .isInstanceOf(Sale.Sold.class);
        }
    }

    @Test
    default void a_key_is_forgotten_after_seven_days() {
        RoomType suite = house().roomType("Suite", 2);
        ABooking booking = aBooking(aStay().in(suite));
        sell(house().newBookingId(), booking, key("k1", "same"));
        house().clock().tick(Duration.ofDays(7));

        assertThat(sell(house().newBookingId(), booking, key("k1", "same"))).isInstanceOf(Sale.Sold.class);
        assertThat(free(suite, 1)).containsExactly(0);
    }

    @Test
    default void a_refused_sale_does_not_use_up_its_key() {
        RoomType suite = house().roomType("Suite", 1);
        Booking first = house().record(aBooking(aStay().in(suite)));
        BookingId id = house().newBookingId();
        assertThat(sell(id, aBooking(aStay().in(suite)), key("k1", "same"))).isInstanceOf(Sale.Taken.class);
        cancel(first);

        assertThat(sell(id, aBooking(aStay().in(suite)), key("k1", "same"))).isInstanceOf(Sale.Sold.class);
    }

    @Test
    default void old_keys_are_forgotten_in_steps_until_none_is_left() {
        house().replays().forgetOld();
        StoredAnswer answer = new StoredAnswer(201, null, new byte[0]);
        int many = 2 * OldKeys.FORGOTTEN_AT_ONCE + 1;
        house().database().transactions().write(house().id(), () -> {
            for (int i = 0; i < many; i++) {
                house().replays().keep(house().id(), key("old-" + i, "same"), answer);
            }
            return many;
        });
        house().clock().tick(Replays.KEPT);
        assertThat(OldKeys.forget(house().database(), house().clock())).isEqualTo(OldKeys.FORGOTTEN_AT_ONCE);
        assertThat(house().replays().forgetOld()).isGreaterThanOrEqualTo(many - OldKeys.FORGOTTEN_AT_ONCE);
        assertThat(house().replays().forgetOld()).isZero();
    }
}
