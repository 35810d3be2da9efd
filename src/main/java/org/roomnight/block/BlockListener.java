package org.roomnight.block;

import org.jspecify.annotations.Nullable;

/** Hears of every block inside the transaction that makes, changes or removes it. */
public interface BlockListener {

    /** {@code before} is null for a new one. */
    void blocked(@Nullable Block before, Block now);

    void unblocked(Block before);
}
