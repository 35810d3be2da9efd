package org.roomnight.block;

import org.jspecify.annotations.Nullable;

/**
 * Hears of blocks inside the transaction that makes, changes or removes them; not of what {@link Blocks#follow} does,
 * where the caller keeps the entry.
 */
public interface BlockListener {

    /** {@code before} is null for a new one. */
    void blocked(@Nullable Block before, Block now);

    void unblocked(Block before);
}
