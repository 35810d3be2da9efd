package org.roomnight.caldav;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.TakenNights;
import org.roomnight.block.Block;
import org.roomnight.block.BlockFacts;
import org.roomnight.block.BlockReason;
import org.roomnight.block.Blocks;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.NamedUnit;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** What an entry in a room type's calendar means: a block of one unit for the nights that it lasts over (DESIGN 3.4). */
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

    /** Takes the nights of an entry; refuses with 409 when they are taken and the property wants that. */
    void put(Property property, RoomType roomType, UUID block, StaffEntry entry) {
        Blocks.IfTaken ifTaken = switch (property.facts().blocksOverStays()) {
            case KEEP -> Blocks.IfTaken.KEEP;
            case REFUSE -> Blocks.IfTaken.REFUSE;
        };
        BlockReason reason = blocks.find(property.id(), new BlockId(block))
                .map(stored -> stored.facts().reason())
                .orElse(BlockReason.OTHER);
        follow(property, block, facts(roomType, entry, mostOf(entry.nights()), reason), ifTaken);
    }

    /** As many stays as a block may have: those that come last count most, and what was cut at the end is carried on. */
    private static List<StayDates> mostOf(List<StayDates> nights) {
        return nights.subList(Math.max(0, nights.size() - BlockFacts.MAX_STAYS), nights.size());
    }

    private void follow(Property property, UUID block, BlockFacts facts, Blocks.IfTaken ifTaken) {
        switch (blocks.follow(property.id(), new BlockId(block), facts, ifTaken)) {
            case Blocking.Created _, Blocking.Changed _ -> {}
            case Blocking.Taken(List<TakenNights> nights) -> throw taken(nights);
            case Blocking.TooLarge _ ->
                throw Refused.forbidden(
                        Names.caldav("max-instances"), "The entry takes more nights than one block may have.");
            case Blocking.UnknownRoom _ -> throw Refused.status(409, "The room type of this calendar was removed.");
            case Blocking.Stale _, Blocking.VersionNeeded _ ->
                throw new IllegalStateException("no version was asked for");
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
            List<StayDates> nights = entry.nights();
            List<StayDates> some = nights.subList(0, Math.min(nights.size(), BlockFacts.MAX_STAYS));
            return Optional.of(facts(roomType, entry, some, BlockReason.OTHER));
        }
        return blocks.find(property.id(), new BlockId(block))
                .map(Block::facts)
                .flatMap(stored -> Optional.of(stored.with(entry.nights(), today.minusYears(Horizon.YEARS_BACK)))
                        .filter(further -> !further.equals(stored)));
    }

    /** What staff said stands: nights that somebody has become double bookings. */
    void carryOn(Property property, UUID block, BlockFacts facts) {
        follow(property, block, facts, Blocks.IfTaken.KEEP);
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
    private static BlockFacts facts(RoomType roomType, StaffEntry entry, List<StayDates> nights, BlockReason reason) {
        @Nullable
        UnitId unit = entry.text("LOCATION")
                .flatMap(location -> NamedUnit.in(roomType, location))
                .orElse(null);
        return new BlockFacts(roomType.id(), unit, nights, reason, note(entry, reason));
    }

    /** What the entry is called, unless {@code BlockEvent} called it so for want of a note. */
    private static @Nullable String note(StaffEntry entry, BlockReason reason) {
        return entry.text("SUMMARY")
                .filter(text -> !text.equals(reason.title()))
                .map(text -> text.substring(0, Math.min(text.length(), BlockFacts.MAX_NOTE)))
                .orElse(null);
    }

    private static Refused taken(List<TakenNights> nights) {
        String dates = nights.stream()
                .flatMap(one -> one.nights().stream())
                .map(Object::toString)
                .distinct()
                .limit(10)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return new Refused(new DavRefusal(
                409,
                Names.roomnight("nights-taken"),
                "Nothing was blocked, because these nights are taken: %s. Choose others.".formatted(dates)));
    }
}
