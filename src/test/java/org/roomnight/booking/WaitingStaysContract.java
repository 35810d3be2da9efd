package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.USUAL;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.StayDates;

/** What both databases promise of stays that wait for a room. */
interface WaitingStaysContract extends BookingsOfAHouse {

    @Test
    default void a_room_type_gives_rooms_to_some_bookings_at_once_and_the_chore_to_the_rest() {
        List<BookingId> ids = waitingStays(3 * Recordings.MAX_PLACED + 1, 1);
        house().roomType("Tree house", 1);
        assertThat(waiting(ids)).isEqualTo(2 * Recordings.MAX_PLACED + 1);

        bookings().placeWaiting();
        assertThat(waiting(ids)).isZero();
    }

    @Test
    default void who_changed_a_room_type_places_some_hundred_in_short_writes() {
        List<BookingId> ids = waitingStays(Bookings.PLACED_WRITES * Recordings.MAX_PLACED + 1, 1);
        house().roomType("Tree house", 1);
        bookings().placeWaiting(house().id());
        assertThat(waiting(ids)).isZero();
    }

    /** Everybody else's writes wait for one, and a booking may have hundreds of units. */
    @Test
    default void a_write_places_bookings_until_they_have_a_hundred_units() {
        List<BookingId> ids = waitingStays(5, Recordings.MAX_PLACED_UNITS / 2);
        house().roomType("Tree house", 1);
        assertThat(waiting(ids)).isEqualTo(3);
    }

    private List<BookingId> waitingStays(int bookings, int units) {
        List<BookingId> ids = new ArrayList<>();
        house().write(() -> {
            for (int day = 0; day < bookings; day++) {
                StayDates night = new StayDates(USUAL.plusDays(day), USUAL.plusDays(day + 1));
                RoomSaid said = new RoomSaid(null, null, "Tree house");
                ids.add(house().record(aBooking(new StayFacts(null, said, night, new Party(2, 0), units, null)))
                        .id());
            }
            return null;
        });
        return ids;
    }

    private long waiting(List<BookingId> ids) {
        return ids.stream().filter(id -> !stored(id).waiting().isEmpty()).count();
    }
}
