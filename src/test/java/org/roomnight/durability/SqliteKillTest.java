package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.Rounds;
import org.roomnight.storage.DatabaseAddress;

/**
 * Nothing acknowledged is lost by kill -9 on SQLite, and nothing is kept by halves (fault P-01, rule 3).
 *
 * <p>At least 60 kills on one and the same database file, each at a random moment 5 to 500 ms after the load began: by
 * default {@value #SERVER_KILLS} of the whole server, asked by HTTP, and {@value #WRITER_KILLS} of {@link DomainWriter},
 * which is the same code from the night ledger down to the commit without Spring Boot, Jetty and JSON; it starts in a
 * fraction of the time and acknowledges over a pipe. Both are counted apart and printed. {@code -Droomnight.kills=60}
 * makes so many kills of the whole server and none of the writer.
 *
 * <p>Kill -9 leaves the kernel's page cache alone: this shows that commits are whole and that nothing is acknowledged
 * before its commit. That a commit also reaches the disk is not shown here; the settings for it are read back at start.
 */
class SqliteKillTest {

    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    private int acknowledgedUnderLoad;
    private int killsWithWritesInFlight;
    private long revision;

    @Test
    void acknowledged_writes_survive_kill_9_under_load() throws IOException, InterruptedException {
        int serverKills = Rounds.of("roomnight.kills", 3, 100);
        int writerKills = Rounds.of("roomnight.writer-kills", 30, 300);
        SplittableRandom random = new SplittableRandom(Seed.of("SqliteKillTest"));
        Path file = folder.resolve("roomnight.db");
        Store store = Store.sqlite(file);
        House house = Houses.make(DatabaseAddress.sqlite(file), folder, store);
        Checker checker = new Checker(store);
        long began = System.nanoTime();
        try (Truth truth = new Truth(folder, checker, CLIENTS)) {
            for (int kill = 0; kill < writerKills; kill++) {
                killWriter(house, truth, checker, "w" + kill, random);
            }
            if (writerKills > 0) {
                settleByTheWriter(house, truth, checker);
            }
            long writersDone = System.nanoTime();
            for (int kill = 0; kill < serverKills; kill++) {
                killServer(house, truth, checker, "s" + kill, random);
            }
            long serversDone = System.nanoTime();
            checkThroughTheServer(house, truth);
            System.out.printf(
                    "SQLite: %d kill -9 of the writer in %.1f s and %d of the whole server in %.1f s, %d of %d with"
                            + " writes in flight; %d writes acknowledged under load; bookings acknowledged %d,"
                            + " refused %d, cancelled %d; unknown outcomes settled by a retry %d, of them kept before"
                            + " %d; lost 0%n",
                    writerKills,
                    (writersDone - began) / 1e9,
                    serverKills,
                    (serversDone - writersDone) / 1e9,
                    killsWithWritesInFlight,
                    writerKills + serverKills,
                    acknowledgedUnderLoad,
                    truth.acknowledged(),
                    truth.refused(),
                    truth.cancelled(),
                    truth.settled(),
                    truth.foundKept());
            assertThat(killsWithWritesInFlight)
                    .as("kills that met writes in flight")
                    .isGreaterThan((writerKills + serverKills) * 3 / 4);
            assertThat(truth.acknowledged()).isGreaterThan(writerKills + serverKills);
            assertThat(truth.settled()).as("unknown outcomes").isPositive();
            assertThat(truth.refused()).as("refused sales").isPositive();
        }
    }

    private void killWriter(House house, Truth truth, Checker checker, String name, SplittableRandom random)
            throws IOException, InterruptedException {
        try (KilledWriter writer = KilledWriter.start(folder, house)) {
            checkAndSettle(truth, checker, writer, name);
            Load load = Load.start(house::next, writer, truth.journals(), name, random.nextLong(), Load.AfterLoss.STOP);
            Moment.ofTheFault(random);
            int inFlight = load.inFlight();
            assertThat(writer.kill()).as("exit code").isEqualTo(KilledServer.KILLED);
            count(load, inFlight);
        }
    }

    /** A key belongs to the client that sent it: the server would not know the writer's. */
    private void settleByTheWriter(House house, Truth truth, Checker checker) throws IOException {
        try (KilledWriter writer = KilledWriter.start(folder, house)) {
            checkAndSettle(truth, checker, writer, "the server's turn");
        }
    }

    private void killServer(House house, Truth truth, Checker checker, String name, SplittableRandom random)
            throws IOException, InterruptedException {
        try (KilledServer server = KilledServer.start(folder, Map.of());
                RestDoor door = server.door(house)) {
            checkAndSettle(truth, checker, door, name);
            Load load = Load.start(house::next, door, truth.journals(), name, random.nextLong(), Load.AfterLoss.STOP);
            Moment.ofTheFault(random);
            int inFlight = load.inFlight();
            assertThat(server.kill()).as("exit code").isEqualTo(KilledServer.KILLED);
            count(load, inFlight);
        }
    }

    /** The server has recovered by itself before anybody else looks at the file. */
    private void checkAndSettle(Truth truth, Checker checker, Door door, String name) {
        truth.assertHolds("after the restart before " + name);
        truth.settle(door);
        truth.assertHolds("after the retries before " + name);
        long now = checker.revision();
        assertThat(now).as("revision").isGreaterThanOrEqualTo(revision);
        revision = now;
    }

    private void count(Load load, int inFlight) throws InterruptedException {
        load.join();
        assertThat(load.surprising()).isEmpty();
        acknowledgedUnderLoad += load.acknowledged();
        killsWithWritesInFlight += inFlight > 0 ? 1 : 0;
    }

    private void checkThroughTheServer(House house, Truth truth) throws IOException, InterruptedException {
        try (KilledServer server = KilledServer.start(folder, Map.of());
                RestDoor door = server.door(house)) {
            truth.assertHolds("after the last restart");
            truth.settle(door);
            truth.assertHolds("at the end");
            assertThat(door.listed()).containsExactlyInAnyOrderElementsOf(truth.expectedList());
        }
    }
}
