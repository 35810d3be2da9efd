package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.roomnight.kernel.Admission;
import org.roomnight.kernel.AdmissionEndedException;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;
import org.roomnight.kernel.StorageUnavailableException;

/** What both databases promise of a transaction. */
interface TransactionsContract {

    PropertyId HOUSE = new PropertyId(UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567890"));

    Database database();

    default RevisionRows revisions() {
        return new RevisionRows(database().jdbc(), InstantSource.fixed(Instant.parse("2027-03-01T09:00:00Z")));
    }

    default Revision current() {
        return database()
                .transactions()
                .read(() -> revisions().current(HOUSE).map(Stamp::revision).orElse(Revision.NONE));
    }

    @Test
    default void writes_of_many_threads_each_get_a_revision_of_their_own() throws Exception {
        List<Future<Revision>> raised = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                raised.add(threads.submit(() -> database()
                        .transactions()
                        .write(HOUSE, () -> revisions().raise(HOUSE).revision())));
            }
        }
        assertThat(raised.stream().map(Future::resultNow).distinct()).hasSize(200);
        assertThat(current()).isEqualTo(new Revision(200));
    }

    @Test
    default void a_write_that_fails_leaves_nothing_behind_and_harms_no_other_in_its_commit() throws Exception {
        List<Future<Revision>> kept = new ArrayList<>();
        List<Future<Revision>> failed = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                kept.add(threads.submit(() -> database()
                        .transactions()
                        .write(HOUSE, () -> revisions().raise(HOUSE).revision())));
                failed.add(threads.submit(() -> database().transactions().<Revision>write(HOUSE, () -> {
                    revisions().raise(HOUSE);
                    throw new IllegalArgumentException("refused");
                })));
            }
        }
        assertThat(kept).allMatch(f -> f.state() == Future.State.SUCCESS);
        assertThat(failed).allMatch(f -> f.exceptionNow() instanceof IllegalArgumentException);
        assertThat(current()).isEqualTo(new Revision(50));
    }

    @Test
    default void statements_outside_of_a_transaction_are_refused() {
        assertThatThrownBy(() -> revisions().current(HOUSE)).hasStackTraceContaining("outside of Transactions");
    }

    @Test
    default void a_hint_runs_after_the_commit_and_not_for_a_write_that_failed() {
        List<String> heard = new ArrayList<>();
        Transactions transactions = database().transactions();
        transactions.write(HOUSE, () -> {
            transactions.afterCommit(() -> heard.add("kept"));
            return revisions().raise(HOUSE);
        });
        assertThatThrownBy(() -> transactions.write(HOUSE, () -> {
                    transactions.afterCommit(() -> heard.add("lost"));
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(heard).containsExactly("kept");
    }

    @Test
    default void an_error_in_one_write_is_told_to_its_caller_and_the_next_write_goes_on() {
        Transactions transactions = database().transactions();

        assertThatThrownBy(() -> transactions.<Revision>write(HOUSE, () -> {
                    revisions().raise(HOUSE);
                    throw new StackOverflowError("too deep");
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(transactions.write(HOUSE, () -> revisions().raise(HOUSE)).revision())
                .isEqualTo(new Revision(1));
    }

    @Test
    default void a_write_after_the_end_is_refused_at_once() {
        database().transactions().close();

        assertThatThrownBy(() ->
                        database().transactions().write(HOUSE, () -> revisions().raise(HOUSE)))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    default void there_is_no_revision_before_the_first_change() {
        database().transactions().write(HOUSE, () -> true);

        assertThat(database().transactions().read(() -> revisions().current(HOUSE)))
                .isEmpty();
    }

    @Test
    default void a_write_of_another_property_inside_a_write_is_refused() {
        Transactions transactions = database().transactions();
        PropertyId other = new PropertyId(new UUID(1, 2));

        assertThatThrownBy(() -> transactions.write(HOUSE, () -> transactions.write(other, () -> true)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.read(() -> transactions.write(HOUSE, () -> true)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void a_write_whose_sender_was_shut_out_while_it_waited_for_its_turn_is_not_done() throws Exception {
        Revision before = current();
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch shutOut = new CountDownLatch(1);
        AtomicBoolean admitted = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> database().transactions().write(HOUSE, () -> {
                holding.countDown();
                return awaitQuietly(shutOut);
            }));
            holding.await();
            Future<Revision> waiting = threads.submit(() -> new Admission(admitted::get)
                    .scope()
                    .call(() -> database()
                            .transactions()
                            .write(HOUSE, () -> revisions().raise(HOUSE).revision())));
            admitted.set(false);
            shutOut.countDown();
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(AdmissionEndedException.class);
        }
        assertThat(current()).isEqualTo(before);
    }

    @Test
    default void the_check_of_a_sender_sees_what_the_write_itself_sees() {
        AtomicBoolean writing = new AtomicBoolean();
        new Admission(() -> {
                    writing.set(database().transactions().writing());
                    return true;
                })
                .scope()
                .run(() -> database().transactions().write(HOUSE, () -> 1));
        assertThat(writing).isTrue();
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
