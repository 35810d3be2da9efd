package org.roomnight.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.OnTaken;
import org.roomnight.block.Assumption;
import org.roomnight.block.Block;
import org.roomnight.block.BlockFacts;
import org.roomnight.block.BlockReason;
import org.roomnight.block.BlockStay;
import org.roomnight.block.Blocks;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.NamedUnit;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** What an entry in a room type's calendar means: a block of one unit for the nights that it lasts over. */
final class StaffBlocks {

    private final Blocks blocks;
    private final IdentifierSource identifiers;

    StaffBlocks(Blocks blocks, IdentifierSource identifiers) {
        this.blocks = blocks;
        this.identifiers = identifiers;
    }

    /** The block that an entry is going to be, or null where it takes no nights; made by {@link #put}. */
    @Nullable
    UUID identify(CalendarCollection calendar, StaffEntry entry, Optional<CalendarObject> before) {
        if (!(calendar.kind() instanceof CalendarCollection.Kind.Rooms)
                || entry.nights().isEmpty()) {
            return null;
        }
        return before.map(StaffBlocks::blockOf).orElseGet(this::newBlock);
    }

    static @Nullable UUID blockOf(CalendarObject object) {
        return object.origin() instanceof CalendarObject.Origin.Staff(UUID block) ? block : null;
    }

    /** What was assumed of an entry when it came; what is stored of it may have been mended since. */
    List<Assumption> assumptions(Property property, CalendarObject entry) {
        @Nullable UUID block = blockOf(entry);
        return block == null
                ? List.of()
                : blocks.find(property.id(), new BlockId(block))
                        .map(stored -> stored.facts().assumptions())
                        .orElse(List.of());
    }

    /** Takes the nights of an entry, or none when they are taken and the property wants that. */
    Blocking put(Property property, RoomType roomType, UUID block, StaffEntry entry) {
        OnTaken onTaken = switch (property.facts().blocksOverStays()) {
            case KEEP -> OnTaken.KEEP;
            case REFUSE -> OnTaken.REFUSE;
        };
        BlockReason reason = blocks.find(property.id(), new BlockId(block))
                .map(stored -> stored.facts().reason())
                .orElse(BlockReason.OTHER);
        return blocks.follow(property.id(), new BlockId(block), facts(roomType, entry, Most.LAST, reason), onTaken);
    }

    /** Which stays count where there are more than a block may have. */
    private enum Most {
        FIRST,
        LAST;

        List<BlockStay> of(List<BlockStay> stays) {
            int size = Math.min(stays.size(), BlockFacts.MAX_STAYS);
            return this == FIRST ? stays.subList(0, size) : stays.subList(stays.size() - size, stays.size());
        }
    }

    /**
     * The block of an entry that stands already, as it was made or changed since, for the nights of the entry as well;
     * empty when it has them. {@code block} is null for an entry that took no night until now.
     */
    Optional<BlockFacts> carriedOn(
            Property property, RoomType roomType, @Nullable UUID block, StaffEntry entry, LocalDate today) {
        if (entry.nights().isEmpty()) {
            return Optional.empty();
        }
        if (block == null) {
            return Optional.of(facts(roomType, entry, Most.FIRST, BlockReason.OTHER));
        }
        return blocks.find(property.id(), new BlockId(block))
                .map(Block::facts)
                .flatMap(stored -> Optional.of(
                                stored.with(further(stored, roomType, entry), today.minusYears(Horizon.YEARS_BACK)))
                        .filter(further -> !further.equals(stored)));
    }

    /** Nights that the block has stay in the unit where it has them: units go and come, and the whole property has none. */
    private static List<BlockStay> further(BlockFacts stored, RoomType roomType, StaffEntry entry) {
        Map<LocalDate, Set<Optional<UnitId>>> held = new HashMap<>();
        for (BlockStay stay : stored.stays()) {
            Optional<UnitId> unit = Optional.ofNullable(stay.unit());
            stay.dates()
                    .everyNight()
                    .forEach(night ->
                            held.computeIfAbsent(night, _ -> new HashSet<>()).add(unit));
        }
        List<BlockStay> further = new ArrayList<>();
        for (BlockStay stay : entry.nights().stays(roomType)) {
            @Nullable UnitId unit = stored.roomType() == null ? null : stay.unit();
            Set<Optional<UnitId>> same = Set.of(Optional.ofNullable(unit));
            List<LocalDate> nights = stay.dates().everyNight().stream()
                    .filter(night -> held.getOrDefault(night, same).containsAll(same))
                    .toList();
            StayDates.join(nights).forEach(dates -> further.add(new BlockStay(dates, unit)));
        }
        return further;
    }

    /** What staff said stands: nights that somebody has become double bookings. */
    Blocking carryOn(Property property, UUID block, BlockFacts facts) {
        return blocks.follow(property.id(), new BlockId(block), facts, OnTaken.KEEP);
    }

    UUID newBlock() {
        return identifiers.next();
    }

    void remove(Property property, @Nullable UUID block) {
        if (block != null) {
            blocks.remove(property.id(), new BlockId(block), new ExpectedVersion.Any());
        }
    }

    /** A calendar does not show the reason, so that an entry cannot change it. */
    private static BlockFacts facts(RoomType roomType, StaffEntry entry, Most most, BlockReason reason) {
        List<BlockStay> stays = entry.nights().stays(roomType);
        List<BlockStay> kept = most.of(stays);
        @Nullable
        UnitId named = entry.text("LOCATION")
                .flatMap(location -> NamedUnit.in(roomType, location))
                .orElse(null);
        boolean used = kept.stream().anyMatch(stay -> Objects.equals(stay.unit(), named));
        @Nullable UnitId unit = used ? named : kept.getFirst().unit();
        List<Assumption> all =
                kept.size() == stays.size() ? entry.assumptions() : EntryAssumptions.withCut(entry.assumptions());
        return new BlockFacts(roomType.id(), unit, kept, reason, note(entry, reason), all);
    }

    /** What the entry is called, unless {@code BlockEvent} called it so for want of a note. */
    private static @Nullable String note(StaffEntry entry, BlockReason reason) {
        return entry.text("SUMMARY")
                .filter(text -> !text.equals(reason.title()))
                .map(text -> text.substring(0, Math.min(text.length(), BlockFacts.MAX_NOTE)))
                .orElse(null);
    }
}
