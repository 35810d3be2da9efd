package org.roomnight.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;

/**
 * A write that a caller waits for: first its work is run, and only after the commit its caller is told. A caller waits
 * until its deadline; one that is gone before the commit is sent is left out of it, so that it can be told for certain
 * that nothing is stored.
 */
final class QueuedWrite<T extends @Nullable Object> {

    /** How often a caller looks whether the database still answers. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private enum State {
        WAITING,
        RUNNING,
        COMMITTING,
        GONE
    }

    private final Optional<PropertyId> property;
    private final Supplier<T> work;
    private final Deadline deadline;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<T> told = new CompletableFuture<>();
    private @Nullable T answer;

    QueuedWrite(Optional<PropertyId> property, Supplier<T> work, Deadline deadline) {
        this.property = property;
        this.work = work;
        this.deadline = deadline;
    }

    Optional<PropertyId> property() {
        return property;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Before each run of the work, also of a repeated one. False: nobody waits for it any more, so it is left out. */
    boolean begin() {
        if (deadline.isOver()) {
            tellFailed(new DeadlineExceededException());
            return false;
        }
        return state.updateAndGet(now -> now == State.GONE ? now : State.RUNNING) == State.RUNNING;
    }

    /** From here on the outcome is the commit's. False when the caller has gone. */
    boolean enterCommit() {
        return state.compareAndSet(State.RUNNING, State.COMMITTING);
    }

    void run() {
        answer = work.get();
    }

    @SuppressWarnings("NullAway") // the answer is null only where T allows it
    void tellDone() {
        told.complete(answer);
    }

    void tellFailed(Throwable failure) {
        told.completeExceptionally(failure);
    }

    /**
     * What the work answered, after its commit.
     *
     * @throws DeadlineExceededException when the deadline came first; nothing is stored
     * @throws StorageUnavailableException when the database fell silent before the commit was sent; nothing is stored. Or
     *     when the deadline came after it was sent; nobody knows
     */
    T await(Pulse pulse) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    long longest = Math.min(deadline.left().toNanos(), LOOK.toNanos());
                    return told.get(longest, TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    interrupted = true; // a write is not given up half way
                } catch (TimeoutException late) {
                    if (deadline.isOver()) {
                        throw leave(late);
                    }
                    if (pulse.isSilent() && leavesBeforeCommit()) {
                        throw new StorageUnavailableException(false, "the database does not answer", late);
                    }
                }
            }
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private StorageUnavailableException leave(TimeoutException late) {
        return leavesBeforeCommit()
                ? new DeadlineExceededException()
                : new StorageUnavailableException(true, "the commit was not confirmed in time", late);
    }

    private boolean leavesBeforeCommit() {
        return state.updateAndGet(now -> now == State.COMMITTING ? now : State.GONE) == State.GONE;
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException failure) {
            return failure;
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failed);
    }
}
