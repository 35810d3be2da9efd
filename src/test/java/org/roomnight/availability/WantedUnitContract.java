package org.roomnight.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roomnight.AStay;
import org.roomnight.TestHouse;
import org.roomnight.inventory.PutResult;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.UnitId;

/** What both databases promise a claim that names its unit, and everybody else beside it. */
interface WantedUnitContract {

    TestHouse house();

    private NightLedger ledger() {
        return house().ledger();
    }

    private ClaimRequest wanted(RoomType type, @Nullable UnitId unit, AStay stay) {
        return wanted(new ClaimId(house().identifiers().next()), type, unit, stay);
    }

    private static ClaimRequest wanted(ClaimId id, RoomType type, @Nullable UnitId unit, AStay stay) {
        ClaimLabel label = ClaimLabel.ofBlock("Out of order", "new boiler");
        return new ClaimRequest(id, new BlockId(id.value()), new Wanted(type, unit, stay.dates(), label));
    }

    private Claim recorded(RoomType type, @Nullable UnitId unit, AStay stay) {
        return house().write(() -> GivenClaims.record(ledger(), house().id(), wanted(type, unit, stay)));
    }

    private ClaimResult claim(ClaimRequest request) {
        ClaimPlan plan = ledger().plan(List.of(request));
        return house().write(() -> ledger().claim(house().id(), plan));
    }

    private ClaimResult changeIfFree(ClaimRequest... requests) {
        return house().write(
                        () -> GivenClaims.change(ledger(), house().id(), List.of(requests), List.of(), OnTaken.REFUSE));
    }

    private void change(ClaimRequest request) {
        house().write(() -> GivenClaims.change(ledger(), house().id(), List.of(request), List.of(), OnTaken.KEEP));
    }

    private void release(Claim claim) {
        house().write(() -> {
            GivenClaims.release(ledger(), house().id(), claim.id());
            return true;
        });
    }

    private Claim stored(Claim claim) {
        return ledger().find(house().id(), claim.id()).orElseThrow();
    }

    private static ClaimResult taken(RoomType type, LocalDate... nights) {
        return new ClaimResult.Taken(List.of(new TakenNights(type.id(), List.of(nights))));
    }

    @Test
    default void a_wanted_unit_is_taken_and_the_wish_is_stored() {
        RoomType suite = house().roomType("Suite", 3);
        UnitId second = suite.unitIds().get(1);

        Claim claim = recorded(suite, second, aStay().of(2).nights());

        assertThat(claim.placement().nights().values()).containsOnly(second);
        assertThat(stored(claim)).isEqualTo(claim);
        assertThat(stored(claim).wantedUnit()).isEqualTo(second);
        assertThat(stored(claim).label().title()).isEqualTo("Out of order");
    }

    @Test
    default void nights_on_which_the_wanted_unit_is_taken_are_overbooked_though_others_are_free() {
        RoomType suite = house().roomType("Suite", 2);
        UnitId first = suite.unitIds().getFirst();
        recorded(suite, first, aStay().after(1));

        Claim late = recorded(suite, first, aStay().of(3).nights());

        assertThat(late.placement().nights().keySet()).containsExactly(USUAL, USUAL.plusDays(2));
        assertThat(late.placement().nights().values()).containsOnly(first);
        assertThat(late.placement().overbooked()).containsExactly(USUAL.plusDays(1));
    }

    @Test
    default void a_unit_that_nobody_sleeps_in_stays_on_sale_beside_a_double_booking_of_the_other() {
        RoomType suite = house().roomType("Suite", 2);
        UnitId first = suite.unitIds().getFirst();
        recorded(suite, first, aStay());
        recorded(suite, first, aStay());

        assertThat(house().available(suite, USUAL, 1)).containsExactly(1);
        assertThat(claim(wanted(suite, null, aStay()))).isInstanceOf(ClaimResult.Claimed.class);
        assertThat(house().available(suite, USUAL, 1)).containsExactly(0);
    }

    @Test
    default void a_plan_for_a_taken_unit_is_refused_and_one_for_the_free_unit_is_not() {
        RoomType suite = house().roomType("Suite", 2);
        UnitId first = suite.unitIds().getFirst();
        recorded(suite, first, aStay().after(1));

        assertThat(claim(wanted(suite, first, aStay().of(2).nights()))).isEqualTo(taken(suite, USUAL.plusDays(1)));
        assertThat(claim(wanted(suite, suite.unitIds().getLast(), aStay().of(2).nights())))
                .isInstanceOf(ClaimResult.Claimed.class);
    }

    @Test
    default void a_plan_that_lost_its_unit_is_refused_and_gets_no_other() {
        RoomType suite = house().roomType("Suite", 2);
        UnitId first = suite.unitIds().getFirst();
        ClaimPlan plan = ledger().plan(List.of(wanted(suite, first, aStay())));
        recorded(suite, first, aStay());

        assertThat(house().write(() -> ledger().claim(house().id(), plan))).isEqualTo(taken(suite, USUAL));
    }

    @Test
    default void who_waits_for_a_unit_settles_into_that_one_only() {
        RoomType suite = house().roomType("Suite", 2);
        UnitId first = suite.unitIds().getFirst();
        Claim inFirst = recorded(suite, first, aStay());
        Claim inSecond = recorded(suite, null, aStay());
        Claim waiting = recorded(suite, first, aStay());

        release(inSecond);
        assertThat(stored(waiting)).isEqualTo(waiting);

        release(inFirst);
        assertThat(stored(waiting).placement().nights().values()).containsExactly(first);
        assertThat(stored(waiting).placement().complete()).isTrue();
    }

