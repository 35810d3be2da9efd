package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.BackgroundReads.Waiting;

final class BackgroundReadsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TickingClock clock = new TickingClock();
    private final BackgroundReads reads = new BackgroundReads(clock);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger version = new AtomicInteger();

    @AfterEach
    void stop() {
        open.countDown();
        reads.close();
        callers.close();
    }

    /** A database that does not answer until it is opened. */
    private int silent() {
        begun.incrementAndGet();
        try {
            open.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return version.get();
    }

    private int ask(Object key, Waiting waiting) {
        return reads.get(key, version::get, () -> waiting, _ -> silent());
    }

    private Future<Integer> asking(Object key, Waiting waiting) {
        return callers.submit(() -> ask(key, waiting));
    }

    private void awaitBegun(int number) {
        await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> begun.get() == number);
    }

    @Test
    void many_callers_share_one_read_and_those_with_something_to_show_leave_it_to_the_others() throws Exception {
        List<Future<Integer>> waiting = new ArrayList<>();
        for (int caller = 0; caller < 50; caller++) {
            waiting.add(asking("house", Waiting.UNTIL_DEADLINE));
        }
        awaitBegun(1);
        assertThatThrownBy(() -> ask("house", Waiting.SHORT)).isInstanceOf(StorageUnavailableException.class);
        open.countDown();
        for (Future<Integer> one : waiting) {
            assertThat(one.get()).isZero();
        }
        assertThat(begun).hasValue(1);
    }

    @Test
    void who_has_nothing_left_to_show_when_its_patience_is_over_waits_on() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Future<Integer> revoked = callers.submit(() -> reads.get(
                "house",
                version::get,
                () -> asked.getAndIncrement() == 0 ? Waiting.SHORT : Waiting.UNTIL_DEADLINE,
                _ -> silent()));
        await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> asked.get() > 2);
        open.countDown();
        assertThat(revoked.get()).isZero();
    }

    @Test
    void who_comes_after_a_change_waits_for_a_read_that_began_after_it() throws Exception {
        Future<Integer> before = asking("house", Waiting.UNTIL_DEADLINE);
        awaitBegun(1);
        version.incrementAndGet();
        List<Future<Integer>> after = new ArrayList<>();
        for (int caller = 0; caller < 10; caller++) {
            after.add(asking("house", Waiting.UNTIL_DEADLINE));
        }
        assertThatThrownBy(() -> ask("house", Waiting.SHORT)).isInstanceOf(StorageUnavailableException.class);
        assertThat(begun).as("one at a time").hasValue(1);
        open.countDown();
        before.get();
        for (Future<Integer> one : after) {
            one.get();
        }
        assertThat(begun).as("one before the change and one for all after it").hasValue(2);
    }

    @Test
    void few_keys_are_read_at_once_many_wait_and_one_more_is_refused() {
        for (int key = 0; key < BackgroundReads.MAX_KEYS; key++) {
            asking(key, Waiting.UNTIL_DEADLINE);
        }
        awaitBegun(BackgroundReads.MAX_AT_ONCE);
        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(() -> ask("one more", Waiting.UNTIL_DEADLINE))
                        .hasMessage("too many reads wait"));
        assertThat(begun).hasValue(BackgroundReads.MAX_AT_ONCE);
    }

    @Test
    void the_last_key_that_may_wait_is_not_refused() {
        for (int key = 1; key < BackgroundReads.MAX_KEYS; key++) {
            int one = key;
            assertThatThrownBy(() -> reads.get(one, version::get, () -> Waiting.UNLESS_SLOW, _ -> failing()))
                    .isInstanceOf(StorageUnavailableException.class);
        }
        assertThatThrownBy(() -> ask("last", Waiting.SHORT)).hasMessage("the database does not answer in time");
    }

    private int failing() {
        begun.incrementAndGet();
        throw new StorageUnavailableException(false, "away", new IllegalStateException("away"));
    }

    private void assertFails() {
        assertThatThrownBy(() -> reads.get("house", version::get, () -> Waiting.UNTIL_DEADLINE, _ -> failing()))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void a_failure_counts_for_a_moment_and_as_long_as_nothing_has_changed() {
        assertFails();
        clock.tick(BackgroundReads.FAILURE_PAUSE.minusNanos(1));
        assertFails();
        assertThat(begun).hasValue(1);
        clock.tick(Duration.ofNanos(1));
        assertFails();
        assertThat(begun).hasValue(2);
        version.incrementAndGet();
        assertFails();
        assertThat(begun).hasValue(3);
    }

    @Test
    void who_shows_what_may_be_old_waits_unless_the_database_is_slow() throws Exception {
        Future<Integer> patient = asking("house", Waiting.UNLESS_SLOW);
        awaitBegun(1);
        clock.tick(BackgroundReads.SLOW.minusNanos(1));
        Future<Integer> another = asking("house", Waiting.UNLESS_SLOW);
        assertThatThrownBy(() -> ask("house", Waiting.SHORT)).isInstanceOf(StorageUnavailableException.class);
        assertThat(patient.isDone() || another.isDone()).isFalse();
        clock.tick(Duration.ofNanos(1));
        for (Future<Integer> one : List.of(patient, another)) {
            assertThatThrownBy(one::get).hasRootCauseMessage("not answered");
        }
        assertThatThrownBy(() -> ask("neighbour", Waiting.UNLESS_SLOW)).isInstanceOf(StorageUnavailableException.class);
        open.countDown();
        int again = reads.get("again", version::get, () -> Waiting.UNTIL_DEADLINE, _ -> 7);
        assertThat(again).isEqualTo(7);
        CountDownLatch later = new CountDownLatch(1);
        Future<Integer> well = callers.submit(() -> reads.get("well", version::get, () -> Waiting.UNLESS_SLOW, _ -> {
            pass(later);
            return 8;
        }));
        assertThatThrownBy(() -> reads.get("short", version::get, () -> Waiting.SHORT, _ -> {
                    pass(later);
                    return 9;
                }))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(well.isDone()).isFalse();
        later.countDown();
        assertThat(well.get()).isEqualTo(8);
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
