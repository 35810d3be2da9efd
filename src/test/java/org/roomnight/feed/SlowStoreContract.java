package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.kernel.Patience;
import org.roomnight.storage.Database;

/** Polls of a database that takes long to answer: nobody else is given a connection to read with. */
interface SlowStoreContract {

    /** The connections of the pool that reads. */
    int READERS_ON_SQLITE = 4;

    int READERS_ON_POSTGRES = 6;

    TestServer server();

    int readers();

    /** Keeps all connections until it is closed. */
    final class Held implements AutoCloseable {
        private final CountDownLatch open = new CountDownLatch(1);

        Held(TestServer server, int readers) {
            Database database = server.bean(Database.class);
            AtomicInteger held = new AtomicInteger();
            for (int reader = 0; reader < readers; reader++) {
                Thread.ofPlatform().daemon().start(() -> hold(database, held));
            }
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> held.get() == readers);
        }

        private void hold(Database database, AtomicInteger held) {
            while (open.getCount() > 0) {
                try {
                    database.transactions().read(() -> {
                        held.incrementAndGet();
                        try {
                            open.await();
                        } catch (InterruptedException interrupted) {
                            throw new IllegalStateException(interrupted);
                        }
                        return true;
                    });
                } catch (RuntimeException _) {
                    // others had it
                }
            }
        }

        @Override
        public void close() {
            open.countDown();
        }
    }

    private House changed() {
        House house = server().account().house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        assertThat(house.feed().statusCode()).isEqualTo(200);
        house.record(house.suite(), "2027-03-10", "2027-03-14");
        return house;
    }

    private static void assertFresh(HttpResponse<byte[]> feed) {
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(header(feed, "Age")).isEmpty();
        assertThat(text(feed)).contains("Suite");
    }

    @Test
    default void a_database_that_is_loaded_for_a_moment_is_no_excuse_for_an_old_calendar() throws Exception {
        assertWaitsForWhatIsNew(changed());
    }

    @Test
    default void nor_is_it_when_another_door_has_seen_the_change() throws Exception {
        House house = changed();
        assertThat(new DavPoll(house).at(server()).statusCode()).isEqualTo(207);
        assertWaitsForWhatIsNew(house);
    }

    private void assertWaitsForWhatIsNew(House house) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                Held held = new Held(server(), readers())) {
            Future<HttpResponse<byte[]>> poll = pool.submit(() -> house.feed());
            await().during(Patience.OF_REQUEST.multipliedBy(3)).until(() -> !poll.isDone());
            held.close();
            assertFresh(poll.get());
        }
    }

    @Test
    default void a_database_that_stays_silent_is_an_excuse_which_is_said_and_then_nobody_waits() {
        House house = changed();
        House never = server().account().house();
        try (Held held = new Held(server(), readers())) {
            server().clock().tick(Duration.ofMinutes(1));
            HttpResponse<byte[]> last = house.feed();
            assertThat(last.statusCode()).isEqualTo(200);
            assertThat(header(last, "Age")).isEqualTo("60");
            assertThat(text(last)).doesNotContain("Suite");
            Duration fastest = Duration.ofDays(1);
            for (int poll = 0; poll < 10; poll++) {
                long began = System.nanoTime();
                assertThat(header(house.feed(), "Age")).isEqualTo("60");
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                fastest = fastest.compareTo(took) < 0 ? fastest : took;
            }
            assertThat(fastest).isLessThan(Duration.ofMillis(100));
            HttpResponse<byte[]> unknown = never.feed();
            assertThat(unknown.statusCode()).isEqualTo(503);
            assertThat(header(unknown, "Retry-After")).isNotEmpty();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            server().clock().tick(Duration.ofSeconds(1)); // a failure is remembered for a moment
            return header(house.feed(), "Age").isEmpty();
        });
        assertFresh(house.feed());
    }
}
