package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roomnight.TickingClock;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.StorageUnavailableException;

/** Who waits for a write when the database falls silent. */
@Timeout(20)
final class QueuedWriteTest {

    private final TickingClock clock = new TickingClock();
    private final Pulse pulse = new Pulse(clock, () -> {});
    private final QueuedWrite<String> write =
            new QueuedWrite<>(Optional.empty(), () -> "stored", Deadline.in(Deadline.OF_REQUEST, clock));

    private void fallSilent() {
        clock.tick(Duration.ofSeconds(1));
        pulse.unanswered(pulse.asking());
    }

    private void assertToldThatNothingIsStored() {
        assertThatThrownBy(() -> write.await(pulse))
                .isInstanceOfSatisfying(
                        StorageUnavailableException.class,
                        told -> assertThat(told.outcomeUnknown()).isFalse());
    }

    @Test
    void who_waits_for_its_turn_leaves_and_its_work_is_not_begun() {
        fallSilent();
        assertToldThatNothingIsStored();
        assertThat(write.begin()).isFalse();
    }

    @Test
    void who_waits_for_its_work_leaves_and_that_is_not_committed() {
        assertThat(write.begin()).isTrue();
        fallSilent();
        assertToldThatNothingIsStored();
        assertThat(write.enterCommit()).isFalse();
    }

    @Test
    void who_waits_for_its_commit_waits_on() {
        assertThat(write.begin()).isTrue();
        write.run();
        assertThat(write.enterCommit()).isTrue();
        fallSilent();
        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> write.await(pulse));
        assertThat(waiting.completeOnTimeout("waits", 200, TimeUnit.MILLISECONDS)
                        .join())
                .isEqualTo("waits");
        write.tellDone();
        assertThat(write.await(pulse)).isEqualTo("stored");
    }
}
