package org.roomnight.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.ABooking.aBooking;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;
import static org.roomnight.block.ABlock.aBlock;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.availability.Claim;
import org.roomnight.availability.OnTaken;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.block.Blocks.Removal;
import org.roomnight.booking.Booking;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.Version;

/** Blocks that are changed and removed, on any database. */
interface ChangingBlocksContract extends BlocksOfAHouse {

    @Test
    default void a_change_moves_the_nights_and_keeps_the_claims_of_the_others() {
        RoomType suite = house().roomType("Suite", 2);
        Block block = made(aBlock(BlocksOfAHouse.nights(0, 1), BlocksOfAHouse.nights(3, 2), BlocksOfAHouse.nights(7, 1))
                .of(suite));
        List<Claim> before = claims(block);
        house().clock().tick(Duration.ofHours(1));

        Block now = changed(
                block,
                aBlock(BlocksOfAHouse.nights(0, 1), BlocksOfAHouse.nights(4, 1), BlocksOfAHouse.nights(7, 1))
                        .of(suite));

        List<Claim> after = claims(block);
        assertThat(stored(block)).isEqualTo(now);
        assertThat(now.version()).isEqualTo(new Version(2));
        assertThat(now.createdAt()).isEqualTo(block.createdAt());
        assertThat(now.changedAt()).isEqualTo(house().clock().instant());
        assertThat(after)
                .extracting(Claim::id)
                .isEqualTo(before.stream().map(Claim::id).toList());
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(2)).isEqualTo(before.get(2));
        assertThat(free(suite, 8)).containsExactly(1, 2, 2, 2, 1, 2, 2, 1);
    }

    @Test
    default void a_change_does_not_clash_with_itself() {
        RoomType suite = house().roomType("Suite", 1);
        Block block = made(aBlock(BlocksOfAHouse.nights(0, 3)).of(suite));

        assertThat(put(block.id(), aBlock(BlocksOfAHouse.nights(1, 3)).of(suite), OnTaken.REFUSE, ANY))
                .isInstanceOf(Blocking.Changed.class);

        assertThat(free(suite, 4)).containsExactly(1, 0, 0, 0);
        assertThat(clashes()).isZero();
    }

    @Test
    default void a_change_onto_taken_nights_is_refused_and_changes_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        Block block = made(aBlock(aStay()).of(suite));
        Claim claim = only(block);
        house().sell(aBooking(aStay().after(1).in(suite)));

        assertThat(put(block.id(), aBlock(BlocksOfAHouse.nights(0, 2)).of(suite), OnTaken.REFUSE, ANY))
                .isEqualTo(BlocksOfAHouse.taken(suite, USUAL.plusDays(1)));

        assertThat(stored(block)).isEqualTo(block);
        assertThat(only(block)).isEqualTo(claim);
    }

    @Test
    default void a_new_note_reaches_the_claim_and_is_not_refused_for_a_clash_that_stands() {
        RoomType suite = house().roomType("Suite", 1);
        house().sell(aBooking(aStay().in(suite)));
        Block block = made(aBlock(aStay()).of(suite));

        Blocking changed = put(block.id(), aBlock(aStay()).of(suite).noting("aunt"), OnTaken.REFUSE, ANY);

        assertThat(changed).isInstanceOf(Blocking.Changed.class);
        assertThat(only(block).label().specialRequests()).isEqualTo("aunt");
        assertThat(clashes()).isEqualTo(1);
    }

    @Test
    default void the_same_again_changes_nothing() {
        RoomType suite = house().roomType("Suite", 1);
        ABlock said = aBlock(BlocksOfAHouse.nights(0, 1), BlocksOfAHouse.nights(3, 2))
                .of(suite)
                .noting("aunt");
        Block block = made(said);
        List<Claim> claims = claims(block);
        house().clock().tick(Duration.ofHours(1));

        assertThat(changed(block, said)).isEqualTo(block);
        assertThat(claims(block)).isEqualTo(claims);
    }

    @Test
    default void a_block_can_become_one_of_another_room_type_or_of_the_whole_property() {
        RoomType suite = house().roomType("Suite", 2);
        RoomType twin = house().roomType("Twin", 1);
        Block block = made(aBlock(aStay()).of(suite));

        changed(block, aBlock(aStay()).of(twin));
        assertThat(free(suite, 1)).containsExactly(2);
        assertThat(free(twin, 1)).containsExactly(0);

        changed(block, aBlock(aStay()).ofTheWholeProperty());
        assertThat(free(suite, 1)).containsExactly(0);
        assertThat(claims(block)).hasSize(3);

        changed(block, aBlock(aStay()).of(suite, 1));
        assertThat(free(suite, 1)).containsExactly(1);
        assertThat(free(twin, 1)).containsExactly(1);
        assertThat(only(block).wantedUnit()).isEqualTo(suite.unitIds().getFirst());
    }

    @Test
    default void a_removed_block_frees_its_nights_for_who_waits() {
        RoomType suite = house().roomType("Suite", 1);
        Block block = made(
                aBlock(BlocksOfAHouse.nights(0, 1), BlocksOfAHouse.nights(2, 1)).of(suite));
        Booking late = house().record(aBooking(aStay().in(suite)));
        assertThat(clashes()).isEqualTo(1);

        assertThat(remove(block)).isEqualTo(new Removal.Removed(block));

        assertThat(blocks().find(house().id(), block.id())).isEmpty();
        assertThat(claims(block)).isEmpty();
        assertThat(clashes()).isZero();
        assertThat(free(suite, 3)).containsExactly(0, 1, 1);
        assertThat(house().ledger()
                        .find(house().id(), late.claims().getFirst())
                        .orElseThrow()
                        .placement()
                        .complete())
                .isTrue();
        assertThat(remove(block)).isEqualTo(new Removal.Unknown());
    }

    @Test
    default void versions_are_compared() {
        RoomType suite = house().roomType("Suite", 2);
        ABlock said = aBlock(aStay()).of(suite);
        Block block = made(said);
        ExpectedVersion second = new ExpectedVersion.Exactly(new Version(2));

        assertThat(put(block.id(), said.noting("x"), OnTaken.KEEP, NEW))
                .isEqualTo(new Blocking.VersionNeeded(Version.FIRST));
        assertThat(put(block.id(), said.noting("x"), OnTaken.KEEP, second)).isEqualTo(new Blocking.Stale());
        assertThat(put(newId(), said, OnTaken.KEEP, ANY)).isEqualTo(new Blocking.Stale());
        assertThat(blocks().remove(house().id(), block.id(), second)).isEqualTo(new Removal.Stale());
        assertThat(stored(block)).isEqualTo(block);
    }
}
