package org.roomnight.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roomnight.TickingClock;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.StorageUnavailableException;

@Timeout(20)
final class SharedLookupsTest {

    private final TickingClock clock = new TickingClock();
    private final SharedLookups lookups = new SharedLookups(clock);
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answered = new CountDownLatch(1);

    private static StorageUnavailableException away() {
        return new StorageUnavailableException(false, "away", new IllegalStateException());
    }

    private String silent() {
        asked.incrementAndGet();
        await(answered);
        throw away();
    }

    private String failing() {
        asked.incrementAndGet();
        throw away();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void untilAsked(int times) {
        while (asked.get() < times) {
            Thread.onSpinWait();
        }
    }

    @Test
    void callers_with_one_key_wait_for_one_look_up() throws Exception {
        List<Future<String>> waiting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                waiting.add(threads.submit(() -> lookups.ask("token", this::silent)));
            }
            untilAsked(1);
            answered.countDown();
        }
        assertThat(waiting).allSatisfy(one -> assertThat(one.state()).isEqualTo(Future.State.FAILED));
        assertThat(asked).hasValue(1);
    }

    @Test
    void who_comes_after_a_failure_is_told_at_once_and_for_a_second_only() {
        assertThatThrownBy(() -> lookups.ask("a", this::failing)).isInstanceOf(StorageUnavailableException.class);
        clock.tick(SharedLookups.PAUSE.minusNanos(1));
        assertThatThrownBy(() -> lookups.ask("b", this::failing)).isInstanceOf(StorageUnavailableException.class);
        assertThat(asked).hasValue(1);
        clock.tick(java.time.Duration.ofNanos(1));
        assertThat(lookups.ask("c", () -> "here again")).isEqualTo("here again");
        assertThat(lookups.ask("b", () -> "here again")).isEqualTo("here again");
    }

    @Test
    void while_one_finds_out_whether_the_database_is_back_the_others_are_told_at_once() throws Exception {
        assertThatThrownBy(() -> lookups.ask("a", this::failing)).isInstanceOf(StorageUnavailableException.class);
        clock.tick(SharedLookups.PAUSE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> lookups.ask("b", this::silent));
            untilAsked(2);
            assertThatThrownBy(() -> lookups.ask("c", this::failing)).isInstanceOf(StorageUnavailableException.class);
            assertThat(asked).hasValue(2);
            answered.countDown();
        }
    }

    @Test
    void only_so_many_different_keys_are_looked_up_at_once() throws Exception {
        List<Future<String>> waiting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i <= 2 * SharedLookups.MAX_AT_ONCE; i++) {
                int key = i;
                waiting.add(threads.submit(() -> lookups.ask(key, this::silent)));
            }
            untilAsked(SharedLookups.MAX_AT_ONCE);
            answered.countDown();
        }
        assertThat(waiting).allSatisfy(one -> assertThat(one.state()).isEqualTo(Future.State.FAILED));
        assertThat(asked).hasValue(SharedLookups.MAX_AT_ONCE);
    }

    @Test
    void a_look_up_older_than_a_second_is_not_joined() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> lookups.ask("token", this::silent));
            untilAsked(1);
            clock.tick(SharedLookups.MAX_AGE);
            assertThat(lookups.ask("token", () -> "news")).isEqualTo("news");
            answered.countDown();
        }
    }

    @Test
    void a_caller_whose_time_was_up_does_not_stop_others() {
        assertThatThrownBy(() -> lookups.ask("a", () -> {
                    throw new DeadlineExceededException();
                }))
                .isInstanceOf(DeadlineExceededException.class);
        assertThat(lookups.ask("a", () -> "here")).isEqualTo("here");
    }
}
