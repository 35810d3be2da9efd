package org.roomnight.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.AStay;
import org.roomnight.TestHouse;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.availability.ClaimPlan.Planned;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Holder;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** What both databases promise of the night ledger. */
interface NightLedgerContract {

    Holder HOLDER = new BookingId(UUID.nameUUIDFromBytes(new byte[] {1}));

    TestHouse house();

    default NightLedger ledger() {
        return house().ledger();
    }

    private ClaimRequest wanted(RoomType type, AStay stay) {
        return request(newId(), HOLDER, type, stay);
    }

    private ClaimId newId() {
        return new ClaimId(house().identifiers().next());
    }

    private static ClaimRequest request(ClaimId id, Holder holder, RoomType type, AStay stay) {
        ClaimLabel label = new ClaimLabel("Robin", null, new Party(2, 0), null, null, null);
        return new ClaimRequest(id, holder, new Wanted(type, stay.dates(), label));
    }

    private ClaimPlan plan(ClaimRequest... requests) {
        return ledger().plan(Arrays.asList(requests));
    }

    private ClaimResult claim(ClaimPlan plan) {
        return house().write(() -> ledger().claim(house().id(), plan));
    }

    private Claim claimed(RoomType type, AStay stay) {
        return ((ClaimResult.Claimed) claim(plan(wanted(type, stay)))).claims().getFirst();
    }

    private Claim recorded(RoomType type, AStay stay) {
        house().clock().tick(Duration.ofSeconds(1));
        return house().write(() -> GivenClaims.record(ledger(), house().id(), wanted(type, stay)));
    }

    private void release(Claim claim) {
        house().write(() -> {
            GivenClaims.release(ledger(), house().id(), claim.id());
            return null;
        });
    }

    private Claim changed(Claim claim, RoomType type, AStay stay) {
        change(List.of(request(claim.id(), claim.holder(), type, stay)), List.of());
        return stored(claim);
    }

    private void change(List<ClaimRequest> wanted, List<ClaimId> unwanted) {
        house().write(() -> GivenClaims.change(ledger(), house().id(), wanted, unwanted, OnTaken.KEEP));
    }

    private Claim stored(Claim claim) {
        return ledger().find(house().id(), claim.id()).orElseThrow();
    }

    private static UnitId only(Claim claim) {
        assertThat(claim.placement().runs()).hasSize(1);
        return claim.placement().runs().getFirst().unit();
    }

    private List<Integer> free(RoomType type, int nights) {
        return house().available(type, USUAL, nights);
    }

    @Test
    default void a_plan_holds_nothing() {
        RoomType suite = house().roomType("Suite", 1);

        assertThat(plan(wanted(suite, aStay())).taken()).isEmpty();
        assertThat(free(suite, 1)).containsExactly(1);
    }

    @Test
    default void a_claim_takes_its_nights_and_not_the_day_of_departure() {
        RoomType suite = house().roomType("Suite", 1);

        Claim claim = claimed(suite, aStay().of(2).nights());

        assertThat(stored(claim)).isEqualTo(claim);
        assertThat(free(suite, 3)).containsExactly(0, 0, 1);
        assertThat(only(claimed(suite, aStay().after(2)))).isEqualTo(only(claim));
        assertThat(only(claimed(suite, aStay().after(-1)))).isEqualTo(only(claim));
    }

    @Test
    default void second_claim_of_a_night_is_refused_and_changes_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        Claim first = claimed(suite, aStay().after(1).of(2).nights());

        ClaimResult second = claim(plan(wanted(suite, aStay().of(4).nights())));

