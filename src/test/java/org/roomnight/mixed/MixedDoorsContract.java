package org.roomnight.mixed;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roomnight.Rounds;

/** Whoever writes and asks by whichever door at whichever node is never told what is older than promised. */
interface MixedDoorsContract {

    int STEPS = Rounds.of("roomnight.mixed.steps", 400, 100_000);

    Nodes nodes();

    @Test
    default void no_answer_of_any_door_is_older_than_promised() {
        long seed = Long.getLong("roomnight.seed", System.nanoTime());
        System.out.printf(
                "%s: %d steps; replay with -Droomnight.seed=%d%n", getClass().getSimpleName(), STEPS, seed);
        long began = System.nanoTime();
        try (Nodes nodes = nodes()) {
            MixedDoors doors = new MixedDoors(nodes, new Random(seed));
            doors.run(STEPS);
            doors.assertThatAllHappened(STEPS);
            System.out.printf(
                    "%s: %s; %.1f s%n", getClass().getSimpleName(), doors.counts(), (System.nanoTime() - began) / 1e9);
        }
    }
}
