package org.roomnight.block;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimResult;
import org.roomnight.block.BlockClaims.Room;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Transactions;

final class JdbcBlocks implements Blocks {

    private final Transactions transactions;
    private final BlockRows rows;
    private final BlockClaims claims;
    private final InstantSource clock;
    private final Supplier<List<BlockListener>> listeners;

    JdbcBlocks(
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

    @Override
    public Blocking put(PropertyId property, BlockId id, BlockFacts facts, IfTaken ifTaken, ExpectedVersion expected) {
        return transactions.write(property, () -> {
            Optional<Block> stored = rows.find(property, id);
            return refusal(stored, expected)
                    .orElseGet(() -> write(property, id, stored, facts, ifTaken, listeners.get()));
        });
    }

    @Override
    public Blocking follow(PropertyId property, BlockId id, BlockFacts facts, IfTaken ifTaken) {
        return transactions.write(
                property, () -> write(property, id, rows.find(property, id), facts, ifTaken, List.of()));
    }

    private static Optional<Blocking> refusal(Optional<Block> stored, ExpectedVersion expected) {
        if (expected instanceof ExpectedVersion.Unsaid) {
            return stored.map(block -> new Blocking.VersionNeeded(block.version()));
        }
        boolean accepted =
                stored.filter(block -> expected.accepts(block.version())).isPresent();
        return accepted ? Optional.empty() : Optional.of(new Blocking.Stale());
    }

    private Blocking write(
            PropertyId property,
            BlockId id,
            Optional<Block> stored,
            BlockFacts facts,
            IfTaken ifTaken,
            List<BlockListener> told) {
        Block now = stored.map(before -> changed(before, facts)).orElseGet(() -> made(property, id, facts));
        return occupy(now, ifTaken).orElseGet(() -> {
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
    private Optional<Blocking> occupy(Block block, IfTaken ifTaken) {
        Optional<List<Room>> rooms = claims.rooms(block.property(), block.facts());
        if (rooms.isEmpty()) {
            return Optional.of(new Blocking.UnknownRoom());
        }
        if (!BlockClaims.fits(block.facts(), rooms.get()) || !fitsBesideOthers(block, rooms.get())) {
            return Optional.of(new Blocking.TooLarge());
        }
        return switch (claims.put(block.property(), block.id(), block.facts(), rooms.get(), ifTaken)) {
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

    @Override
    public Removal remove(PropertyId property, BlockId id, ExpectedVersion expected) {
        return transactions.write(
                property,
                () -> rows.find(property, id)
                        .map(stored -> remove(stored, expected))
                        .orElseGet(Removal.Unknown::new));
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

    @Override
    public Optional<Block> find(PropertyId property, BlockId id) {
        return transactions.read(() -> rows.find(property, id));
    }

    @Override
    public List<Block> list(PropertyId property, LocalDate from, LocalDate to, @Nullable ListPosition after, int size) {
        return transactions.read(() -> rows.list(property, from, to, after, size));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
