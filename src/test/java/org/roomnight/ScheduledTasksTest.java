package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work that is done now and then. */
final class ScheduledTasksTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @Test
    void a_long_chore_does_not_keep_the_others_waiting_and_a_failed_one_is_run_again() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch runs = new CountDownLatch(2);
        try (ScheduledTasks chores = new ScheduledTasks()) {
            chores.every(AT_ONCE, "long", () -> awaitQuietly(end)).every(AT_ONCE, "short", () -> {
                runs.countDown();
                throw new StackOverflowError("a failure of one run");
            });

            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
            end.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
