package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.aStay;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.roomnight.ABooking;
import org.roomnight.booking.Bookings.Cancellation;
import org.roomnight.booking.Bookings.Recording;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.Version;

/** What both databases promise of a cancelled booking: its nights are free, and it stays readable. */
interface CancellingContract extends BookingsOfAHouse {

    @Test
    default void a_cancelled_booking_frees_its_nights_and_stays_readable() {
        RoomType suite = house().roomType("Suite", 2);
        Booking made =
                house().record(aBooking(aStay().of(2).nights().of(2).units().in(suite)));
        house().clock().tick(Duration.ofHours(1));

        Booking cancelled = ((Cancellation.Cancelled) cancel(made)).now();

        assertThat(cancelled.state().cancelledAt()).isEqualTo(house().clock().instant());
        assertThat(cancelled.version()).isEqualTo(new Version(2));
        assertThat(cancelled.roomStays()).isEqualTo(made.roomStays());
        assertThat(stored(made.id())).isEqualTo(cancelled);
        assertThat(claims(made)).isEmpty();
        assertThat(free(suite, 2)).containsExactly(2, 2);
    }

    @Test
    default void cancelling_twice_is_cancelling_once() {
        RoomType suite = house().roomType("Suite", 1);
        Booking made = house().record(aBooking(aStay().in(suite)));
        Cancellation first = cancel(made);
        house().sell(aBooking(aStay().in(suite)));
        house().clock().tick(Duration.ofHours(1));

        assertThat(cancel(made)).isEqualTo(first);
        assertThat(free(suite, 1)).containsExactly(0);
    }

    @Test
    default void a_cancellation_needs_the_stored_version() {
        RoomType suite = house().roomType("Suite", 1);
        Booking made = house().record(aBooking(aStay().in(suite)));

        assertThat(bookings().cancel(house().id(), made.id(), new ExpectedVersion.Exactly(new Version(2))))
                .isEqualTo(new Cancellation.Stale());
        assertThat(bookings().cancel(house().id(), house().newBookingId(), new ExpectedVersion.Any()))
                .isEqualTo(new Cancellation.Unknown());
        assertThat(free(suite, 1)).containsExactly(0);
    }

    @Test
    default void a_recorded_cancellation_is_a_booking_again_when_it_is_recorded_as_one() {
        RoomType suite = house().roomType("Suite", 1);
        ABooking said = aBooking(aStay().in(suite));
        Booking made = house().record(said.version(1));
        house().record(made.id(), said.version(2).thatIsCancelled());
        Booking cancelled = stored(made.id());
        assertThat(cancelled.state().cancelled()).isTrue();
        assertThat(free(suite, 1)).containsExactly(1);
        house().clock().tick(Duration.ofHours(1));

        assertThat(house().record(made.id(), said.version(2).thatIsCancelled())).isEqualTo(cancelled);
        assertThat(bookings().record(house().id(), made.id(), said.version(1).facts()))
                .isEqualTo(new Recording.OlderThanStored(2));
        assertThat(house().record(made.id(), said).state().cancelled()).isFalse();
        assertThat(free(suite, 1)).containsExactly(0);
    }
}
