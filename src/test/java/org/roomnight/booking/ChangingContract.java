package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.aStay;

import org.junit.jupiter.api.Test;
import org.roomnight.inventory.RoomType;

/** What both databases promise of a booking that is recorded with other stays: its nights move at once. */
interface ChangingContract extends BookingsOfAHouse {

    @Test
    default void changed_dates_move_at_once_and_never_clash_with_the_booking_itself() {
        RoomType suite = house().roomType("Suite", 1);
        Booking made = house().record(aBooking(aStay().of(3).nights().in(suite)));

        Booking moved = house().record(
                        made.id(), aBooking(aStay().after(1).of(3).nights().in(suite)));

        assertThat(moved.claims()).isEqualTo(made.claims());
        assertThat(free(suite, 4)).containsExactly(1, 0, 0, 0);
        assertThat(house().doubleBookings().unresolved(house().id())).isEmpty();
    }

    @Test
    default void a_booking_that_is_cut_in_two_keeps_its_nights_although_somebody_waits_for_them() {
        RoomType suite = house().roomType("Suite", 1);
        Booking made = house().record(aBooking(aStay().of(4).nights().in(suite)));
        Booking waiting = house().record(aBooking(aStay().of(4).nights().in(suite)));

        Booking cut = house().record(
                        made.id(),
                        aBooking(
                                aStay().of(2).nights().in(suite),
                                aStay().after(2).of(2).nights().in(suite)));
        assertThat(claims(cut)).hasSize(2).allMatch(claim -> claim.placement().complete());

        Booking joined =
                house().record(made.id(), aBooking(aStay().of(4).nights().in(suite)));
        assertThat(claims(joined))
                .hasSize(1)
                .allMatch(claim -> claim.placement().complete());
        assertThat(claims(waiting))
                .allMatch(claim -> claim.placement().overbooked().size() == 4);
    }

    @Test
    default void fewer_units_release_and_more_units_claim() {
        RoomType suite = house().roomType("Suite", 4);
        Booking made = house().record(aBooking(aStay().of(3).units().in(suite)));
        assertThat(free(suite, 1)).containsExactly(1);

        Booking fewer = house().record(made.id(), aBooking(aStay().in(suite)));
        assertThat(free(suite, 1)).containsExactly(3);
        assertThat(made.claims()).containsAll(fewer.claims());

        Booking more = house().record(made.id(), aBooking(aStay().of(4).units().in(suite)));
        assertThat(free(suite, 1)).containsExactly(0);
        assertThat(more.claims()).containsAll(fewer.claims()).hasSize(4);
        assertThat(stored(made.id()).roomStays().getFirst().quantity()).isEqualTo(4);
    }

    @Test
    default void a_new_guest_name_reaches_the_claims() {
        RoomType suite = house().roomType("Suite", 1);
        Booking made = house().record(aBooking(aStay().in(suite)));

        house().record(made.id(), aBooking(aStay().in(suite)).named("O'Brien; DROP"));

        assertThat(claims(made)).singleElement().satisfies(claim -> {
            assertThat(claim.label().lastName()).isEqualTo("O'Brien; DROP");
            assertThat(claim.history().sequence()).isEqualTo(1);
        });
    }
}
