package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;

/** What both databases promise when time runs out: the caller is told in time, and what it is told is true. */
interface DeadlineContract {

    PropertyId HOUSE = new PropertyId(new UUID(7, 0));

    /** On PostgreSQL it shares the lane of {@link #HOUSE}. */
    PropertyId NEIGHBOUR = new PropertyId(new UUID(7, 4));

    /** Takes hours where nothing ends it. */
    String ENDLESS = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)
        SELECT COUNT(*) FROM n
        """;

    Duration SOON = Duration.ofMillis(300);

    DatabaseAddress address();

    private static long raised(Database database, PropertyId property) {
        RevisionRows revisions = revisions(database);
        return database.transactions()
                .read(() -> revisions
                        .current(property)
                        .map(stamp -> stamp.revision().value())
                        .orElse(0L));
    }

    private static RevisionRows revisions(Database database) {
        return new RevisionRows(database.jdbc(), InstantSource.system());
    }

    private static <T> T within(Duration left, Supplier<T> work) {
        return Deadline.in(left, MonotonicClock.SYSTEM).scope().call(work::get);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Object write(Database database, PropertyId property) {
        RevisionRows revisions = revisions(database);
        return database.transactions().write(property, () -> revisions.raise(property));
    }

    /** Runs a write that holds its lane until the latch opens, and returns when it is under way. */
    private static FutureTask<Object> hold(Database database, CountDownLatch until) {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Object> write =
                new FutureTask<>(() -> database.transactions().write(HOUSE, () -> {
                    begun.countDown();
                    await(until);
                    return revisions(database).raise(HOUSE);
                }));
        Thread.ofVirtual().start(write);
        await(begun);
        return write;
    }

    @Test
    default void a_read_ends_at_its_deadline_also_in_the_middle_of_a_statement() {
        try (Database database = Database.open(address())) {
            long began = System.nanoTime();

            assertThatThrownBy(() -> within(
                            SOON,
                            () -> database.transactions()
                                    .read(() -> database.jdbc()
                                            .sql(ENDLESS)
                                            .query(Long.class)
                                            .single())))
                    .isInstanceOf(DeadlineExceededException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            assertThat(raised(database, HOUSE)).isZero();
        }
    }

    @Test
    default void a_write_ends_at_its_deadline_and_harms_no_other() throws Exception {
        try (Database database = Database.open(address())) {
            assertThatThrownBy(() -> within(
                            SOON,
                            () -> database.transactions().write(HOUSE, () -> {
                                revisions(database).raise(HOUSE);
                                return database.jdbc()
                                        .sql(ENDLESS)
                                        .query(Long.class)
                                        .single();
                            })))
                    .isInstanceOf(DeadlineExceededException.class);

            write(database, NEIGHBOUR);
            assertThat(raised(database, HOUSE)).isZero();
            assertThat(raised(database, NEIGHBOUR)).isOne();
        }
    }

    @Test
    default void no_statement_is_begun_after_the_deadline() {
        TickingClock clock = new TickingClock();
        try (Database database = Database.open(address(), clock)) {
            assertThatThrownBy(() -> Deadline.in(SOON, clock)
                            .scope()
                            .call(() -> database.transactions().read(() -> {
                                clock.tick(SOON);
                                return revisions(database).current(HOUSE);
                            })))
                    .isInstanceOf(DeadlineExceededException.class);
        }
    }

    /** The change is kept and only the look at it fails: to say that nothing was done would be a lie. */
    @Test
    default void what_fails_after_a_write_of_the_same_request_does_not_say_that_nothing_is_stored() {
        TickingClock clock = new TickingClock();
        try (Database database = Database.open(address(), clock)) {
            assertThatThrownBy(() -> Deadline.in(SOON, clock).scope().call(() -> {
                        write(database, HOUSE);
                        clock.tick(SOON);
                        return database.transactions()
                                .read(() -> revisions(database).current(HOUSE));
                    }))
                    .isInstanceOfSatisfying(
                            StorageUnavailableException.class,
                            failure -> assertThat(failure.outcomeUnknown()).isTrue());
            assertThatThrownBy(() -> Deadline.in(SOON, clock).scope().call(() -> {
                        clock.tick(SOON);
                        return write(database, HOUSE);
                    }))
                    .isInstanceOfSatisfying(
                            StorageUnavailableException.class,
                            failure -> assertThat(failure.outcomeUnknown()).isFalse());
            assertThat(raised(database, HOUSE)).isOne();
        }
    }

    @Test
    default void a_write_that_waited_past_its_deadline_is_never_stored() throws Exception {
        try (Database database = Database.open(address())) {
            CountDownLatch open = new CountDownLatch(1);
            FutureTask<Object> holding = hold(database, open);

            assertThatThrownBy(() -> within(SOON, () -> write(database, NEIGHBOUR)))
                    .isInstanceOf(DeadlineExceededException.class);

            open.countDown();
            holding.get();
            write(database, HOUSE);
            assertThat(raised(database, NEIGHBOUR)).isZero();
        }
    }

    @Test
    default void a_write_whose_caller_left_while_it_ran_is_not_stored_and_the_others_of_its_commit_are()
            throws Exception {
        try (Database database = Database.open(address())) {
            CountDownLatch left = new CountDownLatch(1);

            assertThatThrownBy(() -> within(
                            SOON,
                            () -> database.transactions().write(HOUSE, () -> {
                                Object raised = revisions(database).raise(HOUSE);
                                await(left);
                                return raised;
                            })))
                    .isInstanceOf(DeadlineExceededException.class);
            left.countDown();
            write(database, NEIGHBOUR);

            assertThat(raised(database, HOUSE)).isZero();
            assertThat(raised(database, NEIGHBOUR)).isOne();
        }
    }

    @Test
    default void a_write_that_hangs_is_seen_and_others_are_refused_at_once_until_it_goes_on() throws Exception {
        TickingClock clock = new TickingClock();
        try (Database database = Database.open(address(), clock)) {
            CountDownLatch open = new CountDownLatch(1);
            FutureTask<Object> hanging = hold(database, open);

            clock.tick(Transactions.STALLED.minusMillis(1));
            assertThat(database.transactions().longestWrite()).isLessThan(Transactions.STALLED);
            clock.tick(Duration.ofMillis(1));
            assertThat(database.transactions().longestWrite()).isEqualTo(Transactions.STALLED);
            assertThatThrownBy(() -> write(database, NEIGHBOUR))
                    .isInstanceOfSatisfying(
                            StorageUnavailableException.class,
                            refused -> assertThat(refused.outcomeUnknown()).isFalse());

            open.countDown();
            hanging.get();
            assertThat(database.transactions().longestWrite()).isZero();
            write(database, NEIGHBOUR);
        }
    }

    @Test
    default void a_dear_property_lets_another_in_after_each_of_its_writes()
            throws ExecutionException, InterruptedException {
        try (Database database = Database.open(address())) {
            CountDownLatch open = new CountDownLatch(1);
            FutureTask<Object> holding = hold(database, open);
            long began = System.nanoTime();
            List<String> order = new CopyOnWriteArrayList<>();
            FutureTask<Object> dear = queue(database, HOUSE, order, "dear");
            FutureTask<Object> cheap = queue(database, NEIGHBOUR, order, "cheap");
            while (System.nanoTime() - began < WriteBatch.MAX_TIME.toNanos()) {
                Thread.onSpinWait(); // so that the first of them was dear
            }

            open.countDown();

            holding.get();
            dear.get();
            cheap.get();
            assertThat(order).containsExactly("cheap", "dear");
        }
    }

    /** Returns once the write waits in the lane. */
    private static FutureTask<Object> queue(Database database, PropertyId property, List<String> order, String name) {
        FutureTask<Object> write =
                new FutureTask<>(() -> database.transactions().write(property, () -> {
                    order.add(name);
                    return revisions(database).raise(property);
                }));
        Thread thread = Thread.ofPlatform().daemon().start(write);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return write;
    }
}
