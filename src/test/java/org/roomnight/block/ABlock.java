package org.roomnight.block;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.AStay;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** What staff say of a block, in the making: an owner stay without a note, unless a test says otherwise. */
record ABlock(
        List<StayDates> stays,
        @Nullable RoomTypeId roomType,
        @Nullable UnitId unit,
        BlockReason reason,
        @Nullable String note) {

    static ABlock aBlock(AStay... stays) {
        List<StayDates> dates = Arrays.stream(stays).map(AStay::dates).toList();
        return new ABlock(dates, null, null, BlockReason.OWNER_STAY, null);
    }

    ABlock of(RoomType type) {
        return new ABlock(stays, type.id(), null, reason, note);
    }

    /** The unit with this number, the first is 1. */
    ABlock of(RoomType type, int number) {
        return new ABlock(stays, type.id(), type.unitIds().get(number - 1), reason, note);
    }

    ABlock ofTheWholeProperty() {
        return new ABlock(stays, null, null, reason, note);
    }

    ABlock because(BlockReason reason) {
        return new ABlock(stays, roomType, unit, reason, note);
    }

    ABlock noting(String note) {
        return new ABlock(stays, roomType, unit, reason, note);
    }

    BlockFacts facts() {
        return BlockFacts.of(roomType, unit, stays, reason, note);
    }
}
