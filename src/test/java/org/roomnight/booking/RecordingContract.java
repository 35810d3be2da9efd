package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.aStay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.ABooking;
import org.roomnight.availability.Claim;
import org.roomnight.booking.Bookings.Recording;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.Version;

/**
 * What both databases promise of a booking that was made elsewhere: it is kept as it was said, in the order of its
 * versions.
 */
interface RecordingContract extends BookingsOfAHouse {

    @Test
    default void recording_the_same_again_changes_nothing() {
        RoomType suite = house().roomType("Suite", 5);
        ABooking said = aBooking(
                        aStay().of(2).nights().of(3).adults().in(suite),
                        aStay().of(2).nights().of(1).adults().in(suite),
                        aStay().of(2).nights().of(2).units().in(suite))
                .createdAt(Instant.parse("2027-02-01T09:30:00.123456789Z"))
                .version(3);
        BookingId id = house().newBookingId();
        house().record(id, said);
        Booking before = stored(id);
        List<Claim> claims = claims(before);
        house().clock().tick(Duration.ofHours(1));

        Recording again = bookings().record(house().id(), id, said.facts());

        assertThat(again).isEqualTo(new Recording.Changed(before));
        assertThat(stored(id)).isEqualTo(before);
        assertThat(claims(before)).isEqualTo(claims);
    }

    @Test
    default void an_amount_is_kept_as_it_was_said() {
        RoomType suite = house().roomType("Suite", 1);
        BookingId id = house().newBookingId();
        for (String amount : List.of("450.00", "0.1", "12345678901234567890.99", "7")) {
            house().record(id, aBooking(aStay().in(suite)).costing(amount));
            assertThat(stored(id).details().price().totalAmount()).hasToString(amount);
        }
    }

    @Test
    default void the_same_amount_written_with_an_exponent_is_the_same_again() {
        RoomType suite = house().roomType("Suite", 1);
        ABooking said = aBooking(aStay().in(suite)).costing("1E+3");
        Booking made = house().record(said);

        assertThat(house().record(made.id(), said).version()).isEqualTo(Version.FIRST);
    }

    @Test
    default void an_older_source_version_changes_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        ABooking said = aBooking(aStay().in(suite));
        Booking made = house().record(said.version(5));

        assertThat(bookings()
                        .record(
                                house().id(),
                                made.id(),
                                said.version(4).named("Old").facts()))
                .isEqualTo(new Recording.OlderThanStored(5));
        assertThat(stored(made.id())).isEqualTo(made);
        assertThat(house().record(made.id(), said.version(5).named("New"))
                        .details()
                        .guest()
                        .lastName())
                .isEqualTo("New");
    }

    @Test
    default void a_record_without_source_version_keeps_the_stored_one() {
        RoomType suite = house().roomType("Suite", 1);
        ABooking said = aBooking(aStay().in(suite));
        Booking made = house().record(said.version(5));

        assertThat(house().record(made.id(), said.named("New")).state().sourceVersion())
                .isEqualTo(5L);
    }

    @Test
    default void a_recorded_clash_is_kept() {
        RoomType suite = house().roomType("Suite", 1);
        house().sell(aBooking(aStay().in(suite)));

        Booking late = house().record(aBooking(aStay().in(suite)));

        assertThat(stored(late.id())).isEqualTo(late);
        assertThat(house().doubleBookings().unresolved(house().id(), late.claims()))
                .hasSize(1);
    }

    @Test
    default void a_booking_that_is_first_heard_of_as_cancelled_holds_no_nights() {
        RoomType suite = house().roomType("Suite", 1);

        Booking made = house().record(aBooking(aStay().in(suite)).thatIsCancelled());

        assertThat(stored(made.id())).isEqualTo(made);
        assertThat(made.roomStays()).hasSize(1);
        assertThat(free(suite, 1)).containsExactly(1);
    }
}
