package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.Rounds;
import org.roomnight.storage.DatabaseAddress;

/**
 * SIGTERM under load (fault P-04): whatever was asked before the signal is answered, the server ends by itself with exit
 * code 0 within 30 seconds, and nothing acknowledged is lost. What is asked after the signal may find no server.
 */
class SigtermTest {

    private static final int ROUNDS = Rounds.of("roomnight.sigterms", 1, 10);
    private static final int CLIENTS = 8;
    private static final Duration END = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** A call with the moment when it was asked and the moment when it was answered, as {@link System#nanoTime}. */
    private record Call(long asked, long answered, Answer answer) {}

    @Test
    void what_was_asked_before_the_signal_is_answered() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(Seed.of("SigtermTest"));
        Path file = folder.resolve("roomnight.db");
        House house = Houses.make(DatabaseAddress.sqlite(file), folder, Store.sqlite(file));
        int inFlight = 0;
        int answeredAfter = 0;
        try (Truth truth = new Truth(folder, new Checker(Store.sqlite(file)), CLIENTS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Queue<Call> calls = new ConcurrentLinkedQueue<>();
                long signal = stopUnderLoad(house, truth, calls, "t" + round, random);
                List<Call> crossing = calls.stream()
                        .filter(call -> call.asked() < signal && call.answered() > signal)
                        .toList();
                assertThat(crossing)
                        .as("asked before the signal and not answered")
                        .noneMatch(call -> call.answer().kind() == Answer.Kind.LOST);
                inFlight += crossing.size();
                answeredAfter += (int) calls.stream()
                        .filter(call -> call.asked() > signal && call.answer().kind() != Answer.Kind.LOST)
                        .count();
            }
            assertThat(inFlight).as("requests in flight at a signal").isPositive();
            try (KilledServer server = KilledServer.start(folder, Map.of());
                    RestDoor door = server.door(house)) {
                truth.assertHolds("after the restart");
                truth.settle(door);
                truth.assertHolds("after the retries");
                assertThat(door.listed()).containsExactlyInAnyOrderElementsOf(truth.expectedList());
            }
            System.out.printf(
                    "SIGTERM: %d times under load, %d requests in flight at the signal, all answered; %d more asked"
                            + " and answered after it; exit code 0 each time%n",
                    ROUNDS, inFlight, answeredAfter);
        }
    }

    /** Answers with the moment of the signal. */
    private long stopUnderLoad(House house, Truth truth, Queue<Call> calls, String name, SplittableRandom random)
            throws IOException, InterruptedException {
        try (KilledServer server = KilledServer.start(folder, Map.of());
                RestDoor door = server.door(house)) {
            truth.settle(door);
            Door timed = operation -> {
                long asked = System.nanoTime();
                Answer answer = door.ask(operation);
                calls.add(new Call(asked, System.nanoTime(), answer));
                return answer;
            };
            Load load = Load.start(house::next, timed, truth.journals(), name, random.nextLong(), Load.AfterLoss.STOP);
            load.awaitFirst();
            Moment.ofTheFault(random);
            long signal = System.nanoTime();
            server.terminate();
            assertThat(server.awaitExit(END)).as(server.log()).isZero();
            load.join();
            assertThat(load.surprising()).isEmpty();
            return signal;
        }
    }
}
