package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;

/** Who of those that wait for a lane comes next, and how many may wait. */
final class WriteQueueTest {

    private final TickingClock clock = new TickingClock();
    private final WriteQueue waiting = new WriteQueue();

    private QueuedWrite<?> of(int house) {
        return new QueuedWrite<>(
                Optional.of(new PropertyId(new UUID(0, house))),
                () -> house,
                Deadline.in(Duration.ofSeconds(1), clock));
    }

    private static int house(QueuedWrite<?> write) {
        return (int) write.property().orElseThrow().value().getLeastSignificantBits();
    }

    @Test
    void properties_are_served_in_turns_however_much_one_of_them_wants() {
        List.of(1, 1, 1, 1, 2, 3, 3).forEach(house -> waiting.offer(of(house)));

        List<Integer> served = new ArrayList<>();
        for (QueuedWrite<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            served.add(house(next));
        }

        assertThat(served).containsExactly(1, 2, 3, 1, 3, 1, 1);
    }

    @Test
    void who_comes_while_a_write_runs_is_served_before_the_next_of_that_property() throws InterruptedException {
        waiting.offer(of(1));
        waiting.offer(of(1));
        waiting.poll();

        waiting.offer(of(2));

        assertThat(house(waiting.take())).isEqualTo(2);
    }

    @Test
    void as_many_of_one_property_as_may_wait_are_taken_and_one_more_is_refused() {
        for (int i = 0; i < WriteQueue.MAX_OF_ONE_PROPERTY; i++) {
            assertThat(waiting.offer(of(1))).isTrue();
        }

        assertThat(waiting.offer(of(1))).isFalse();
        assertThat(waiting.offer(of(2))).isTrue();
    }

    @Test
    void as_many_of_all_properties_as_may_wait_are_taken_and_one_more_is_refused() {
        for (int i = 0; i < WriteQueue.MAX_WAITING; i++) {
            assertThat(waiting.offer(of(i))).isTrue();
        }

        assertThat(waiting.offer(of(WriteQueue.MAX_WAITING))).isFalse();
    }

    @Test
    void what_was_put_aside_lets_others_pass_and_keeps_its_order() throws InterruptedException {
        QueuedWrite<?> first = of(1);
        QueuedWrite<?> second = of(1);
        waiting.offer(first);
        waiting.offer(second);
        waiting.poll();
        waiting.putAside(first.property(), List.of(first));

        assertThat(waiting.poll()).isNull();
        waiting.offer(of(2));
        assertThat(house(waiting.take())).isEqualTo(2);
        assertThat(waiting.take()).isSameAs(first);
        assertThat(waiting.take()).isSameAs(second);
    }

    @Test
    void a_write_is_not_begun_after_its_deadline() {
        QueuedWrite<?> write = of(1);
        clock.tick(Duration.ofSeconds(1));

        assertThat(write.begin()).isFalse();
        assertThatThrownBy(() -> write.await(new Pulse(clock, () -> {}))).isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void a_caller_that_leaves_before_the_commit_is_sent_knows_that_nothing_is_stored() {
        QueuedWrite<?> write = of(1);
        assertThat(write.begin()).isTrue();
        clock.tick(Duration.ofSeconds(1));

        assertThatThrownBy(() -> write.await(new Pulse(clock, () -> {}))).isInstanceOf(DeadlineExceededException.class);
        assertThat(write.enterCommit()).isFalse();
    }

    @Test
    void a_caller_that_leaves_after_the_commit_was_sent_knows_that_it_cannot_know() {
        QueuedWrite<?> write = of(1);
        assertThat(write.begin() && write.enterCommit()).isTrue();
        clock.tick(Duration.ofSeconds(1));

        assertThatThrownBy(() -> write.await(new Pulse(clock, () -> {})))
                .isInstanceOfSatisfying(
                        StorageUnavailableException.class,
                        unknown -> assertThat(unknown.outcomeUnknown()).isTrue());
    }
}
