package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.Rounds;

/**
 * Nothing acknowledged is lost when PostgreSQL is stopped at once under load and started again (fault Q-01), or when
 * Roomnight is killed there (P-01). While the database is away every write and read is answered 503 with Retry-After and
 * nothing else; ten seconds after it is back, writes are taken again.
 */
class PostgresFaultTest {

    private static final int STOPS = Rounds.of("roomnight.postgres-stops", 2, 20);
    private static final int KILLS = Rounds.of("roomnight.postgres-kills", 1, 20);
    private static final int CLIENTS = 8;
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private int acknowledgedUnderLoad;
    private int notDone;
    private long slowestRecoveryMillis;

    @Test
    void acknowledged_writes_survive_an_immediate_stop_of_postgresql_and_kill_9_of_roomnight()
            throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(Seed.of("PostgresFaultTest"));
        try (OwnPostgres postgres = OwnPostgres.make(folder)) {
            House house = Houses.make(postgres.address(), folder, postgres.store());
            Checker checker = new Checker(postgres.store());
            try (Truth truth = new Truth(folder, checker, CLIENTS)) {
                stopPostgres(postgres, house, truth, random);
                for (int kill = 0; kill < KILLS; kill++) {
                    killRoomnight(postgres, house, truth, "k" + kill, random);
                }
                checkAtTheEnd(postgres, house, truth);
                System.out.printf(
                        "PostgreSQL: %d immediate stops (%d recoveries in its log) and %d kill -9 of Roomnight; %d"
                                + " writes acknowledged under load; bookings acknowledged %d, refused %d, cancelled"
                                + " %d; told not done %d; unknown settled %d, of them kept before %d; slowest"
                                + " recovery %d ms; lost 0%n",
                        STOPS,
                        postgres.recoveries(),
                        KILLS,
                        acknowledgedUnderLoad,
                        truth.acknowledged(),
                        truth.refused(),
                        truth.cancelled(),
                        notDone,
                        truth.settled(),
                        truth.foundKept(),
                        slowestRecoveryMillis);
                assertThat(postgres.recoveries()).as("crash recoveries").isEqualTo(STOPS);
                assertThat(notDone).as("writes told to come back").isPositive();
            }
        }
    }

    private void stopPostgres(OwnPostgres postgres, House house, Truth truth, SplittableRandom random)
            throws IOException, InterruptedException {
        try (KilledServer server = KilledServer.start(folder, OwnPostgres.settings(postgres.port()));
                RestDoor door = server.door(house)) {
            for (int stop = 0; stop < STOPS; stop++) {
                Load load = Load.start(
                        house::next, door, truth.journals(), "p" + stop, random.nextLong(), Load.AfterLoss.GO_ON);
                load.awaitFirst();
                Moment.ofTheFault(random);
                postgres.stopImmediately();
                Moment.until("a write is told to come back", RECOVERY, () -> load.notDone() > 0);
                assertUnavailable(door.get(house.path("/availability?startDate=2027-01-01&endDate=2027-01-03")));
                assertUnavailable(door.get(house.path("/booking/list")));
                // Readiness is looked at once a second at most.
                Moment.until("it is not ready without its database", RECOVERY, () -> !server.isReady());
                postgres.start();
                int before = load.acknowledged();
                long took = Moment.until("a write is acknowledged again", RECOVERY, () -> load.acknowledged() > before)
                        .toMillis();
                slowestRecoveryMillis = Math.max(slowestRecoveryMillis, took);
                load.stop();
                assertThat(load.surprising()).isEmpty();
                acknowledgedUnderLoad += load.acknowledged();
                notDone += load.notDone();
                truth.assertHolds("after stop " + stop);
                truth.settle(door);
                truth.assertHolds("after the retries of stop " + stop);
            }
            assertThat(server.isAlive()).isTrue();
            assertThat(server.log()).doesNotContain("event=request-failed");
        }
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    private void killRoomnight(OwnPostgres postgres, House house, Truth truth, String name, SplittableRandom random)
            throws IOException, InterruptedException {
        try (KilledServer server = KilledServer.start(folder, OwnPostgres.settings(postgres.port()));
                RestDoor door = server.door(house)) {
            truth.assertHolds("after the restart before " + name);
            truth.settle(door);
            truth.assertHolds("after the retries before " + name);
            Load load = Load.start(house::next, door, truth.journals(), name, random.nextLong(), Load.AfterLoss.STOP);
            load.awaitFirst();
            Moment.ofTheFault(random);
            assertThat(server.kill()).as("exit code").isEqualTo(KilledServer.KILLED);
            load.join();
            assertThat(load.surprising()).isEmpty();
            acknowledgedUnderLoad += load.acknowledged();
        }
        // A commit that was on its way may still be going on in the database.
        Moment.until("the backends of the killed server end", Duration.ofSeconds(30), () -> backends(postgres) == 0);
    }

    private static int backends(OwnPostgres postgres) throws Exception {
        try (var connection = postgres.store().open()) {
            return Integer.parseInt(
                    Store.rows(connection, "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'roomnight'")
                            .getFirst());
        }
    }

    private void checkAtTheEnd(OwnPostgres postgres, House house, Truth truth)
            throws IOException, InterruptedException {
        try (KilledServer server = KilledServer.start(folder, OwnPostgres.settings(postgres.port()));
                RestDoor door = server.door(house)) {
            truth.assertHolds("after the last restart");
            truth.settle(door);
            truth.assertHolds("at the end");
            assertThat(door.listed()).containsExactlyInAnyOrderElementsOf(truth.expectedList());
        }
    }
}
