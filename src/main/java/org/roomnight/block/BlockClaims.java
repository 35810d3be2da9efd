package org.roomnight.block;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.NightLedger;
import org.roomnight.availability.OnTaken;
import org.roomnight.availability.Wanted;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.UnitId;

/** The claims of blocks: one for each stay and unit. Call it in the write of the property. */
final class BlockClaims {

    private final NightLedger ledger;
    private final RoomTypes roomTypes;

    BlockClaims(NightLedger ledger, RoomTypes roomTypes) {
        this.ledger = ledger;
        this.roomTypes = roomTypes;
    }

    /** A unit of a room type, or any of them when null. */
    record Room(RoomType roomType, @Nullable UnitId unit) {}

    /** What a block occupies as the property is now; empty when its room type or unit is not there (any more). */
    Optional<List<Room>> rooms(PropertyId property, BlockFacts facts) {
        if (facts.roomType() == null) {
            return Optional.of(ofWholeProperty(property));
        }
        return roomTypes
                .find(property, facts.roomType())
                .filter(type -> facts.unit() == null || type.unitIds().contains(facts.unit()))
                .map(type -> List.of(new Room(type, facts.unit())));
    }

    /** Every unit that there is now. */
    List<Room> ofWholeProperty(PropertyId property) {
        return roomTypes.list(property).stream()
                .flatMap(type -> type.unitIds().stream().map(unit -> new Room(type, unit)))
                .toList();
    }

    /** Whether one block may occupy so much. */
    static boolean fits(BlockFacts facts, List<Room> rooms) {
        return (long) rooms.size() * facts.stays().size() <= Blocks.MAX_CLAIMS
                && (long) rooms.size() * facts.nights() <= Blocks.MAX_UNIT_NIGHTS;
    }

    /** Whether blocks of the whole property may occupy so much together. */
    static boolean fitTogether(long stays, long nights, List<Room> rooms) {
        return stays * rooms.size() <= (long) Blocks.MAX_TOGETHER * Blocks.MAX_CLAIMS
                && nights * rooms.size() <= (long) Blocks.MAX_TOGETHER * Blocks.MAX_UNIT_NIGHTS;
    }

    ClaimResult put(PropertyId property, BlockId id, BlockFacts facts, List<Room> rooms, OnTaken onTaken) {
        return ledger.hold(property, id, wanted(facts, rooms), onTaken);
    }

    /** Many blocks that stand already, which get these rooms; one by one they would keep everybody else waiting. */
    void keep(PropertyId property, List<Block> blocks, List<Room> rooms) {
        Map<BlockId, List<Wanted>> wanted = new LinkedHashMap<>();
        blocks.forEach(block -> wanted.put(block.id(), wanted(block.facts(), rooms)));
        ledger.holdAll(property, wanted);
    }

    private static List<Wanted> wanted(BlockFacts facts, List<Room> rooms) {
        ClaimLabel label = ClaimLabel.ofBlock(facts.reason().title(), facts.note());
        return rooms.stream()
                .flatMap(room -> facts.stays().stream()
                        .map(stay -> new Wanted(room.roomType(), unit(facts, room, stay), stay.dates(), label)))
                .toList();
    }

    /** Each unit of the whole property; else that of the stay, as long as the room type has it. */
    private static @Nullable UnitId unit(BlockFacts facts, Room room, BlockStay stay) {
        if (facts.roomType() == null) {
            return room.unit();
        }
        return stay.unit() != null && room.roomType().unitIds().contains(stay.unit()) ? stay.unit() : null;
    }

    void release(PropertyId property, BlockId id) {
        ledger.release(property, id);
    }
}
