package org.roomnight.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.AStay.aStay;
import static org.roomnight.block.ABlock.aBlock;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.AStay;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

class BlockFactsTest {

    private static AStay[] everySecondNight(int count) {
        return IntStream.range(0, count).mapToObj(i -> aStay().after(2 * i)).toArray(AStay[]::new);
    }

    private static AStay nights(int first, int count) {
        return aStay().after(first).of(count).nights();
    }

    @Test
    void stays_are_sorted_and_merged_where_they_overlap_and_not_where_they_touch() {
        BlockFacts facts = aBlock(nights(9, 1), nights(4, 3), nights(0, 2), nights(1, 2), nights(5, 1), nights(3, 1))
                .facts();

        assertThat(facts.dates())
                .containsExactly(
                        nights(0, 3).dates(),
                        nights(3, 1).dates(),
                        nights(4, 3).dates(),
                        nights(9, 1).dates());
        assertThat(facts.nights()).isEqualTo(8);
    }

    @Test
    void what_is_too_long_for_one_stay_stays_two_that_touch() {
        BlockFacts facts = aBlock(nights(0, StayDates.MAX_NIGHTS), nights(1, StayDates.MAX_NIGHTS))
                .facts();

        assertThat(facts.dates())
                .containsExactly(
                        nights(0, StayDates.MAX_NIGHTS).dates(),
                        nights(StayDates.MAX_NIGHTS, 1).dates());
    }

    @Test
    void there_are_at_most_a_thousand_stays() {
        assertThat(aBlock(everySecondNight(BlockFacts.MAX_STAYS)).facts().stays())
                .hasSize(BlockFacts.MAX_STAYS);
        assertThatThrownBy(
                        () -> aBlock(everySecondNight(BlockFacts.MAX_STAYS + 1)).facts())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> aBlock().facts()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void further_stays_are_added_and_those_that_are_there_keep_their_dates() {
        BlockFacts facts =
                aBlock(nights(0, 2), nights(10, StayDates.MAX_NIGHTS)).facts();

        BlockFacts further = facts.with(
                anywhere(nights(0, 2), nights(5, 1), nights(12, StayDates.MAX_NIGHTS)),
                nights(0, 2).dates().departure());

        assertThat(further.dates())
                .containsExactly(
                        nights(0, 2).dates(),
                        nights(5, 1).dates(),
                        nights(10, StayDates.MAX_NIGHTS).dates(),
                        nights(10 + StayDates.MAX_NIGHTS, 2).dates());
        assertThat(further.with(facts.stays(), StayDates.LATEST)).isEqualTo(further);
    }

    private static List<BlockStay> anywhere(AStay... stays) {
        return Arrays.stream(stays)
                .map(stay -> new BlockStay(stay.dates(), null))
                .toList();
    }

    private static BlockStay in(UnitId unit, AStay stay) {
        return new BlockStay(stay.dates(), unit);
    }

    @Test
    void stays_of_one_night_in_two_units_remain_two_and_those_of_the_block_go_where_it_goes() {
        RoomTypeId type = new RoomTypeId(new UUID(0, 1));
        UnitId one = new UnitId(new UUID(1, 1));
        UnitId two = new UnitId(new UUID(1, 2));
        UnitId three = new UnitId(new UUID(1, 3));
        List<BlockStay> stays =
                List.of(in(two, nights(1, 2)), in(one, nights(0, 2)), in(one, nights(1, 1)), in(two, nights(2, 1)));
        BlockFacts facts = new BlockFacts(type, one, stays, BlockReason.OTHER, null, List.of());

        assertThat(facts.stays()).containsExactly(in(one, nights(0, 2)), in(two, nights(1, 2)));
        assertThat(facts.lastDeparture()).isEqualTo(nights(2, 1).dates().departure());
        assertThat(facts.with(type, three, BlockReason.OTHER, null).stays())
                .containsExactly(in(three, nights(0, 2)), in(two, nights(1, 2)));
        assertThat(facts.with(new RoomTypeId(new UUID(0, 2)), null, BlockReason.OTHER, null)
                        .stays())
                .containsExactly(new BlockStay(nights(0, 3).dates(), null));
    }

    @Test
    void of_too_many_stays_those_that_were_over_are_forgotten_first_and_then_the_last_are_left_out() {
        BlockFacts full = aBlock(everySecondNight(BlockFacts.MAX_STAYS)).facts();
        List<BlockStay> more = anywhere(nights(2_000, 1), nights(2_002, 1));

        assertThat(full.with(more, full.dates().get(1).departure()).dates())
                .hasSize(BlockFacts.MAX_STAYS)
                .startsWith(full.dates().get(2))
                .endsWith(nights(2_002, 1).dates());
        assertThat(full.with(more, full.dates().getFirst().departure()).dates())
                .hasSize(BlockFacts.MAX_STAYS)
                .startsWith(full.dates().get(1))
                .endsWith(nights(2_000, 1).dates());
    }

    @Test
    void a_note_has_at_most_two_thousand_characters() {
        char[] longest = new char[BlockFacts.MAX_NOTE];
        Arrays.fill(longest, 'n');
        String note = new String(longest);

        assertThat(aBlock(aStay()).noting(note).facts().note()).isEqualTo(note);
        assertThatThrownBy(() -> aBlock(aStay()).noting(note + "n").facts())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
