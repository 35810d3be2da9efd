package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roomnight.ABooking;
import org.roomnight.TestHouse;
import org.roomnight.availability.Claim;
import org.roomnight.availability.TakenNights;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.booking.Bookings.Cancellation;
import org.roomnight.booking.Bookings.ListPosition;
import org.roomnight.booking.Bookings.Recording;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.Version;

/** What both databases promise of bookings. */
interface BookingsContract {

    TestHouse house();

    private Bookings bookings() {
        return house().bookings();
    }

    private Booking stored(BookingId id) {
        return bookings().find(house().id(), id).orElseThrow();
    }

    private List<Claim> claims(Booking booking) {
        return booking.claims().stream()
                .flatMap(claim -> house().ledger().find(house().id(), claim).stream())
                .toList();
    }

    private Sale sell(BookingId id, ABooking booking, @Nullable IdempotencyKey key) {
        return house().sell(id, booking.facts(), key);
    }

    private static IdempotencyKey key(String name, String fingerprint) {
        return new IdempotencyKey("client-a", "POST /booking", name, fingerprint);
    }

    private Cancellation cancel(Booking booking) {
        return bookings().cancel(house().id(), booking.id(), new ExpectedVersion.Exactly(booking.version()));
    }

    private List<Integer> free(RoomType type, int nights) {
        return house().available(type, USUAL, nights);
    }

    private static void assertReplayed(Sale again, Sale first) {
        StoredAnswer told = ((Sale.Sold) first).answer();
        StoredAnswer replayed = ((Sale.Replayed) again).answer();
        assertThat(replayed.status()).isEqualTo(told.status());
        assertThat(replayed.etag()).isEqualTo(told.etag());
        assertThat(replayed.body()).isEqualTo(told.body());
    }

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
        assertThat(claims(found)).hasSize(3).allMatch(claim -> claim.holder().equals(id.value()));
    }

    @Test
    default void a_sale_is_all_or_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        RoomType twin = house().roomType("Twin", 2);
        house().sell(aBooking(aStay().after(1).in(suite)));
        BookingId id = house().newBookingId();

        Sale sale = sell(id, aBooking(aStay().in(twin), aStay().of(2).nights().in(suite)), null);

        assertThat(sale).isEqualTo(new Sale.Taken(List.of(new TakenNights(suite.id(), List.of(USUAL.plusDays(1))))));
        assertThat(bookings().find(house().id(), id)).isEmpty();
        assertThat(free(twin, 2)).containsExactly(2, 2);
        assertThat(free(suite, 2)).containsExactly(1, 0);
    }

    @Test
    default void a_used_identifier_sells_nothing() {
        RoomType suite = house().roomType("Suite", 2);
        BookingId id = house().newBookingId();
        sell(id, aBooking(aStay().in(suite)), null);

        assertThat(sell(id, aBooking(aStay().in(suite)), null)).isEqualTo(new Sale.IdentifierUsed());
        assertThat(free(suite, 1)).containsExactly(1);
    }

    @Test
    default void a_repeated_key_gets_the_same_bytes_and_sells_nothing_twice() {
        RoomType suite = house().roomType("Suite", 2);
        ABooking booking = aBooking(aStay().in(suite));
        Sale first = sell(house().newBookingId(), booking, key("k1", "same"));
        house().clock().tick(IdempotencyRows.KEPT.minusMillis(1));

        Sale again = sell(house().newBookingId(), booking, key("k1", "same"));

        assertReplayed(again, first);
        assertThat(free(suite, 1)).containsExactly(1);
    }

    @Test
    default void a_repeated_key_is_answered_even_when_the_house_is_full() {
        RoomType suite = house().roomType("Suite", 1);
        ABooking booking = aBooking(aStay().in(suite));
        Sale first = sell(house().newBookingId(), booking, key("k1", "same"));

        assertReplayed(sell(house().newBookingId(), booking, key("k1", "same")), first);
    }

    @Test
    default void a_key_for_another_request_is_refused() {
        RoomType suite = house().roomType("Suite", 2);
        sell(house().newBookingId(), aBooking(aStay().in(suite)), key("k1", "one"));

        assertThat(sell(house().newBookingId(), aBooking(aStay().in(suite)), key("k1", "other")))
                .isEqualTo(new Sale.KeyReused());
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
    default void a_cancellation_can_be_recorded_and_only_a_newer_version_revives_it() {
        RoomType suite = house().roomType("Suite", 1);
        ABooking said = aBooking(aStay().in(suite));
        Booking made = house().record(said.version(1));
        house().record(made.id(), said.version(2).thatIsCancelled());
        Booking cancelled = stored(made.id());
        assertThat(cancelled.state().cancelled()).isTrue();
        assertThat(free(suite, 1)).containsExactly(1);
        house().clock().tick(Duration.ofHours(1));

        assertThat(house().record(made.id(), said.version(2).thatIsCancelled())).isEqualTo(cancelled);
        assertThat(bookings().record(house().id(), made.id(), said.version(2).facts()))
                .isEqualTo(new Recording.AlreadyCancelled());
        assertThat(bookings().record(house().id(), made.id(), said.facts()))
                .isEqualTo(new Recording.AlreadyCancelled());
        assertThat(house().record(made.id(), said.version(3)).state().cancelled())
                .isFalse();
        assertThat(free(suite, 1)).containsExactly(0);
    }

    @Test
    default void a_booking_that_is_first_heard_of_as_cancelled_holds_no_nights() {
        RoomType suite = house().roomType("Suite", 1);

        Booking made = house().record(aBooking(aStay().in(suite)).thatIsCancelled());

        assertThat(stored(made.id())).isEqualTo(made);
        assertThat(made.roomStays()).hasSize(1);
        assertThat(free(suite, 1)).containsExactly(1);
    }

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
    default void a_booking_is_read_as_it_was_answered_whatever_identifiers_its_units_have() {
        RoomType suite = house().roomType("Suite", 9);

        Booking answered = house().record(aBooking(aStay().of(9).units().in(suite)));

        assertThat(stored(answered.id())).isEqualTo(answered);
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
        assertThat(paged)
                .extracting(one -> Bookings.position(one).firstArrival())
                .isSorted();
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
