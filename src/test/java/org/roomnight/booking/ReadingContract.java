package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roomnight.TestHouse;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ListPosition;

/** What both databases promise of stored bookings: each is read as it was answered, by its own property only. */
interface ReadingContract extends BookingsOfAHouse {

    @Test
    default void a_booking_is_read_as_it_was_answered_whatever_identifiers_its_units_have() {
        RoomType suite = house().roomType("Suite", 9);

        Booking answered = house().record(aBooking(aStay().of(9).units().in(suite)));

        assertThat(stored(answered.id())).isEqualTo(answered);
    }

    @Test
    default void pages_of_a_list_follow_each_other_by_arrival_and_identifier() {
        RoomType suite = house().roomType("Suite", 9);
        for (int day : new int[] {3, 0, 0, 1, 0, 2, 9}) {
            house().record(aBooking(aStay().after(day).in(suite)));
        }
        cancel(list(null, 1).getFirst());

        List<Booking> paged = new ArrayList<>();
        for (List<Booking> page = list(null, 2); !page.isEmpty(); ) {
            paged.addAll(page);
            page = list(Bookings.position(page.getLast()), 2);
        }

        assertThat(paged).isEqualTo(list(null, 100)).hasSize(6);
        assertThat(paged).extracting(one -> Bookings.position(one).day()).isSorted();
        assertThat(paged).filteredOn(one -> one.state().cancelled()).hasSize(1);
    }

    private List<Booking> list(@Nullable ListPosition after, int size) {
        return bookings().list(house().id(), USUAL, USUAL.plusDays(4), after, size);
    }

    @Test
    default void a_list_has_the_bookings_with_a_night_in_the_range_and_no_others() {
        RoomType suite = house().roomType("Suite", 9);
        house().record(aBooking(aStay().after(-2).of(2).nights().in(suite)));
        house().record(aBooking(aStay().after(4).in(suite)));
        house().record(aBooking(aStay().after(-5).in(suite), aStay().after(8).in(suite)));
        Booking inside =
                house().record(aBooking(aStay().after(-2).of(3).nights().in(suite)));
        Booking atEnd = house().record(aBooking(aStay().after(3).in(suite)));

        assertThat(list(null, 100)).containsExactly(inside, atEnd);
    }

    @Test
    default void another_property_sees_nothing_of_it() {
        RoomType suite = house().roomType("Suite", 1);
        Booking made = house().record(aBooking(aStay().in(suite)));
        try (TestHouse other = TestHouse.in(house().database())) {
            assertThat(other.bookings().find(other.id(), made.id())).isEmpty();
            assertThat(other.bookings().list(other.id(), LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1), null, 9))
                    .isEmpty();
            assertThat(other.ledger().find(other.id(), made.claims().getFirst()))
                    .isEmpty();
        }
    }
}
