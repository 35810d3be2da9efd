package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.kernel.PropertyId;

/** A property whose writes take long does not make others wait for two of them. */
final class SlowWritersTest {

    private static final PropertyId DEAR = new PropertyId(new UUID(0, 1));

    private final TickingClock clock = new TickingClock();
    private final SlowWriters dear = new SlowWriters();

    private static Optional<PropertyId> house(int number) {
        return Optional.of(new PropertyId(new UUID(0, number)));
    }

    @Test
    void a_property_is_dear_from_the_limit_on_and_until_a_write_is_quick() {
        dear.ran(house(1), SlowWriters.DEAR.minusNanos(1));
        assertThat(dear.contains(house(1))).isFalse();

        dear.ran(house(1), SlowWriters.DEAR);
        assertThat(dear.contains(house(1))).isTrue();

        dear.ran(house(1), Duration.ZERO);
        assertThat(dear.contains(house(1))).isFalse();
    }

    @Test
    void as_many_as_may_be_are_remembered_and_for_one_more_the_oldest_is_forgotten() {
        for (int i = 0; i < SlowWriters.MAX_REMEMBERED; i++) {
            dear.ran(house(i), SlowWriters.DEAR);
        }
        assertThat(dear.contains(house(0))).isTrue();

        dear.ran(house(SlowWriters.MAX_REMEMBERED), SlowWriters.DEAR);

        assertThat(dear.contains(house(0))).isFalse();
        assertThat(dear.contains(house(1))).isTrue();
        assertThat(dear.contains(house(SlowWriters.MAX_REMEMBERED))).isTrue();
    }

    @Test
    void quick_writes_are_committed_before_a_dear_one_that_waits_with_them_is_begun() throws Exception {
        try (Database database = Database.open(TestDatabases.sqliteAddress(), clock)) {
            Transactions transactions = database.transactions();
            transactions.write(DEAR, this::takeLong);
            AtomicInteger committed = new AtomicInteger();
            AtomicInteger seen = new AtomicInteger();
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch allWait = new CountDownLatch(1);

            Thread first = start(() -> transactions.write(house(2).orElseThrow(), () -> {
                transactions.afterCommit(committed::incrementAndGet);
                running.countDown();
                return awaitQuietly(allWait);
            }));
            running.await();
            Thread second = start(() -> transactions.write(DEAR, () -> {
                seen.set(committed.get());
                return true;
            }));
            awaitWaiting(second);
            Thread third = start(() -> transactions.write(house(3).orElseThrow(), () -> {
                transactions.afterCommit(committed::incrementAndGet);
                return true;
            }));
            awaitWaiting(third);
            allWait.countDown();
            for (Thread writer : List.of(first, second, third)) {
                writer.join();
            }

            assertThat(seen).hasValue(2);
        }
    }

    private static Thread start(Runnable write) {
        return Thread.ofPlatform().start(write);
    }

    /** Until it waits for its turn in the lane. */
    private static void awaitWaiting(Thread writer) {
        await().until(() -> writer.getState() == Thread.State.TIMED_WAITING);
    }

    private boolean takeLong() {
        clock.tick(SlowWriters.DEAR);
        return true;
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
