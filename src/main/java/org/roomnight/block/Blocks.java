package org.roomnight.block;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.TakenNights;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;

/** The blocks of a property. */
public interface Blocks {

    /** Most claims of one block: stays times units. Each is a calendar entry to write while the property is locked. */
    int MAX_CLAIMS = 2_000;

    /**
     * Most nights of all units of one block together: 270 units for half a year. On SQLite nobody else writes meanwhile, which is
     * about half a second.
     */
    int MAX_UNIT_NIGHTS = 50_000;

    /**
     * How many times as much all blocks of the whole property with nights to come may have together: a new unit takes part in all
     * of them at once.
     */
    int MAX_TOGETHER = 5;

    /** What becomes of a block over nights that are taken. */
    enum IfTaken {
        /** Nothing is changed, and the nights are named. */
        REFUSE,
        /** The free nights are taken, and the others become double bookings. */
        KEEP
    }

    /**
     * Makes or changes a block and its claims, all of it or nothing. Its own nights do not count against it. Stays that
     * remain keep their claims and units; double bookings that stand already are no reason to refuse a change.
     */
    Blocking put(PropertyId property, BlockId id, BlockFacts facts, IfTaken ifTaken, ExpectedVersion expected);

    /**
     * The same, whatever version is stored, for a block that an entry of staff describes: no {@link BlockListener} hears
     * of it, for there is nothing to show that the entry does not show already.
     */
    Blocking follow(PropertyId property, BlockId id, BlockFacts facts, IfTaken ifTaken);

    /** How making or changing a block ended; nothing was changed but for the first two. */
    sealed interface Blocking {
        record Created(Block now) implements Blocking {}

        record Changed(Block now) implements Blocking {}

        /** These nights are taken; one entry a room type. */
        record Taken(List<TakenNights> nights) implements Blocking {
            public Taken {
                nights = List.copyOf(nights);
            }
        }

        /** The caller's version is not the stored one, or there is nothing stored to change. */
        record Stale() implements Blocking {}

        /** It exists and the caller named no version. */
        record VersionNeeded(Version stored) implements Blocking {}

        /** There is no such room type or unit (any more). */
        record UnknownRoom() implements Blocking {}

        /**
         * It would have more than {@link #MAX_CLAIMS} claims or {@link #MAX_UNIT_NIGHTS} nights, or {@link #MAX_TOGETHER} times as
         * many together with all others of the whole property.
         */
        record TooLarge() implements Blocking {}
    }

    /** Removes a block and frees its nights. */
    Removal remove(PropertyId property, BlockId id, ExpectedVersion expected);

    /** How a removal ended. */
    sealed interface Removal {
        record Removed(Block before) implements Removal {}

        record Unknown() implements Removal {}

        record Stale() implements Removal {}
    }

    Optional<Block> find(PropertyId property, BlockId id);

    /** Where a list goes on: after this arrival and block. */
    record ListPosition(LocalDate firstArrival, BlockId block) {}

    /** Blocks with a night in [from, to), by first arrival and identifier. */
    List<Block> list(PropertyId property, LocalDate from, LocalDate to, @Nullable ListPosition after, int size);

    /** Where the page after this block begins. */
    static ListPosition position(Block block) {
        return new ListPosition(block.facts().firstArrival(), block.id());
    }
}
