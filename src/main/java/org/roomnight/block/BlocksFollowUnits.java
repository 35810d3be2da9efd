package org.roomnight.block;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.roomnight.block.BlockClaims.Room;
import org.roomnight.inventory.InventoryListener;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.Version;
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
        LocalDate today = earliestToday(clock);
        if (now.quantity() > 0) {
            rows.dropWishes(now, today, Instant.ofEpochMilli(clock.millis()));
        }
        List<Block> blocks = rows.ofProperty(now.property(), today);
        if (!blocks.isEmpty()) {
            extend(now, blocks, claims.ofWholeProperty(now.property()));
        }
    }

    private void extend(RoomType now, List<Block> blocks, List<Room> rooms) {
        List<Block> fitting = new ArrayList<>();
        long stays = 0;
        long nights = 0;
        for (Block block : blocks) { // the soonest first
            long withIts = stays + block.facts().stays().size();
            long nightsWithIts = nights + block.facts().nights();
            if (BlockClaims.fits(block.facts(), rooms) && BlockClaims.fitTogether(withIts, nightsWithIts, rooms)) {
                fitting.add(block);
                stays = withIts;
                nights = nightsWithIts;
            } else {
                warn(block, rooms.size());
            }
        }
        extend(fitting, rooms);
        if (now.version().equals(Version.FIRST)) { // its calendar has none of them
            fitting.forEach(block -> listeners.get().forEach(listener -> listener.blocked(block, block)));
        }
    }

    /** In parts of as many claims as one block may have. */
    private void extend(List<Block> blocks, List<Room> rooms) {
        List<Block> part = new ArrayList<>();
        long claimsOfPart = 0;
        for (Block block : blocks) {
            long own = (long) rooms.size() * block.facts().stays().size();
            if (claimsOfPart + own > Blocks.MAX_CLAIMS) {
                keep(part, rooms);
                part.clear();
                claimsOfPart = 0;
            }
            part.add(block);
            claimsOfPart += own;
        }
        keep(part, rooms);
    }

    private void keep(List<Block> blocks, List<Room> rooms) {
        if (!blocks.isEmpty()) {
            Deadline.check();
            claims.keep(blocks.getFirst().property(), blocks, rooms);
        }
    }

    private void warn(Block block, int units) {
        transactions.afterCommit(() -> LOG.warn(
                "event=block-not-extended property={} block={} units={}", block.property(), block.id(), units));
    }

    /** Today where the day ends last on earth. */
    static LocalDate earliestToday(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }
}
