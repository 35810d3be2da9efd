package org.roomnight.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimKind;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.ClaimRequest;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.NightLedger;
import org.roomnight.block.Blocks.IfTaken;
import org.roomnight.block.ClaimMatching.Wanted;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.UnitId;

/** The claims of blocks: one for each stay and unit. Call it in the write of the property. */
final class BlockClaims {

    private final NightLedger ledger;
    private final RoomTypes roomTypes;
    private final IdentifierSource identifiers;

    BlockClaims(NightLedger ledger, RoomTypes roomTypes, IdentifierSource identifiers) {
        this.ledger = ledger;
        this.roomTypes = roomTypes;
        this.identifiers = identifiers;
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

    ClaimResult put(PropertyId property, BlockId id, BlockFacts facts, List<Room> rooms, IfTaken ifTaken) {
        List<Claim> held = held(property, id);
        List<ClaimRequest> requests = requests(id, facts, new ClaimMatching(wanted(facts, rooms), held));
        return switch (ifTaken) {
            case REFUSE -> ledger.changeIfFree(property, held, requests);
            case KEEP -> new ClaimResult.Claimed(ledger.change(property, held, requests));
        };
    }

    /** Many blocks that stand already, which get these rooms; one by one they would keep everybody else waiting. */
    void keep(PropertyId property, List<Block> blocks, List<Room> rooms) {
        Map<UUID, List<Claim>> held = ledger.ofHolders(
                property, blocks.stream().map(block -> block.id().value()).toList());
        List<ClaimRequest> requests = new ArrayList<>();
        List<Claim> all = new ArrayList<>();
        for (Block block : blocks) {
            List<Claim> own = inOrder(held.getOrDefault(block.id().value(), List.of()));
            all.addAll(own);
            requests.addAll(requests(block.id(), block.facts(), new ClaimMatching(wanted(block.facts(), rooms), own)));
        }
        ledger.change(property, all, requests);
    }

    private List<ClaimRequest> requests(BlockId id, BlockFacts facts, ClaimMatching matching) {
        ClaimLabel label = ClaimLabel.ofBlock(facts.reason().title(), facts.note());
        List<ClaimRequest> requests = new ArrayList<>();
        for (ClaimMatching.Match match : matching.matches()) {
            Wanted one = match.wanted();
            ClaimId claim = match.claim() == null
                    ? new ClaimId(identifiers.next())
                    : match.claim().id();
            requests.add(new ClaimRequest(
                    claim, ClaimKind.BLOCK, id.value(), one.roomType(), one.dates(), label, one.unit()));
        }
        return requests;
    }

    private static List<Wanted> wanted(BlockFacts facts, List<Room> rooms) {
        return rooms.stream()
                .flatMap(room -> facts.stays().stream()
                        .map(stay -> new Wanted(room.roomType(), unit(facts, room, stay), stay.dates())))
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
        ledger.change(property, held(property, id), List.of());
    }

    private List<Claim> held(PropertyId property, BlockId id) {
        return inOrder(ledger.ofHolder(property, id.value()));
    }

    /** By date, so that the first of those wanted becomes the first of those held. */
    private static List<Claim> inOrder(List<Claim> claims) {
        return claims.stream()
                .sorted(Comparator.comparing((Claim claim) -> claim.dates().arrival())
                        .thenComparing(claim -> claim.id().toString()))
                .toList();
    }
}
