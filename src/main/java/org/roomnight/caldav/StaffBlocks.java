package org.roomnight.caldav;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.TakenNights;
import org.roomnight.block.BlockFacts;
import org.roomnight.block.BlockReason;
import org.roomnight.block.Blocks;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.IdentifierSource;
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
        return before.map(StaffBlocks::blockOf).orElseGet(identifiers::next);
    }

    static @Nullable UUID blockOf(CalendarObject object) {
        return object.origin() instanceof CalendarObject.Origin.Staff(UUID block) ? block : null;
    }

    /** Takes the nights of an entry; refuses with 409 when they are taken and the property wants that. */
    void put(Property property, RoomType roomType, UUID block, StaffEntry entry) {
        BlockId id = new BlockId(block);
        Blocks.IfTaken ifTaken = switch (property.facts().blocksOverStays()) {
            case KEEP -> Blocks.IfTaken.KEEP;
            case REFUSE -> Blocks.IfTaken.REFUSE;
        };
        ExpectedVersion expected =
                blocks.find(property.id(), id).isPresent() ? new ExpectedVersion.Any() : new ExpectedVersion.Unsaid();
        switch (blocks.put(property.id(), id, facts(roomType, entry), ifTaken, expected)) {
            case Blocking.Created _, Blocking.Changed _ -> {}
            case Blocking.Taken(List<TakenNights> nights) -> throw taken(nights);
            case Blocking.TooLarge _ ->
                throw Refused.forbidden(
                        Names.caldav("max-instances"), "The entry takes more nights than one block may have.");
            case Blocking.UnknownRoom _ -> throw Refused.status(409, "The room type of this calendar was removed.");
            case Blocking.Stale _, Blocking.VersionNeeded _ ->
                throw new IllegalStateException("the block changed inside the property's own write");
        }
    }

    void remove(Property property, @Nullable UUID block) {
        if (block != null) {
            blocks.remove(property.id(), new BlockId(block), new ExpectedVersion.Any());
        }
    }

    private static BlockFacts facts(RoomType roomType, StaffEntry entry) {
        if (entry.nights().size() > BlockFacts.MAX_STAYS) {
            throw Refused.forbidden(
                    Names.caldav("max-instances"),
                    "The entry recurs more often than %d times.".formatted(BlockFacts.MAX_STAYS));
        }
        return new BlockFacts(
                roomType.id(), unit(roomType, entry).orElse(null), entry.nights(), BlockReason.OTHER, note(entry));
    }

    /**
     * The unit that LOCATION names: alone, or among other words such as the room type's name. Of two names that fit, the
     * longer is meant.
     */
    private static Optional<UnitId> unit(RoomType roomType, StaffEntry entry) {
        return entry.text("LOCATION").flatMap(location -> {
            String words = " " + location.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
            return roomType.units().stream()
                    .filter(unit -> words.contains(" "
                            + unit.name()
                                    .toLowerCase(Locale.ROOT)
                                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                                    .strip() + " "))
                    .max(Comparator.comparingInt(unit -> unit.name().length()))
                    .map(RoomType.Unit::id);
        });
    }

    private static @Nullable String note(StaffEntry entry) {
        return entry.text("SUMMARY")
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
