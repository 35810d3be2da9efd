package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Database;
import org.roomnight.storage.RevisionRows;

/** Two nodes of one PostgreSQL write at once: the revision orders the commits (rule 9). */
final class SyncOrderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestServer server = TestServer.postgres();
    private final ReportHouse one = ReportHouse.on(server);
    private final ReportHouse two = one.at(TestServer.secondPostgres());

    @Test
    void a_node_waits_for_the_write_of_the_other_so_that_no_token_comes_between()
            throws InterruptedException, ExecutionException {
        SyncingClient here = client(one);
        SyncingClient there = client(two);
        CountDownLatch raised = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<?> first = pool.submit(() -> one.staff().together(one.property(), () -> {
                one.write("cabin", event("first.ics"));
                raised.countDown();
                awaitOrFail(seen);
                return null;
            }));
            awaitOrFail(raised);
            Future<?> second = pool.submit(() -> two.write("cabin", event("second.ics")));
            // It waits in the database for a tenth of a second only; then it is put aside and tried again.
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> waiting() > 0);
            assertThat(here.upToDate()).isEmpty();
            assertThat(there.upToDate()).isEmpty();
            seen.countDown();
            first.get();
            second.get();
        }
        one.server().clock().tick(Duration.ofSeconds(1)); // what a node believes without asking is over
        assertThat(here.upToDate())
                .isEqualTo(SyncingClient.listing(one.door(), one.calendar("cabin")))
                .hasSize(2);
        assertThat(there.upToDate()).isEqualTo(here.known());
    }

    /** The control: were a revision raised before its transaction, a client would miss the change, and this is seen. */
    @Test
    void a_change_under_a_revision_that_was_raised_too_early_is_missed() {
        SyncingClient client = client(one);
        Database database = server.bean(Database.class);
        Revision early = database.transactions()
                .write(one.property(), () -> server.bean(RevisionRows.class).raise(one.property()))
                .revision();
        one.write("cabin", event("second.ics"));
        assertThat(client.upToDate()).hasSize(1);
        database.transactions().write(one.property(), () -> {
            one.write("cabin", event("first.ics"));
            return database.jdbc()
                    .sql("UPDATE calendar_member SET revision = :early WHERE property = :property AND name ="
                            + " 'first.ics'")
                    .param("early", early.value())
                    .param("property", one.property().value())
                    .update();
        });
        assertThat(client.upToDate()).hasSize(1).isNotEqualTo(SyncingClient.listing(one.door(), one.calendar("cabin")));
    }

    private static SyncingClient client(ReportHouse house) {
        SyncingClient client = new SyncingClient(house.door(), house.calendar("cabin"), new Random(1));
        assertThat(client.upToDate()).isEmpty();
        return client;
    }

    private static CalendarObject event(String name) {
        return ReportHouse.entry(name, "VEVENT", "2027-03-10", "2027-03-11", "UID:" + name, "DTSTART:20270310T100000Z");
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private int waiting() {
        Database database = server.bean(Database.class);
        return database.transactions()
                .read(() -> database.jdbc().sql("""
                    SELECT COUNT(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'
                    """).query(Integer.class).single());
    }
}
