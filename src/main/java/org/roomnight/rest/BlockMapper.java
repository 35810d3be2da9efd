package org.roomnight.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.NightLedger;
import org.roomnight.block.Assumption;
import org.roomnight.block.Block;
import org.roomnight.block.BlockFacts;
import org.roomnight.conflict.DoubleBookings;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.UnitId;
import org.roomnight.rest.BlockDto.StayDto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Shows blocks, and after a change the double bookings that they have. */
final class BlockMapper {

    private final NightLedger ledger;
    private final DoubleBookings doubleBookings;
    private final DoubleBookingMapper clashes;

    BlockMapper(NightLedger ledger, DoubleBookings doubleBookings, DoubleBookingMapper clashes) {
        this.ledger = ledger;
        this.doubleBookings = doubleBookings;
        this.clashes = clashes;
    }

    static BlockDto show(Block block, RoomTypeLookup roomTypes) {
        return show(block, roomTypes, null);
    }

    BlockDto showWithClashes(Block block, RoomTypeLookup roomTypes) {
        List<ClaimId> claims = ledger.ofHolder(block.property(), block.id()).stream()
                .map(Claim::id)
                .toList();
        return show(
                block,
                roomTypes,
                doubleBookings.unresolved(block.property(), claims).stream()
                        .map(clash -> clashes.show(clash, roomTypes))
                        .toList());
    }

    private static BlockDto show(
            Block block, RoomTypeLookup roomTypes, @Nullable List<DoubleBookingDto> doubleBookings) {
        BlockFacts facts = block.facts();
        return new BlockDto(
                block.id().value(),
                facts.roomType() == null ? null : facts.roomType().value(),
                unitName(facts, facts.unit(), roomTypes),
                facts.firstArrival(),
                facts.lastDeparture(),
                JsonWords.of(facts.reason()),
                facts.note(),
                facts.stays().size() == 1
                        ? null
                        : facts.stays().stream()
                                .map(stay -> new StayDto(
                                        stay.dates().arrival(),
                                        stay.dates().departure(),
                                        unitName(facts, stay.unit(), roomTypes)))
                                .toList(),
                facts.assumptions().stream().map(BlockMapper::warning).toList(),
                block.version().value(),
                doubleBookings);
    }

    private static @Nullable String unitName(BlockFacts facts, @Nullable UnitId unit, RoomTypeLookup roomTypes) {
        return facts.roomType() == null || unit == null ? null : roomTypes.unitName(facts.roomType(), unit);
    }

    private static Warning warning(Assumption assumption) {
        return new Warning(
                assumption.pointer(), text(assumption.sent()), text(assumption.stored()), assumption.detail());
    }

    private static @Nullable JsonNode text(@Nullable String value) {
        return value == null ? null : StringNode.valueOf(value);
    }
}
