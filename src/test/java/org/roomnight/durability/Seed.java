package org.roomnight.durability;

/** Sizes and seeds, which properties of the JVM may set. */
final class Seed {

    private Seed() {}

    /** The seed of {@code -Dseed=}, else a new one; printed, so that a failure can be played again. */
    static long of(String test) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.printf("%s: replay with -Dseed=%d%n", test, seed);
        return seed;
    }
}
