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
        return transactions.write(
                property,
                () -> rows.find(property, id)
                        .map(stored -> change(stored, facts, ifTaken, expected))
                        .orElseGet(() -> create(property, id, facts, ifTaken, expected)));
    }

    private Blocking create(
            PropertyId property, BlockId id, BlockFacts facts, IfTaken ifTaken, ExpectedVersion expected) {
        if (!(expected instanceof ExpectedVersion.Unsaid)) {
            return new Blocking.Stale();
        }
        Instant now = now();
        Block made = new Block(id, property, facts, Version.FIRST, now, now);
        return occupy(made, ifTaken).orElseGet(() -> {
            rows.save(made);
            listeners.get().forEach(listener -> listener.blocked(null, made));
            return new Blocking.Created(made);
        });
    }

    private Blocking change(Block stored, BlockFacts facts, IfTaken ifTaken, ExpectedVersion expected) {
        if (expected instanceof ExpectedVersion.Unsaid) {
            return new Blocking.VersionNeeded(stored.version());
        }
        if (!expected.accepts(stored.version())) {
            return new Blocking.Stale();
        }
        Block now = facts.equals(stored.facts())
                ? stored
                : new Block(
                        stored.id(), stored.property(), facts, stored.version().next(), stored.createdAt(), now());
        return occupy(now, ifTaken).orElseGet(() -> {
            rows.save(now);
            listeners.get().forEach(listener -> listener.blocked(stored, now));
            return new Blocking.Changed(now);
        });
    }

    /** Takes the nights of the block, or answers why not; then nothing is changed. */
    private Optional<Blocking> occupy(Block block, IfTaken ifTaken) {
        Optional<List<Room>> rooms = claims.rooms(block.property(), block.facts());
        if (rooms.isEmpty()) {
            return Optional.of(new Blocking.UnknownRoom());
        }
        if (!BlockClaims.fits(block.facts(), rooms.get())) {
            return Optional.of(new Blocking.TooLarge());
        }
        return switch (claims.put(block.property(), block.id(), block.facts(), rooms.get(), ifTaken)) {
            case ClaimResult.Claimed _ -> Optional.empty();
            case ClaimResult.Taken(var nights) -> Optional.of(new Blocking.Taken(nights));
        };
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
