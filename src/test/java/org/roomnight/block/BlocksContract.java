package org.roomnight.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;
import static org.roomnight.block.ABlock.aBlock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.AStay;
import org.roomnight.TestHouse;
import org.roomnight.availability.Claim;
import org.roomnight.availability.OnTaken;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.block.Blocks.Removal;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.inventory.PutResult;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.ListPosition;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.Version;

/** What both databases promise of blocks. */
interface BlocksContract extends BlocksOfAHouse {

    @Test
    default void a_block_takes_one_unit_off_sale_and_is_found_as_it_was_said() {
        RoomType suite = house().roomType("Suite", 2);
        ABlock said = aBlock(BlocksOfAHouse.nights(0, 2))
                .of(suite)
                .because(BlockReason.OUT_OF_ORDER)
                .noting("new boiler");

        Block block = made(said);

        assertThat(stored(block)).isEqualTo(block);
        assertThat(block.facts()).isEqualTo(said.facts());
        assertThat(block.version()).isEqualTo(Version.FIRST);
        assertThat(block.createdAt()).isEqualTo(house().clock().instant());
        assertThat(free(suite, 3)).containsExactly(1, 1, 2);
        Claim claim = only(block);
        assertThat(claim.holder()).isInstanceOf(BlockId.class);
        assertThat(claim.label().title()).isEqualTo("Out of order");
        assertThat(claim.label().specialRequests()).isEqualTo("new boiler");
    }

    @Test
    default void a_block_of_one_unit_takes_that_unit() {
        RoomType suite = house().roomType("Suite", 3);

        Block block = made(aBlock(aStay()).of(suite, 2));

        assertThat(only(block).placement().nights().values())
                .containsExactly(suite.unitIds().get(1));
        assertThat(stored(block)).isEqualTo(block);
    }

    @Test
    default void a_block_of_the_whole_property_takes_every_unit() {
        RoomType suite = house().roomType("Suite", 2);
        RoomType twin = house().roomType("Twin", 3);

        Block block = made(aBlock(BlocksOfAHouse.nights(0, 2)).ofTheWholeProperty());

        assertThat(claims(block)).hasSize(5).allMatch(claim -> claim.wantedUnit() != null);
        assertThat(free(suite, 3)).containsExactly(0, 0, 2);
        assertThat(free(twin, 3)).containsExactly(0, 0, 3);
        assertThat(house().sell(aBooking(aStay().in(twin)))).isInstanceOf(Sale.Taken.class);
    }

    @Test
    default void a_block_that_recurs_has_a_claim_for_each_stay() {
        RoomType suite = house().roomType("Suite", 1);

        Block block = made(aBlock(BlocksOfAHouse.nights(0, 1), BlocksOfAHouse.nights(3, 2), BlocksOfAHouse.nights(7, 1))
                .of(suite));

        assertThat(claims(block)).hasSize(3);
        assertThat(stored(block)).isEqualTo(block);
        assertThat(free(suite, 8)).containsExactly(0, 1, 1, 0, 0, 1, 1, 0);
    }

    @Test
    default void a_block_over_taken_nights_is_refused_by_room_type_and_changes_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        RoomType twin = house().roomType("Twin", 1);
        house().sell(aBooking(aStay().after(1).in(suite)));
        BlockId id = newId();

        assertThat(put(id, aBlock(BlocksOfAHouse.nights(0, 3)).ofTheWholeProperty(), OnTaken.REFUSE, NEW))
                .isEqualTo(BlocksOfAHouse.taken(suite, USUAL.plusDays(1)));

