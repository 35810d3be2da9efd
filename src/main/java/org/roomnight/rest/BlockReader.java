package org.roomnight.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.OnTaken;
import org.roomnight.block.BlockFacts;
import org.roomnight.block.BlockReason;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** Reads what a client says of a block, after {@code identifier}. */
final class BlockReader {

    private final Members members;
    private final RoomTypeLookup roomTypes;

    BlockReader(Members members, RoomTypeLookup roomTypes) {
        this.members = members;
        this.roomTypes = roomTypes;
    }

    /** What is to be blocked, and what then becomes of taken nights. */
    record Wish(BlockFacts facts, OnTaken ifTaken) {}

    /** All broken rules are named in one refusal. */
    Wish read() {
        Optional<List<StayDates>> stay = Dates.stay(members).map(List::of);
        return wish((type, unit, reason, note) -> BlockFacts.of(type, unit, stay.orElseThrow(), reason, note));
    }

    /**
     * The same for a block that is there: with the first and the last day that it has it keeps its stays, with others it
     * is one stay. The stays themselves are changed in the calendar app that they came from.
     */
    Wish readChange(BlockFacts stored) {
        members.ignored("stays");
        Dates.Days unchanged = new Dates.Days(stored.firstArrival(), stored.lastDeparture());
        Optional<Dates.Days> said = Dates.days(members);
        if (said.filter(unchanged::equals).isPresent()) {
            return wish((type, unit, reason, note) -> stored.with(type, unit, reason, note));
        }
        Optional<List<StayDates>> stay =
                said.flatMap(days -> days.stay(members)).map(List::of);
        return wish((type, unit, reason, note) -> BlockFacts.of(type, unit, stay.orElseThrow(), reason, note));
    }

    /** What is made of the members that have been read. */
    private interface Facts {
        BlockFacts of(@Nullable RoomTypeId type, @Nullable UnitId unit, BlockReason reason, @Nullable String note);
    }

    private Wish wish(Facts facts) {
        Optional<RoomType> type = roomType();
        UnitId unit = unit(type);
        BlockReason reason = JsonWords.read(members, "reason", BlockReason.OTHER);
        String note = members.lines("note", BlockFacts.MAX_NOTE);
        OnTaken ifTaken = JsonWords.read(members, "ifTaken", OnTaken.REFUSE);
        members.ignored("version", "assumptions", "doubleBookings");
        members.refuseUnknown();
        members.refuseIfBroken();
        return new Wish(facts.of(type.map(RoomType::id).orElse(null), unit, reason, note), ifTaken);
    }

    /** Empty for the whole property, which has to be said: who forgets a member must not close the house. */
    private Optional<RoomType> roomType() {
        String identifier = members.line("guestRoomIdentifier", BlockFacts.MAX_NOTE);
        Optional<RoomType> found = roomTypes.find(identifier, null);
        if (found.isEmpty() && (identifier != null || !members.says("guestRoomIdentifier"))) {
            members.missing("guestRoomIdentifier", "a guest room of this property, or null for the whole property");
        }
        return found;
    }

    private @Nullable UnitId unit(Optional<RoomType> type) {
        String name = members.line("unit", RoomType.RoomTypeFacts.MAX_NAME);
        Optional<UnitId> unit = type.stream()
                .flatMap(found -> found.units().stream())
                .filter(one -> one.name().equals(name))
                .map(RoomType.Unit::id)
                .findFirst();
        if (name != null && unit.isEmpty()) {
            members.broken("unit", "must be the name of a unit of the guest room, or null for any");
        }
        return unit.orElse(null);
    }
}