    @Test
    default void a_new_wish_moves_the_claim_and_nobody_else() {
        RoomType suite = house().roomType("Suite", 2);
        UnitId second = suite.unitIds().getLast();
        Claim claim = recorded(suite, null, aStay());
        Claim other = recorded(suite, second, aStay().after(1));
        assertThat(claim.placement().nights().values()).doesNotContain(second);

        change(wanted(claim.id(), suite, second, aStay().of(2).nights()));

        assertThat(stored(claim).placement().nights()).containsOnlyKeys(USUAL);
        assertThat(stored(claim).placement().nights().values()).containsExactly(second);
        assertThat(stored(claim).placement().overbooked()).containsExactly(USUAL.plusDays(1));
        assertThat(stored(other)).isEqualTo(other);
    }

    @Test
    default void a_wish_that_is_given_up_finds_any_unit() {
        RoomType suite = house().roomType("Suite", 2);
        UnitId first = suite.unitIds().getFirst();
        recorded(suite, first, aStay());
        Claim waiting = recorded(suite, first, aStay());

        change(wanted(waiting.id(), suite, null, aStay()));

        assertThat(stored(waiting).placement().complete()).isTrue();
        assertThat(stored(waiting).wantedUnit()).isNull();
    }

    @Test
    default void a_change_if_free_does_not_clash_with_itself() {
        RoomType suite = house().roomType("Suite", 1);
        Claim one = recorded(suite, null, aStay().of(2).nights());
        Claim two = recorded(suite, null, aStay().after(2));

        ClaimResult result = changeIfFree(
                wanted(one.id(), suite, null, aStay().after(1).of(2).nights()),
                wanted(two.id(), suite, suite.unitIds().getFirst(), aStay()));

        assertThat(result).isEqualTo(new ClaimResult.Claimed(List.of()));
        assertThat(stored(one).placement().complete()).isTrue();
        assertThat(stored(two).placement().complete()).isTrue();
        assertThat(stored(two).dates()).isEqualTo(aStay().dates());
    }

    @Test
    default void a_change_if_free_over_taken_nights_changes_nothing() {
        RoomType suite = house().roomType("Suite", 2);
        RoomType twin = house().roomType("Twin", 1);
        Claim mine = recorded(suite, null, aStay());
        recorded(twin, null, aStay().after(1));

        ClaimResult result = changeIfFree(
                wanted(mine.id(), suite, null, aStay().of(2).nights()),
                wanted(twin, null, aStay().of(3).nights()));

        assertThat(result).isEqualTo(taken(twin, USUAL.plusDays(1)));
        assertThat(stored(mine)).isEqualTo(mine);
        assertThat(house().available(twin, USUAL, 3)).containsExactly(1, 0, 1);
    }

    @Test
    default void a_change_if_free_leaves_standing_double_bookings_alone() {
        RoomType suite = house().roomType("Suite", 1);
        recorded(suite, null, aStay());
        Claim clash = recorded(suite, null, aStay());

        assertThat(changeIfFree(wanted(clash.id(), suite, null, aStay()))).isInstanceOf(ClaimResult.Claimed.class);
        assertThat(changeIfFree(wanted(clash.id(), suite, null, aStay().of(2).nights())))
                .isEqualTo(taken(suite, USUAL));
    }

    @Test
    default void retiring_a_wanted_unit_drops_the_wish_and_moves_the_claim_to_a_free_unit() {
        RoomType suite = house().roomType("Suite", 2);
        Claim claim = recorded(suite, suite.unitIds().getLast(), aStay());

        assertThat(house().resize(suite, 1)).isInstanceOf(PutResult.Changed.class);

        assertThat(stored(claim).wantedUnit()).isNull();
        assertThat(stored(claim).placement().nights().values())
                .containsExactly(suite.unitIds().getFirst());
    }

    @Test
    default void retiring_a_wanted_unit_is_refused_where_its_nights_do_not_fit() {
        RoomType suite = house().roomType("Suite", 2);
        recorded(suite, suite.unitIds().getFirst(), aStay());
        Claim claim = recorded(suite, suite.unitIds().getLast(), aStay());

        assertThat(house().resize(suite, 1)).isEqualTo(new PutResult.TooFewUnits<>(List.of(USUAL)));

        assertThat(stored(claim)).isEqualTo(claim);
    }

    @Test
    default void who_waited_for_a_unit_that_is_retired_takes_any() {
        RoomType suite = house().roomType("Suite", 3);
        UnitId last = suite.unitIds().getLast();
        Claim first = recorded(suite, last, aStay());
        Claim waiting = recorded(suite, last, aStay());

        assertThat(house().resize(suite, 2)).isInstanceOf(PutResult.Changed.class);

        assertThat(stored(first).placement().complete()).isTrue();
        assertThat(stored(waiting).placement().complete()).isTrue();
        assertThat(house().available(suite, USUAL, 1)).containsExactly(0);
    }

    @Test
    default void a_unit_of_another_room_type_is_no_wish() {
        RoomType suite = house().roomType("Suite", 1);
        UnitId other = new UnitId(new UUID(1, 2));

        assertThat(recorded(suite, other, aStay()).placement().complete()).isTrue();
    }
}
