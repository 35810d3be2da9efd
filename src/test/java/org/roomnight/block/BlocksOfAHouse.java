package org.roomnight.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.AStay.USUAL;
import static org.roomnight.AStay.aStay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.roomnight.AStay;
import org.roomnight.TestHouse;
import org.roomnight.availability.Claim;
import org.roomnight.availability.OnTaken;
import org.roomnight.availability.TakenNights;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.block.Blocks.Removal;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;

/** What the contracts of blocks do with a house. */
interface BlocksOfAHouse {

    ExpectedVersion NEW = new ExpectedVersion.Unsaid();
    ExpectedVersion ANY = new ExpectedVersion.Any();

    TestHouse house();

    default Blocks blocks() {
        return house().blocks();
    }

    default BlockId newId() {
        return new BlockId(house().identifiers().next());
    }

    default Blocking put(BlockId id, ABlock block, OnTaken onTaken, ExpectedVersion expected) {
        return blocks().put(house().id(), id, block.facts(), onTaken, expected);
    }

    default Block made(ABlock block) {
        return ((Blocking.Created) put(newId(), block, OnTaken.KEEP, NEW)).now();
    }

    default Block changed(Block block, ABlock now) {
        return ((Blocking.Changed) put(block.id(), now, OnTaken.KEEP, ANY)).now();
    }

    default Removal remove(Block block) {
        return blocks().remove(house().id(), block.id(), new ExpectedVersion.Exactly(block.version()));
    }

    default Block stored(Block block) {
        return blocks().find(house().id(), block.id()).orElseThrow();
    }

    default List<Claim> claims(Block block) {
        return house().ledger().ofHolder(house().id(), block.id()).stream()
                .sorted(Comparator.comparing(claim -> claim.dates().arrival()))
                .toList();
    }

    default Claim only(Block block) {
        assertThat(claims(block)).hasSize(1);
        return claims(block).getFirst();
    }

    default int clashes() {
        return house().doubleBookings().unresolved(house().id()).size();
    }

    default List<Integer> free(RoomType type, int nights) {
        return house().available(type, USUAL, nights);
    }

    static Blocking taken(RoomType type, LocalDate... nights) {
        return new Blocking.Taken(List.of(new TakenNights(type.id(), List.of(nights))));
    }

    static AStay nights(int first, int count) {
        return aStay().after(first).of(count).nights();
    }
}
