package org.roomnight.block;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.OnTaken;
import org.roomnight.availability.TakenNights;
import org.roomnight.block.BlockClaims.Room;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.ExpectedVersion.Mismatch;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.ListPosition;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.KeysetPage;
import org.roomnight.storage.Transactions;

/** The blocks of a property. */
public final class Blocks {

    /** Most claims of one block: stays times units. Each is a calendar entry to write while the property is locked. */
    public static final int MAX_CLAIMS = 2_000;

    /**
     * Most nights of all units of one block together: 270 units for half a year. On SQLite nobody else writes meanwhile, which is
     * about half a second.
     */
    public static final int MAX_UNIT_NIGHTS = 50_000;

    /**
     * How many times as much all blocks of the whole property with nights to come may have together: a new unit takes part in all
     * of them at once.
     */
    public static final int MAX_TOGETHER = 5;

    private final Transactions transactions;
    private final BlockRows rows;
    private final BlockClaims claims;
    private final InstantSource clock;
    private final Supplier<List<BlockListener>> listeners;

    Blocks(
            Transactions transactions,
            BlockRows rows,
            BlockClaims claims,
            InstantSource clock,
            Supplier<List<BlockListener>> listeners) {
        this.transactions = transactions;
        this.rows = rows;
        this.claims = claims;
        this.clock = clock;
        this.listeners = listeners;
    }

    /**
     * Makes or changes a block and its claims, all of it or nothing. Its own nights do not count against it. Stays that
     * remain keep their claims and units; double bookings that stand already are no reason to refuse a change.
     */
    public Blocking put(PropertyId property, BlockId id, BlockFacts facts, OnTaken onTaken, ExpectedVersion expected) {
        return transactions.write(property, () -> {
            Optional<Block> stored = rows.find(property, id);
            return refusal(stored, expected)
                    .orElseGet(() -> write(property, id, stored, facts, onTaken, listeners.get()));
        });
    }

    /**
     * The same, whatever version is stored, for a block that an entry of staff describes: no {@link BlockListener} hears
     * of it, for there is nothing to show that the entry does not show already.
     */
    public Blocking follow(PropertyId property, BlockId id, BlockFacts facts, OnTaken onTaken) {
        return transactions.write(
                property, () -> write(property, id, rows.find(property, id), facts, onTaken, List.of()));
    }

    /** How making or changing a block ended; nothing was changed but for the first two. */
    public sealed interface Blocking {
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

    private static Optional<Blocking> refusal(Optional<Block> stored, ExpectedVersion expected) {
        return expected.mismatch(stored.map(Block::version).orElse(null)).map(mismatch -> switch (mismatch) {
            case Mismatch.Stale _ -> new Blocking.Stale();
            case Mismatch.VersionNeeded(Version known) -> new Blocking.VersionNeeded(known);
        });
    }

    private Blocking write(
            PropertyId property,
            BlockId id,
            Optional<Block> stored,
            BlockFacts facts,
            OnTaken onTaken,
            List<BlockListener> told) {
        Block now = stored.map(before -> changed(before, facts)).orElseGet(() -> made(property, id, facts));
        return occupy(now, onTaken).orElseGet(() -> {
            rows.save(now);
            told.forEach(listener -> listener.blocked(stored.orElse(null), now));
            return stored.isPresent() ? new Blocking.Changed(now) : new Blocking.Created(now);
        });
    }

    private Block made(PropertyId property, BlockId id, BlockFacts facts) {
        Instant now = now();
        return new Block(id, property, facts, Version.FIRST, now, now);
    }

    private Block changed(Block before, BlockFacts facts) {
        return facts.equals(before.facts())
                ? before
                : new Block(
                        before.id(), before.property(), facts, before.version().next(), before.createdAt(), now());
    }

    /** Takes the nights of the block, or answers why not; then nothing is changed. */
    private Optional<Blocking> occupy(Block block, OnTaken onTaken) {
        Optional<List<Room>> rooms = claims.rooms(block.property(), block.facts());
        if (rooms.isEmpty()) {
            return Optional.of(new Blocking.UnknownRoom());
        }
        if (!BlockClaims.fits(block.facts(), rooms.get()) || !fitsBesideOthers(block, rooms.get())) {
            return Optional.of(new Blocking.TooLarge());
        }
        return switch (claims.put(block.property(), block.id(), block.facts(), rooms.get(), onTaken)) {
            case ClaimResult.Claimed _ -> Optional.empty();
            case ClaimResult.Taken(var nights) -> Optional.of(new Blocking.Taken(nights));
        };
    }

    private boolean fitsBesideOthers(Block block, List<Room> rooms) {
        if (block.facts().roomType() != null) {
            return true;
        }
        long stays = block.facts().stays().size();
        long nights = block.facts().nights();
        for (Block other : rows.ofProperty(block.property(), BlocksFollowUnits.earliestToday(clock))) {
            if (!other.id().equals(block.id())) {
                stays += other.facts().stays().size();
                nights += other.facts().nights();
            } else if (other.facts().covers(block.facts())) {
                return true; // it makes nothing worse
            }
        }
        return BlockClaims.fitTogether(stays, nights, rooms);
    }

    /** Removes a block and frees its nights. */
    public Removal remove(PropertyId property, BlockId id, ExpectedVersion expected) {
        return transactions.write(
                property,
                () -> rows.find(property, id)
                        .map(stored -> remove(stored, expected))
                        .orElseGet(Removal.Unknown::new));
    }

    /** How a removal ended. */
    public sealed interface Removal {
        record Removed(Block before) implements Removal {}

        record Unknown() implements Removal {}

        record Stale() implements Removal {}
    }

    private Removal remove(Block stored, ExpectedVersion expected) {
        if (!expected.accepts(stored.version())) {
            return new Removal.Stale();
        }
        rows.delete(stored);
        claims.release(stored.property(), stored.id());
        listeners.get().forEach(listener -> listener.unblocked(stored));
        return new Removal.Removed(stored);
    }

    public Optional<Block> find(PropertyId property, BlockId id) {
        return transactions.read(() -> rows.find(property, id));
    }

    /** Blocks with a night in [from, to), by first arrival and identifier. */
    public List<Block> list(PropertyId property, LocalDate from, LocalDate to, @Nullable ListPosition after, int size) {
        return transactions.read(() -> rows.list(property, from, to, new KeysetPage(after, size)));
    }

    /** Where the page after this block begins. */
    public static ListPosition position(Block block) {
        return new ListPosition(block.facts().firstArrival(), block.id().value());
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
