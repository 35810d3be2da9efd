package org.roomnight.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.aStay;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestHouse;
import org.roomnight.booking.Booking;
import org.roomnight.conflict.Clashes.Party;
import org.roomnight.conflict.DoubleBooking.State;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.Version;
import org.slf4j.LoggerFactory;

/** What both databases promise of double bookings: a fact that clashes is kept and shown (rule 2). */
interface DoubleBookingsContract {

    TestHouse house();

    private List<DoubleBooking> unresolved() {
        return house().doubleBookings().unresolved(house().id());
    }

    private DoubleBooking stored(DoubleBooking one) {
        return house().doubleBookings().find(house().id(), one.id()).orElseThrow();
    }

    private void cancel(Booking booking) {
        house().bookings().cancel(house().id(), booking.id(), new ExpectedVersion.Any());
    }

    @Test
    default void a_recorded_clash_opens_a_double_booking_of_the_nights_that_clash() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().of(3).nights().in(suite)));
        Booking late = house().record(aBooking(aStay().after(1).of(4).nights().in(suite)));

        assertThat(unresolved()).singleElement().satisfies(open -> {
            assertThat(open.claim()).isEqualTo(late.claims().getFirst());
            assertThat(open.roomType()).isEqualTo(suite.id());
            assertThat(open.dates()).isEqualTo(aStay().after(1).of(2).nights().dates());
            assertThat(open.state()).isEqualTo(State.OPEN);
            assertThat(open.createdAt()).isEqualTo(house().clock().instant());
        });
        assertThat(house().doubleBookings().unresolved(house().id(), late.claims()))
                .isEqualTo(unresolved());
        assertThat(house().doubleBookings().unresolved(house().id(), List.of())).isEmpty();
    }

    @Test
    default void a_clash_names_who_is_known_longest_and_who_found_no_unit() {
        RoomType suite = house().roomType("Suite", 1);
        Booking early = house().record(aBooking(aStay().in(suite)));
        Instant then = house().clock().instant();
        house().clock().tick(Duration.ofMinutes(1));
        Booking late = house().record(aBooking(aStay().in(suite)));
        assertThat(house().clashes().parties(unresolved().getFirst()))
                .containsExactly(
                        new Party(early.claims().getFirst(), early.id(), then, true, false),
                        new Party(
                                late.claims().getFirst(),
                                late.id(),
                                house().clock().instant(),
                                false,
                                true));
    }

    @Test
    default void nights_that_do_not_follow_each_other_are_double_bookings_of_their_own() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(suite), aStay().after(2).in(suite)));
        house().record(aBooking(aStay().of(3).nights().in(suite)));

        assertThat(unresolved())
                .extracting(DoubleBooking::dates)
                .containsExactlyInAnyOrder(aStay().dates(), aStay().after(2).dates());
    }

    @Test
    default void a_cancellation_that_frees_the_nights_resolves_it() {
        RoomType suite = house().roomType("Suite", 1);
        Booking first = house().record(aBooking(aStay().in(suite)));
        house().record(aBooking(aStay().in(suite)));
        DoubleBooking open = unresolved().getFirst();

        cancel(first);

        assertThat(unresolved()).isEmpty();
        assertThat(stored(open).state()).isEqualTo(State.RESOLVED);
        assertThat(stored(open).version()).isEqualTo(new Version(2));
    }

    @Test
    default void cancelling_the_one_that_came_last_resolves_it_too() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(suite)));
        Booking last = house().record(aBooking(aStay().in(suite)));

        cancel(last);

        assertThat(unresolved()).isEmpty();
    }

    @Test
    default void nights_that_are_partly_freed_stay_open_for_the_rest() {
        RoomType suite = house().roomType("Suite", 1);
        Booking early = house().record(aBooking(aStay().of(2).nights().in(suite)));
        house().record(aBooking(aStay().after(2).of(2).nights().in(suite)));
        house().record(aBooking(aStay().of(4).nights().in(suite)));

        cancel(early);

        assertThat(unresolved())
                .extracting(DoubleBooking::dates)
                .containsExactly(aStay().after(2).of(2).nights().dates());
    }

    @Test
    default void another_unit_resolves_it() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(suite)));
        house().record(aBooking(aStay().in(suite)));

        house().resize(suite, 2);

        assertThat(unresolved()).isEmpty();
    }

    @Test
    default void a_claim_that_waits_is_served_oldest_first() {
        RoomType suite = house().roomType("Suite", 1);
        Booking first = house().record(aBooking(aStay().in(suite)));
        house().clock().tick(Duration.ofSeconds(1));
        house().record(aBooking(aStay().in(suite)));
        house().clock().tick(Duration.ofSeconds(1));
        Booking third = house().record(aBooking(aStay().in(suite)));

        cancel(first);

        assertThat(unresolved())
                .singleElement()
                .extracting(DoubleBooking::claim)
                .isEqualTo(third.claims().getFirst());
    }

    @Test
    default void its_state_is_set_by_who_knows_the_version() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(suite)));
        house().record(aBooking(aStay().in(suite)));
        DoubleBooking open = unresolved().getFirst();

        assertThat(house().doubleBookings().setState(house().id(), open.id(), State.SNOOZED, new Version(2)))
                .isEmpty();
        assertThat(house().doubleBookings().setState(house().id(), UUID.randomUUID(), State.SNOOZED, open.version()))
                .isEmpty();
        DoubleBooking snoozed = house().doubleBookings()
                .setState(house().id(), open.id(), State.SNOOZED, open.version())
                .orElseThrow();

        assertThat(snoozed.state()).isEqualTo(State.SNOOZED);
        assertThat(snoozed.version()).isEqualTo(new Version(2));
        assertThat(unresolved()).containsExactly(snoozed);
    }

    @Test
    default void what_staff_settled_is_not_opened_again_by_a_new_spelling_of_the_name() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(suite)));
        Booking late = house().record(aBooking(aStay().in(suite)));
        DoubleBooking open = unresolved().getFirst();
        house().doubleBookings().setState(house().id(), open.id(), State.RESOLVED, open.version());

        house().record(late.id(), aBooking(aStay().in(suite)).named("Samples"));

        assertThat(unresolved()).isEmpty();
    }

    @Test
    default void another_property_sees_nothing_of_it() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(suite)));
        house().record(aBooking(aStay().in(suite)));
        try (TestHouse other = TestHouse.in(house().database())) {
            assertThat(other.doubleBookings().unresolved(other.id())).isEmpty();
            assertThat(other.doubleBookings()
                            .find(other.id(), unresolved().getFirst().id()))
                    .isEmpty();
        }
    }

    @Test
    default void the_log_tells_of_a_double_booking_once_it_is_committed_and_not_before() {
        RoomType suite = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(suite)));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(DoubleBookings.class);
        log.start();
        logger.addAppender(log);
        try {
            assertThatThrownBy(() -> house().database().transactions().write(house().id(), () -> {
                        house().record(aBooking(aStay().in(suite)));
                        throw new IllegalStateException("taken back");
                    }))
                    .hasMessage("taken back");
            assertThat(log.list).isEmpty();
            house().database().transactions().write(house().id(), () -> {
                house().record(aBooking(aStay().in(suite)));
                assertThat(log.list).isEmpty();
                return true;
            });
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .singleElement(STRING)
                    .startsWith("event=double-booking property=" + house().id());
        } finally {
            logger.detachAppender(log);
        }
    }
}
