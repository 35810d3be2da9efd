package org.roomnight.storage;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.Dialect.LockWait;

/** One writing thread: takes what waits, runs it in as few transactions as it can, then wakes the callers. */
final class WriteLane implements AutoCloseable {

    /** Above this the database is taken to hang: writes are refused at once, until it goes on. */
    static final Duration STALLED = Duration.ofSeconds(10);

    private final WriteQueue waiting = new WriteQueue();
    private final LockedProperties locked = new LockedProperties();
    private final SlowWriters dear = new SlowWriters();
    private final Dialect dialect;
    private final WriteBatch batches;
    private final Thread thread;
    private volatile boolean closed;

    WriteLane(String name, Dialect dialect, MonotonicClock clock) {
        this.dialect = dialect;
        this.batches = new WriteBatch(dialect, clock, dear);
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::serve);
    }

    <T extends @Nullable Object> T run(Optional<PropertyId> property, Supplier<T> work, Deadline deadline) {
        QueuedWrite<T> write = new QueuedWrite<>(property, work, deadline);
        if (isStalled()) {
            throw refusal("the database has not answered for a while");
        }
        if (dialect.pulse().isSilent()) {
            throw refusal("the database does not answer");
        }
        if (locked.refuses(property)) {
            throw refusal("another transaction holds the property");
        }
        if (closed || !waiting.offer(write)) {
            throw refusal("too many writes are waiting");
        }
        if (closed && waiting.remove(write)) { // offered after the thread had ended
            throw refusal("the server is stopping");
        }
        try {
            return write.await(dialect.pulse());
        } catch (StorageUnavailableException gone) {
            waiting.remove(write);
            throw gone;
        }
    }

    private static StorageUnavailableException refusal(String sentence) {
        return new StorageUnavailableException(false, sentence, new IllegalStateException("write refused"));
    }

    private boolean isStalled() {
        return underWay().compareTo(STALLED) >= 0;
    }

    /** How long the transaction under way has lasted. */
    Duration underWay() {
        return batches.underWay();
    }

    private void serve() {
        while (!(closed && waiting.isEmpty())) {
            try {
                serve(waiting.take());
            } catch (InterruptedException _) {
                // closing: what still waits is served first
            }
        }
    }

    private void serve(QueuedWrite<?> first) {
        Optional<PropertyId> property = first.property();
        LockWait wait = locked.contains(property) ? LockWait.NONE : LockWait.SHORT;
        List<QueuedWrite<?>> withoutLock = batches.commitTogether(first, more(property), wait);
        if (withoutLock.isEmpty()) {
            locked.remove(property);
        } else if (closed || locked.refusesAfter(property)) {
            refuse(withoutLock);
            refuse(waiting.drain(property));
        } else {
            waiting.putAside(property, withoutLock);
        }
    }

    /**
     * What may share the transaction: where it locks one property, only writes of that, lest two nodes deadlock; else those
     * of all properties but the dear ones, which wait for the next.
     */
    private Supplier<@Nullable QueuedWrite<?>> more(Optional<PropertyId> property) {
        return dialect.locksOneProperty() ? () -> waiting.pollOf(property) : () -> waiting.pollBut(dear::contains);
    }

    private static void refuse(Collection<QueuedWrite<?>> writes) {
        writes.forEach(write -> write.tellFailed(refusal("another transaction holds the property")));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(STALLED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (QueuedWrite<?> late = waiting.poll(); late != null; late = waiting.poll()) {
            late.tellFailed(refusal("the server is stopping"));
        }
    }
}