        List<LocalDate> nights = List.of(USUAL.plusDays(1), USUAL.plusDays(2));
        assertThat(second).isEqualTo(new ClaimResult.Taken(List.of(new TakenNights(suite.id(), nights))));
        assertThat(free(suite, 4)).containsExactly(1, 0, 0, 1);
        assertThat(stored(first)).isEqualTo(first);
    }

    @Test
    default void a_stay_keeps_one_unit_where_one_is_free() {
        RoomType suite = house().roomType("Suite", 3);
        claimed(suite, aStay().of(2).nights());
        claimed(suite, aStay().after(2).of(3).nights());

        assertThat(claimed(suite, aStay().of(5).nights()).placement().split()).isFalse();
    }

    @Test
    default void the_unit_with_the_tightest_gap_is_chosen() {
        RoomType suite = house().roomType("Suite", 3);
        Claim before = claimed(suite, aStay().of(2).nights());
        Claim after = claimed(suite, aStay().after(4).of(2).nights());
        assertThat(only(after)).isEqualTo(only(before)); // neither touches the other: the first unit

        assertThat(only(claimed(suite, aStay().after(2).of(2).nights()))).isEqualTo(only(before));
        assertThat(only(claimed(suite, aStay().after(1)))).isNotEqualTo(only(before));
    }

    @Test
    default void a_stay_that_fits_night_by_night_is_spread_and_marked_rather_than_refused() {
        RoomType suite = house().roomType("Suite", 2);
        Claim left = claimed(suite, aStay().of(2).nights());
        Claim long1 = claimed(suite, aStay().of(5).nights());
        release(left);
        Claim right = claimed(suite, aStay().after(3).of(2).nights());
        Claim blocker = recorded(suite, aStay().after(-3).of(2).nights());
        release(long1);
        Claim early = claimed(suite, aStay().of(2).nights());
        if (only(early).equals(only(right))) {
            Claim moved = claimed(suite, aStay().of(2).nights());
            release(early);
            assertThat(only(moved)).isNotEqualTo(only(right));
        }
        List<Claim> others = List.of(stored(right), stored(blocker));

        Claim spread = claimed(suite, aStay().after(1).of(3).nights());

        assertThat(spread.placement().split()).isTrue();
        assertThat(spread.placement().complete()).isTrue();
        assertThat(spread.placement().runs()).hasSize(2);
        assertThat(stored(spread)).isEqualTo(spread);
        assertThat(List.of(stored(right), stored(blocker))).isEqualTo(others);
    }

    @Test
    default void requests_of_one_plan_see_each_other_and_stand_or_fall_together() {
        RoomType suite = house().roomType("Suite", 2);
        RoomType twin = house().roomType("Twin", 1);
        AStay stay = aStay().of(2).nights();

        ClaimResult tooMany = claim(
                plan(wanted(suite, stay), wanted(twin, stay), wanted(suite, stay), wanted(suite, aStay().after(1))));

        assertThat(tooMany)
                .isEqualTo(new ClaimResult.Taken(List.of(new TakenNights(suite.id(), List.of(USUAL.plusDays(1))))));
        assertThat(free(suite, 2)).containsExactly(2, 2);
        assertThat(free(twin, 2)).containsExactly(1, 1);
        assertThat(claim(plan(wanted(suite, stay), wanted(twin, stay), wanted(suite, stay))))
                .isInstanceOf(ClaimResult.Claimed.class);
        assertThat(free(suite, 2)).containsExactly(0, 0);
        assertThat(free(twin, 2)).containsExactly(0, 0);
    }

    @Test
    default void a_plan_that_lost_the_race_gets_another_unit_or_is_refused() {
        RoomType suite = house().roomType("Suite", 2);
        ClaimPlan one = plan(wanted(suite, aStay()));
        ClaimPlan two = plan(wanted(suite, aStay()));
        ClaimPlan three = plan(wanted(suite, aStay()), wanted(suite, aStay().after(1)));

        assertThat(claim(one)).isInstanceOf(ClaimResult.Claimed.class);
        assertThat(claim(two)).isInstanceOf(ClaimResult.Claimed.class);
        assertThat(claim(three)).isEqualTo(new ClaimResult.Taken(List.of(new TakenNights(suite.id(), List.of(USUAL)))));
        assertThat(free(suite, 2)).containsExactly(0, 2);
    }

    @Test
    default void a_plan_made_before_a_unit_was_retired_never_uses_it() {
        RoomType suite = house().roomType("Suite", 2);
        ClaimRequest request = wanted(suite, aStay());
        ClaimPlan plan = plan(request);
        UnitId chosen =
                plan.planned().getFirst().placement().nights().firstEntry().getValue();
        String kept = suite.units().stream()
                .filter(unit -> !unit.id().equals(chosen))
                .findFirst()
                .orElseThrow()
                .name();
        house().resize(suite, List.of(kept));

        ClaimResult result = claim(plan);

        assertThat(only(((ClaimResult.Claimed) result).claims().getFirst())).isNotEqualTo(chosen);
        Claim late = recorded(suite, aStay());
        assertThat(late.placement().overbooked()).containsExactly(USUAL);
    }

    @Test
    default void a_recorded_stay_takes_what_is_free_and_keeps_the_other_nights_as_overbooked() {
        RoomType suite = house().roomType("Suite", 1);
        claimed(suite, aStay().after(1).of(2).nights());

        Claim late = recorded(suite, aStay().of(4).nights());

        assertThat(late.placement().nights().keySet()).containsExactly(USUAL, USUAL.plusDays(3));
        assertThat(late.placement().overbooked()).containsExactly(USUAL.plusDays(1), USUAL.plusDays(2));
        assertThat(stored(late)).isEqualTo(late);
        assertThat(free(suite, 4)).containsExactly(0, 0, 0, 0);
    }

    @Test
    default void overbooked_nights_get_the_unit_that_becomes_free() {
        RoomType suite = house().roomType("Suite", 1);
        Claim first = claimed(suite, aStay().of(2).nights());
        Claim late = recorded(suite, aStay().of(3).nights());

        release(first);

        assertThat(stored(late).placement().complete()).isTrue();
        assertThat(stored(late).placement().split()).isFalse();
        assertThat(stored(late).history().sequence()).isEqualTo(1);
        assertThat(free(suite, 3)).containsExactly(0, 0, 0);
    }

    @Test
    default void release_frees_exactly_its_nights() {
        RoomType suite = house().roomType("Suite", 2);
        Claim one = claimed(suite, aStay().of(3).nights());
        Claim two = claimed(suite, aStay().after(1).of(3).nights());

        release(one);
        release(one);

        assertThat(ledger().find(house().id(), one.id())).isEmpty();
        assertThat(stored(two)).isEqualTo(two);
        assertThat(free(suite, 5)).containsExactly(2, 1, 1, 1, 2);
    }

    @Test
    default void changed_dates_keep_the_unit_where_it_is_free() {
        RoomType suite = house().roomType("Suite", 3);
        claimed(suite, aStay().after(1).of(2).nights());
        Claim two = claimed(suite, aStay().of(2).nights());
        UnitId unit = only(two);

        Claim moved = changed(two, suite, aStay().after(1).of(3).nights());

        assertThat(only(moved)).isEqualTo(unit);
        assertThat(moved.dates()).isEqualTo(aStay().after(1).of(3).nights().dates());
        assertThat(moved.history().sequence()).isEqualTo(1);
        assertThat(free(suite, 4)).containsExactly(3, 1, 1, 2);
    }

    @Test
    default void a_changed_room_type_moves_the_nights_there() {
        RoomType suite = house().roomType("Suite", 1);
        RoomType twin = house().roomType("Twin", 1);
        Claim claim = claimed(suite, aStay());
        Claim waiting = recorded(suite, aStay());

        changed(claim, twin, aStay());

        assertThat(free(twin, 1)).containsExactly(0);
        assertThat(stored(waiting).placement().complete()).isTrue();
    }

    @Test
    default void a_change_to_what_is_stored_already_changes_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        Claim claim = claimed(suite, aStay());
        house().clock().tick(Duration.ofMinutes(1));

        assertThat(changed(claim, suite, aStay())).isEqualTo(claim);
    }

    @Test
    default void stays_that_change_places_do_not_clash_with_each_other() {
        RoomType suite = house().roomType("Suite", 1);
        Claim one = claimed(suite, aStay());
        Claim two = claimed(suite, aStay().after(1));

        change(
                List.of(
                        request(one.id(), one.holder(), suite, aStay().after(1)),
                        request(two.id(), two.holder(), suite, aStay())),
                List.of());

        assertThat(stored(one).placement().complete()).isTrue();
        assertThat(stored(two).placement().complete()).isTrue();
        assertThat(house().doubleBookings().unresolved(house().id())).isEmpty();
    }

    @Test
    default void nights_given_up_in_a_change_are_taken_by_the_same_change_before_anybody_who_waits() {
        RoomType suite = house().roomType("Suite", 1);
        Claim one = claimed(suite, aStay());
        Claim two = claimed(suite, aStay().after(1));
        Claim waiting = recorded(suite, aStay().of(2).nights());

        change(List.of(request(one.id(), one.holder(), suite, aStay().of(2).nights())), List.of(two.id()));

        assertThat(stored(one).placement().complete()).isTrue();
        assertThat(ledger().find(house().id(), two.id())).isEmpty();
        assertThat(stored(waiting).placement().overbooked()).hasSize(2);
    }

    @Test
    default void blocks_and_stays_are_counted_apart() {
        RoomType suite = house().roomType("Suite", 3);
        claimed(suite, aStay().of(2).nights());
        Holder block = new BlockId(house().identifiers().next());
        house().write(() ->
                GivenClaims.record(ledger(), house().id(), request(newId(), block, suite, aStay().after(1))));

        List<NightCount> counts = ledger().count(
                        house().id(), List.of(suite), aStay().of(2).nights().dates());

        assertThat(counts)
                .containsExactly(
                        new NightCount(suite.id(), USUAL, 3, 1, 0, 0),
                        new NightCount(suite.id(), USUAL.plusDays(1), 3, 1, 1, 0));
    }

    @Test
    default void claims_are_found_by_holder_and_by_the_nights_they_touch() {
        RoomType suite = house().roomType("Suite", 2);
        Claim one = claimed(suite, aStay().of(2).nights());
        Claim two = claimed(suite, aStay().after(2));

        assertThat(ledger().ofHolder(house().id(), one.holder())).containsExactlyInAnyOrder(one, two);
        assertThat(ledger().inRoomType(house().id(), suite, USUAL.plusDays(1), USUAL.plusDays(2)))
                .containsExactly(one);
        assertThat(ledger().inRoomType(house().id(), suite, USUAL.plusDays(3), USUAL.plusDays(9)))
                .isEmpty();
    }

    @Test
    default void the_largest_group_for_the_longest_stay_is_claimed_and_released() {
        RoomType hall = house().roomType("Hall", 23);
        AStay stay = aStay().of(StayDates.MAX_NIGHTS).nights();
        ClaimRequest[] requests = new ClaimRequest[23];
        Arrays.setAll(requests, _ -> wanted(hall, stay));

        ClaimResult result = claim(plan(requests));

        assertThat(result).isInstanceOf(ClaimResult.Claimed.class);
        assertThat(house().available(hall, USUAL, 2)).containsExactly(0, 0);
        assertThat(recorded(hall, stay).placement().overbooked()).hasSize(StayDates.MAX_NIGHTS);
    }

    @Test
    default void planned_placements_come_in_the_order_of_the_requests() {
        RoomType suite = house().roomType("Suite", 2);
        RoomType twin = house().roomType("Twin", 2);
        ClaimRequest[] requests = {wanted(twin, aStay()), wanted(suite, aStay()), wanted(twin, aStay())};

        assertThat(plan(requests).planned()).extracting(Planned::request).containsExactly(requests);
    }
}
