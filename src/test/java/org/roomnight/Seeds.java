package org.roomnight;

import java.util.Random;

/** Randomness that can be had again: {@code -Dseed=} with the number that a run printed. */
public final class Seeds {

    private Seeds() {}

    public static Random random() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed=" + seed);
        return new Random(seed);
    }
}
