package org.roomnight.connection;

import java.util.Random;

/** Randomness that can be had again: {@code -Dseed=} with the number that a run printed. */
final class Seeds {

    private Seeds() {}

    static Random random() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed=" + seed);
        return new Random(seed);
    }
}
