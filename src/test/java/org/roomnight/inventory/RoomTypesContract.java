package org.roomnight.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestHouse;
import org.roomnight.availability.Claim;
import org.roomnight.booking.Booking;
import org.roomnight.inventory.RoomType.RoomTypeFacts;
import org.roomnight.inventory.RoomType.Unit;
import org.roomnight.inventory.RoomTypes.Removal;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;
import org.roomnight.kernel.Version;

/** What both databases promise of room types and their units. */
interface RoomTypesContract {

    TestHouse house();

    private RoomType changed(PutResult<RoomType> put) {
        assertThat(put).isInstanceOf(PutResult.Changed.class);
        return ((PutResult.Changed<RoomType>) put).now();
    }

    private UnitId unit(RoomType type, String name) {
        return type.units().stream()
                .filter(unit -> unit.name().equals(name))
                .map(Unit::id)
                .findFirst()
                .orElseThrow();
    }

    private Claim claimOf(Booking booking) {
        return house().ledger().find(house().id(), booking.claims().getFirst()).orElseThrow();
    }

    @Test
    default void a_room_type_is_found_as_it_was_written() {
        RoomTypeId id = new RoomTypeId(house().identifiers().next());
        RoomTypeFacts facts = new RoomTypeFacts("Deluxe King", List.of("101", "102"), "#336699");

        house().roomTypes().put(house().id(), id, facts, new ExpectedVersion.Unsaid());

        RoomType found = house().roomTypes().find(house().id(), id).orElseThrow();
        assertThat(found.name()).isEqualTo("Deluxe King");
        assertThat(found.color()).isEqualTo("#336699");
        assertThat(found.slug()).isEqualTo("deluxe-king");
        assertThat(found.units()).extracting(Unit::name).containsExactly("101", "102");
        assertThat(house().roomTypes().list(house().id())).containsExactly(found);
    }

    @Test
    default void writes_need_the_stored_version() {
        RoomType type = house().roomType("Suite", 1);
        RoomTypeFacts facts = new RoomTypeFacts("Junior Suite", List.of("1"), null);

        assertThat(house().roomTypes().put(house().id(), type.id(), facts, new ExpectedVersion.Unsaid()))
                .isEqualTo(new PutResult.VersionNeeded<RoomType>(Version.FIRST));
        assertThat(house().roomTypes().put(house().id(), type.id(), facts, new ExpectedVersion.Exactly(new Version(2))))
                .isEqualTo(new PutResult.Stale<RoomType>());
        assertThat(house().stored(type)).isEqualTo(type);
    }

    @Test
    default void a_renamed_room_type_keeps_its_slug_and_its_units() {
        RoomType type = house().roomType("Suite", 2);

        RoomTypeFacts facts = new RoomTypeFacts("Penthouse", List.of("1", "2"), null);
        RoomType now = changed(house().roomTypes().put(house().id(), type.id(), facts, new ExpectedVersion.Any()));

        assertThat(now.slug()).isEqualTo("suite");
        assertThat(now.units()).isEqualTo(type.units());
        assertThat(now.version()).isEqualTo(new Version(2));
        assertThat(house().stored(type)).isEqualTo(now);
    }

    @Test
    default void names_that_read_alike_get_slugs_of_their_own() {
        assertThat(house().roomType("Día & Noche", 1).slug()).isEqualTo("dia-noche");
        assertThat(house().roomType("DIA noche!", 1).slug()).isEqualTo("dia-noche-2");
        assertThat(house().roomType("Bookings", 1).slug()).isEqualTo("bookings-2");
        assertThat(house().roomType("海の部屋", 1).slug()).isEqualTo("room");
        assertThat(house().roomType("x".repeat(200), 1).slug()).hasSize(40);
    }

    @Test
    default void a_name_finds_the_only_room_type_that_has_it() {
        RoomType suite = house().roomType("Suite", 1);
        RoomType twin = house().roomType("Twin", 1);
        house().roomType("twin ", 1);

        assertThat(house().roomTypes().findByName(house().id(), " suite ")).contains(suite);
        assertThat(house().roomTypes().findByName(house().id(), "Twin"))
                .as("letter for letter")
                .contains(twin);
        assertThat(house().roomTypes().findByName(house().id(), "TWIN")).isEmpty();
        assertThat(house().roomTypes().findByName(house().id(), "Attic")).isEmpty();
    }

