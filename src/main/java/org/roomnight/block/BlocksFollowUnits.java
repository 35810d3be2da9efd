package org.roomnight.block;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.roomnight.block.BlockClaims.Room;
import org.roomnight.block.Blocks.IfTaken;
import org.roomnight.inventory.InventoryListener;
import org.roomnight.inventory.RoomType;
import org.roomnight.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps blocks with nights to come in step with the units: a unit that was retired is wanted no more, and a new one is
 * off sale as long as the whole property is.
 */
final class BlocksFollowUnits implements InventoryListener {

    private static final Logger LOG = LoggerFactory.getLogger(BlocksFollowUnits.class);

    private final Transactions transactions;
    private final BlockRows rows;
    private final BlockClaims claims;
    private final InstantSource clock;
    private final Supplier<List<BlockListener>> listeners;

    BlocksFollowUnits(
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
    public void roomTypeChanged(RoomType now) {
        LocalDate today = earliestToday();
        if (now.quantity() > 0) {
            rows.dropWishes(now, today, Instant.ofEpochMilli(clock.millis()));
        }
        rows.ofProperty(now.property(), today).forEach(this::extend);
    }

    private void extend(Block block) {
        List<Room> rooms = claims.rooms(block.property(), block.facts()).orElse(List.of());
        if (BlockClaims.fits(block.facts(), rooms)) {
            claims.put(block.property(), block.id(), block.facts(), rooms, IfTaken.KEEP);
            listeners.get().forEach(listener -> listener.blocked(block, block)); // the room type may be a new one
        } else {
            transactions.afterCommit(() -> LOG.warn(
                    "event=block-not-extended property={} block={} units={}",
                    block.property(),
                    block.id(),
                    rooms.size()));
        }
    }

    /** Today where the day ends last on earth. */
    private LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }
}