        assertThat(blocks().find(house().id(), id)).isEmpty();
        assertThat(free(suite, 3)).containsExactly(1, 0, 1);
        assertThat(free(twin, 3)).containsExactly(1, 1, 1);
        assertThat(put(id, aBlock(BlocksOfAHouse.nights(2, 1)).ofTheWholeProperty(), OnTaken.REFUSE, NEW))
                .isInstanceOf(Blocking.Created.class);
    }

    @Test
    default void a_block_that_is_kept_takes_the_free_nights_and_the_others_are_double_bookings() {
        RoomType suite = house().roomType("Suite", 1);
        Booking booking = house().record(aBooking(aStay().after(1).in(suite)));

        Block block = made(aBlock(BlocksOfAHouse.nights(0, 3)).of(suite));

        assertThat(only(block).placement().overbooked()).containsExactly(USUAL.plusDays(1));
        assertThat(free(suite, 3)).containsExactly(0, 0, 0);
        assertThat(house().doubleBookings()
                        .unresolved(house().id(), List.of(only(block).id())))
                .extracting(clash -> clash.dates())
                .containsExactly(aStay().after(1).dates());
        house().bookings().cancel(house().id(), booking.id(), ANY);
        assertThat(only(block).placement().complete()).isTrue();
        assertThat(clashes()).isZero();
    }

    @Test
    default void a_room_type_or_unit_that_is_not_there_is_named_as_unknown() {
        RoomType suite = house().roomType("Suite", 2);
        RoomType twin = house().roomType("Twin", 1);
        ABlock unit =
                new ABlock(List.of(aStay().dates()), suite.id(), twin.unitIds().getFirst(), BlockReason.OTHER, null);
        ABlock type = new ABlock(
                List.of(aStay().dates()), new RoomTypeId(house().identifiers().next()), null, BlockReason.OTHER, null);

        assertThat(put(newId(), unit, OnTaken.KEEP, NEW)).isEqualTo(new Blocking.UnknownRoom());
        assertThat(put(newId(), type, OnTaken.KEEP, NEW)).isEqualTo(new Blocking.UnknownRoom());
    }

    @Test
    default void a_block_has_at_most_so_many_claims() {
        house().roomType("Suite", 4);
        AStay[] stays = IntStream.rangeClosed(0, Blocks.MAX_CLAIMS / 4)
                .mapToObj(i -> BlocksOfAHouse.nights(2 * i, 1))
                .toArray(AStay[]::new);
        AStay[] oneLess = Arrays.copyOf(stays, stays.length - 1);

        assertThat(put(newId(), aBlock(stays).ofTheWholeProperty(), OnTaken.REFUSE, NEW))
                .isEqualTo(new Blocking.TooLarge());
        Block block = made(aBlock(oneLess).ofTheWholeProperty());
        assertThat(claims(block)).hasSize(Blocks.MAX_CLAIMS);
        assertThat(remove(block)).isInstanceOf(Removal.Removed.class);
    }

    @Test
    default void blocks_of_the_whole_property_have_at_most_so_many_claims_together() {
        RoomType suite = house().roomType("Suite", 4);
        int stays = Blocks.MAX_CLAIMS / 4;
        List<Block> all = IntStream.range(0, Blocks.MAX_TOGETHER)
                .mapToObj(block -> IntStream.range(block * stays, (block + 1) * stays)
                        .mapToObj(i -> BlocksOfAHouse.nights(2 * i, 1))
                        .toArray(AStay[]::new))
                .map(nights -> made(aBlock(nights).ofTheWholeProperty()))
                .toList();
        ABlock oneMore = aBlock(BlocksOfAHouse.nights(1, 1)).ofTheWholeProperty();

        assertThat(put(newId(), oneMore, OnTaken.REFUSE, NEW)).isEqualTo(new Blocking.TooLarge());
        assertThat(put(newId(), oneMore.of(suite), OnTaken.REFUSE, NEW)).isInstanceOf(Blocking.Created.class);
        assertThat(changed(all.getFirst(), oneMore).facts().stays()).hasSize(1);
        assertThat(put(newId(), oneMore, OnTaken.KEEP, NEW)).isInstanceOf(Blocking.Created.class);
    }

    @Test
    default void a_new_unit_is_off_sale_as_long_as_the_whole_property_is() {
        RoomType suite = house().roomType("Suite", 1);
        Block block = made(aBlock(BlocksOfAHouse.nights(0, 2)).ofTheWholeProperty());

        house().resize(suite, 2);
        RoomType twin = house().roomType("Twin", 1);

        assertThat(free(suite, 3)).containsExactly(0, 0, 2);
        assertThat(free(twin, 3)).containsExactly(0, 0, 1);
        assertThat(stored(block)).isEqualTo(block);
    }

    @Test
    default void a_block_of_a_unit_that_is_retired_goes_on_in_any_other() {
        RoomType suite = house().roomType("Suite", 2);
        Block block = made(aBlock(aStay()).of(suite, 2));

        assertThat(house().resize(suite, 1)).isInstanceOf(PutResult.Changed.class);

        assertThat(stored(block).facts().unit()).isNull();
        assertThat(stored(block).version()).isEqualTo(new Version(2));
        assertThat(only(block).placement().complete()).isTrue();
        assertThat(free(suite, 1)).containsExactly(0);
    }

    @Test
    default void a_unit_is_not_retired_while_the_whole_property_is_blocked() {
        RoomType suite = house().roomType("Suite", 2);
        made(aBlock(aStay()).ofTheWholeProperty());

        assertThat(house().resize(suite, 1)).isEqualTo(new PutResult.TooFewUnits<>(List.of(USUAL)));
    }

    @Test
    default void lists_are_cut_into_pages_and_know_which_nights_a_block_has() {
        RoomType suite = house().roomType("Suite", 3);
        Block early = made(aBlock(BlocksOfAHouse.nights(0, 1), BlocksOfAHouse.nights(20, 1))
                .of(suite));
        Block two = made(aBlock(BlocksOfAHouse.nights(5, 2)).of(suite));
        house().clock().tick(Duration.ofSeconds(1)); // identifiers are in the order of time
        Block three = made(aBlock(BlocksOfAHouse.nights(5, 2)).of(suite));

        assertThat(blocks().list(house().id(), USUAL.plusDays(5), USUAL.plusDays(7), null, 10))
                .containsExactly(two, three);
        List<Block> pages = new ArrayList<>();
        ListPosition after = null;
        for (int page = 0; page < 3; page++) {
            List<Block> found = blocks().list(house().id(), USUAL, USUAL.plusDays(30), after, 1);
            pages.addAll(found);
            after = Blocks.position(found.getLast());
        }
        assertThat(pages).containsExactly(early, two, three);
        assertThat(blocks().list(house().id(), USUAL, USUAL.plusDays(30), after, 1))
                .isEmpty();
    }

    @Test
    default void blocks_of_another_property_are_not_there() {
        RoomType suite = house().roomType("Suite", 1);
        Block block = made(aBlock(aStay()).of(suite));
        try (TestHouse other = TestHouse.in(house().database())) {
            assertThat(other.blocks().find(other.id(), block.id())).isEmpty();
            assertThat(other.blocks().remove(other.id(), block.id(), ANY)).isEqualTo(new Removal.Unknown());
            assertThat(other.blocks().list(other.id(), USUAL, USUAL.plusDays(9), null, 10))
                    .isEmpty();
        }
        assertThat(stored(block)).isEqualTo(block);
    }
}
