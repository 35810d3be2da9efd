package org.roomnight.storage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;

/**
 * The writes that wait for a lane, taken in turns: a property whose write was taken goes behind all others. One whose
 * lock another transaction holds is put aside for a moment, and the others go on.
 */
final class WriteQueue {

    /** Writes that may wait; one more is told at once to come back later. */
    static final int MAX_WAITING = 4_096;

    /** Writes of one property that may wait, so that one alone cannot fill the lane. */
    static final int MAX_OF_ONE_PROPERTY = 256;

    /** How long a property is put aside before its lock is tried again. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Optional<PropertyId>, Queue> queues = new LinkedHashMap<>();
    private Optional<PropertyId> served = Optional.empty();
    private int size;

    /** What waits of one property; taken only from {@code notBefore} on, where that is set. */
    private static final class Queue {
        private final Deque<QueuedWrite<?>> writes = new ArrayDeque<>();
        private OptionalLong notBefore = OptionalLong.empty();
    }

    /** False when too many wait, of this property or at all. */
    boolean offer(QueuedWrite<?> write) {
        lock.lock();
        try {
            Queue queue = queues.get(write.property());
            int ofProperty = queue == null ? 0 : queue.writes.size();
            if (size >= MAX_WAITING || ofProperty >= MAX_OF_ONE_PROPERTY) {
                return false;
            }
            queues.computeIfAbsent(write.property(), _ -> new Queue()).writes.addLast(write);
            size++;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a write away that its caller no longer waits for; false when it was taken before. */
    boolean remove(QueuedWrite<?> write) {
        lock.lock();
        try {
            Queue queue = queues.get(write.property());
            if (queue == null || !queue.writes.remove(write)) {
                return false;
            }
            size--;
            if (queue.writes.isEmpty()) {
                queues.remove(write.property());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next in turn; waits for one. */
    QueuedWrite<?> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                QueuedWrite<?> next = pollInTurn(_ -> false);
                if (next != null) {
                    return next;
                }
                if (queues.isEmpty()) {
                    changed.await();
                } else {
                    changed.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next in turn, or null when there is none now. */
    @Nullable
    QueuedWrite<?> poll() {
        return pollBut(_ -> false);
    }

    /** The next in turn whose property is not passed over, or null; who is passed over keeps its turn. */
    @Nullable
    QueuedWrite<?> pollBut(Predicate<Optional<PropertyId>> passedOver) {
        lock.lock();
        try {
            return pollInTurn(passedOver);
        } finally {
            lock.unlock();
        }
    }

    /** The next of one property, or null. */
    @Nullable
    QueuedWrite<?> pollOf(Optional<PropertyId> property) {
        lock.lock();
        try {
            Queue queue = queues.get(property);
            return queue == null ? null : takeFrom(property, queue);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable QueuedWrite<?> pollInTurn(Predicate<Optional<PropertyId>> passedOver) {
        Queue behind = queues.remove(served);
        if (behind != null) {
            queues.put(served, behind); // also behind those that came while its write ran
        }
        for (Map.Entry<Optional<PropertyId>, Queue> entry : queues.entrySet()) {
            if (isReady(entry.getValue()) && !passedOver.test(entry.getKey())) {
                return takeFrom(entry.getKey(), entry.getValue());
            }
        }
        return null;
    }

    /** By the time that really passes, for it is a pause of this thread and no age of anything. */
    private static boolean isReady(Queue queue) {
        OptionalLong notBefore = queue.notBefore;
        return notBefore.isEmpty() || System.nanoTime() - notBefore.getAsLong() >= 0;
    }

    private QueuedWrite<?> takeFrom(Optional<PropertyId> property, Queue queue) {
        QueuedWrite<?> next = queue.writes.removeFirst();
        size--;
        if (queue.writes.isEmpty()) {
            queues.remove(property);
        }
        served = property;
        return next;
    }

    /** Takes writes back whose property is locked, in front of those that came later. */
    void putAside(Optional<PropertyId> property, List<QueuedWrite<?>> writes) {
        lock.lock();
        try {
            Queue queue = queues.computeIfAbsent(property, _ -> new Queue());
            writes.reversed().forEach(queue.writes::addFirst);
            size += writes.size();
            queue.notBefore = OptionalLong.of(System.nanoTime() + PAUSE.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /** Takes away all that waits of a property. */
    Collection<QueuedWrite<?>> drain(Optional<PropertyId> property) {
        lock.lock();
        try {
            Queue queue = queues.remove(property);
            if (queue == null) {
                return List.of();
            }
            size -= queue.writes.size();
            return queue.writes;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return queues.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