    @Test
    default void units_keep_their_identity_by_name_in_any_order() {
        RoomType type = house().roomType("Suite", 3);

        RoomType now = changed(house().resize(type, List.of("3", "1", "new name")));

        assertThat(now.units()).extracting(Unit::name).containsExactly("3", "1", "new name");
        assertThat(unit(now, "3")).isEqualTo(unit(type, "3"));
        assertThat(unit(now, "1")).isEqualTo(unit(type, "1"));
        assertThat(unit(now, "new name")).isEqualTo(unit(type, "2"));
        assertThat(house().stored(type)).isEqualTo(now);
    }

    @Test
    default void a_larger_room_type_gets_new_units_that_can_be_sold() {
        RoomType type = house().roomType("Suite", 1);
        house().record(aBooking(aStay().in(type)));

        house().resize(type, 2);

        assertThat(house().available(type, USUAL, 1)).containsExactly(1);
    }

    @Test
    default void a_free_unit_is_retired_and_its_name_stays_readable() {
        RoomType type = house().roomType("Suite", 2);

        RoomType now = changed(house().resize(type, List.of("2")));

        assertThat(now.units()).containsExactly(type.units().getLast());
        assertThat(house().stored(type)).isEqualTo(now);
        assertThat(house().roomTypes().unitName(house().id(), unit(type, "1"))).contains("1");
    }

    @Test
    default void a_retired_name_that_comes_back_is_another_unit() {
        RoomType type = house().roomType("Suite", 2);
        house().resize(type, List.of("1"));

        RoomType now = changed(house().resize(type, List.of("1", "2")));

        assertThat(unit(now, "2")).isNotEqualTo(unit(type, "2"));
        assertThat(house().stored(type).quantity()).isEqualTo(2);
    }

    @Test
    default void stays_to_come_move_out_of_a_retired_unit_when_they_fit_elsewhere() {
        RoomType type = house().roomType("Suite", 2);
        Booking booking = house().record(aBooking(aStay().of(3).nights().in(type)));
        UnitId slept = claimOf(booking).placement().nights().firstEntry().getValue();

        house().resize(type, List.of(slept.equals(unit(type, "1")) ? "2" : "1"));

        Claim moved = claimOf(booking);
        assertThat(moved.placement().nights().values())
                .containsOnly(house().stored(type).unitIds().getFirst());
        assertThat(moved.placement().complete()).isTrue();
        assertThat(moved.history().sequence()).isEqualTo(1);
    }

    @Test
    default void too_few_units_for_what_is_sold_is_refused_with_the_nights_and_nothing_moves() {
        RoomType type = house().roomType("Suite", 2);
        Booking one = house().record(aBooking(aStay().of(3).nights().in(type)));
        Booking two = house().record(aBooking(aStay().after(1).of(3).nights().in(type)));
        List<Claim> before = List.of(claimOf(one), claimOf(two));

        PutResult<RoomType> put = house().resize(type, 1);

        assertThat(put).isEqualTo(new PutResult.TooFewUnits<RoomType>(List.of(USUAL.plusDays(1), USUAL.plusDays(2))));
        assertThat(List.of(claimOf(one), claimOf(two))).isEqualTo(before);
        assertThat(house().stored(type)).isEqualTo(type);
    }

    @Test
    default void an_overbooked_night_does_not_hide_that_a_stay_would_lose_its_unit() {
        RoomType type = house().roomType("Suite", 2);
        house().record(aBooking(aStay().in(type)));
        house().record(aBooking(aStay().in(type)));
        house().clock().tick(Duration.ofSeconds(1));
        house().record(aBooking(aStay().in(type)));

        assertThat(house().resize(type, 1)).isEqualTo(new PutResult.TooFewUnits<RoomType>(List.of(USUAL)));
    }

