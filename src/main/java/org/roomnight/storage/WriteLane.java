package org.roomnight.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;

/** One writing thread: takes what waits, runs it in as few transactions as it can, then wakes the callers. */
final class WriteLane implements AutoCloseable {

    /** Writes that share one commit at most; more would make the first of them wait too long. */
    static final int MAX_BATCH = 64;

    /** Writes that may wait; one more is told at once to come back later. */
    static final int MAX_WAITING = 4_096;

    private final BlockingQueue<WaitingWrite<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final WriteBatch batches;
    private final Thread thread;
    private volatile boolean closed;

    WriteLane(String name, Dialect dialect) {
        this.batches = new WriteBatch(dialect);
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::serve);
    }

    <T extends @Nullable Object> T run(@Nullable PropertyId property, Supplier<T> work) {
        WaitingWrite<T> write = new WaitingWrite<>(Optional.ofNullable(property), work);
        if (closed || !waiting.offer(write)) {
            throw refusal();
        }
        if (closed && waiting.remove(write)) { // offered after the thread had ended
            throw refusal();
        }
        return write.await();
    }

    private static StorageUnavailableException refusal() {
        return new StorageUnavailableException(
                false, "too many writes are waiting", new IllegalStateException("write lane full or closed"));
    }

    private void serve() {
        List<WaitingWrite<?>> taken = new ArrayList<>(MAX_BATCH);
        while (!(closed && waiting.isEmpty())) {
            try {
                taken.add(waiting.take());
            } catch (InterruptedException _) {
                continue; // closing: what still waits is served first
            }
            waiting.drainTo(taken, MAX_BATCH - 1);
            byProperty(taken).values().forEach(batches::commitTogether);
            taken.clear();
        }
    }

    /** A transaction locks one property only, so that two nodes can never wait for each other. */
    private static Map<Optional<PropertyId>, List<WaitingWrite<?>>> byProperty(List<WaitingWrite<?>> writes) {
        Map<Optional<PropertyId>, List<WaitingWrite<?>>> groups = new LinkedHashMap<>();
        for (WaitingWrite<?> write : writes) {
            groups.computeIfAbsent(write.property(), _ -> new ArrayList<>()).add(write);
        }
        return groups;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (WaitingWrite<?> late = waiting.poll(); late != null; late = waiting.poll()) {
            late.tellFailed(refusal());
        }
    }
}