    @Test
    default void nights_that_are_over_do_not_keep_a_unit_from_being_retired() {
        RoomType type = house().roomType("Suite", 2);
        LocalDate past = LocalDate.of(2027, 2, 20);
        Booking one = house().record(aBooking(aStay().arriving(past).in(type)));
        Booking two = house().record(aBooking(aStay().arriving(past).in(type)));
        List<Claim> before = List.of(claimOf(one), claimOf(two));

        changed(house().resize(type, 1));

        assertThat(List.of(claimOf(one), claimOf(two))).isEqualTo(before);
    }

    @Test
    default void a_stay_under_way_moves_only_for_the_nights_to_come() {
        RoomType type = house().roomType("Suite", 2);
        LocalDate yesterday = LocalDate.of(2027, 2, 26);
        Booking booking = house().record(
                        aBooking(aStay().arriving(yesterday).of(6).nights().in(type)));
        UnitId slept = claimOf(booking).placement().nights().firstEntry().getValue();

        changed(house().resize(type, List.of(slept.equals(unit(type, "1")) ? "2" : "1")));

        Claim moved = claimOf(booking);
        assertThat(moved.placement().nights().firstEntry().getValue()).isEqualTo(slept);
        assertThat(moved.placement().nights().lastEntry().getValue()).isNotEqualTo(slept);
        assertThat(moved.placement().split()).isTrue();
    }

    @Test
    default void a_room_type_that_was_never_used_is_removed() {
        RoomType type = house().roomType("Suite", 2);

        assertThat(house().roomTypes().remove(house().id(), type.id(), new ExpectedVersion.Exactly(new Version(9))))
                .isEqualTo(new Removal.Stale());
        assertThat(house().roomTypes().remove(house().id(), type.id(), new ExpectedVersion.Any()))
                .isEqualTo(new Removal.Removed());
        assertThat(house().roomTypes().find(house().id(), type.id())).isEmpty();
        assertThat(house().roomTypes().remove(house().id(), type.id(), new ExpectedVersion.Any()))
                .isEqualTo(new Removal.Unknown());
    }

    @Test
    default void a_room_type_that_is_made_again_in_the_same_moment_has_its_new_units() {
        RoomType first = house().roomType("Suite", 2);
        assertThat(house().stored(first)).isEqualTo(first);
        house().roomTypes().remove(house().id(), first.id(), new ExpectedVersion.Any());

        RoomType second = house().roomType(first.id(), "Suite", List.of("1", "2"));

        assertThat(second.units()).isNotEqualTo(first.units());
        assertThat(house().stored(second)).isEqualTo(second);
    }

    @Test
    default void a_change_that_another_node_made_is_seen_at_once() {
        RoomType type = house().roomType("Suite", 2);
        assertThat(house().stored(type)).isEqualTo(type);

        try (TestHouse other = TestHouse.in(house().database())) {
            RoomTypeFacts facts = new RoomTypeFacts("Suite", List.of("1", "2", "3"), null);
            RoomType now = changed(other.roomTypes().put(house().id(), type.id(), facts, new ExpectedVersion.Any()));

            assertThat(house().stored(type)).isEqualTo(now);
        }
    }

    @Test
    default void what_was_rolled_back_is_not_remembered() {
        RoomType type = house().roomType("Suite", 2);

        assertThatThrownBy(() -> house().write(() -> {
                    house().resize(type, 5);
                    assertThat(house().stored(type).quantity()).isEqualTo(5);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        RoomType now = changed(house().resize(type, 3));

        assertThat(house().stored(type)).isEqualTo(now);
    }

    @Test
    default void a_room_type_that_is_used_stays_and_the_nights_are_named() {
        RoomType type = house().roomType("Suite", 2);
        house().record(aBooking(aStay().of(2).nights().in(type)));

        assertThat(house().roomTypes().remove(house().id(), type.id(), new ExpectedVersion.Any()))
                .isEqualTo(new Removal.InUse(List.of(USUAL, USUAL.plusDays(1))));
        assertThat(house().stored(type)).isEqualTo(type);
    }
}
