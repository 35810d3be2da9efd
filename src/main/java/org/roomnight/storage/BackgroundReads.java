package org.roomnight.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.Patience;
import org.roomnight.kernel.StorageUnavailableException;

/**
 * Reads on few threads of their own, so that whoever has something to show need not wait for a database that is slow or
 * silent. Of one key one read runs at a time and one more waits, however many callers want it; what it finds out is for all
 * of them, also for those that come after its first caller has left.
 */
public final class BackgroundReads implements AutoCloseable {

    /** Reads at once; SQLite has as many readers, PostgreSQL more. */
    static final int MAX_AT_ONCE = 4;

    /** Keys that are read or wait for it; one more is refused like a database that does not answer. */
    static final int MAX_KEYS = 1_000;

    /** A database that has not answered a read at all for so long is slow. Its pools call it so after as long. */
    public static final Duration SLOW = Duration.ofSeconds(1);

    /** How long a failed read of a key is not tried again. */
    public static final Duration FAILURE_PAUSE = Duration.ofSeconds(1);

    /** Keys whose failure is remembered; the others are tried again too soon. */
    static final int MAX_FAILURES = 10_000;

    /** How often a caller that waits for long looks whether it still should. */
    private static final Duration LOOK = Duration.ofMillis(50);

    /** How long a caller waits for an answer. */
    public enum Waiting {
        /** As long as its {@link Patience}: what it has to show is as good, for all that is known. */
        SHORT,
        /** As long as the database is not slow, then as {@link #SHORT}: what it has to show may be older than promised. */
        UNLESS_SLOW,
        /** Until its deadline: it has nothing to show. */
        UNTIL_DEADLINE
    }

    /** Work that reads, and says when the database has answered for the first time. */
    @FunctionalInterface
    public interface Read<T> {
        T read(Runnable answered);
    }

    private final class Flight {
        private final CompletableFuture<Object> result = new CompletableFuture<>();
        private final Supplier<?> version;
        private final Read<?> read;
        private @Nullable Object begunAt;
        private volatile long begunNanos;
        private volatile boolean answered;

        Flight(Supplier<?> version, Read<?> read) {
            this.version = version;
            this.read = read;
        }

        /** Whether it finds what is true now: it has not begun, or nothing has changed since. */
        boolean isJoined(Object versionNow) {
            return begunAt == null || begunAt.equals(versionNow);
        }

        void answered() {
            if (!answered && clock.isYoungerThan(SLOW, begunNanos)) {
                slow = false;
            }
            answered = true;
        }

        boolean isOverdue() {
            return !answered && !clock.isYoungerThan(SLOW, begunNanos);
        }
    }

    /** The reads of one key. */
    private static final class Flights {
        private final Flight first;
        private @Nullable Flight next;

        Flights(Flight first) {
            this.first = first;
        }

        void fail(StorageUnavailableException failure) {
            first.result.completeExceptionally(failure);
            if (next != null) {
                next.result.completeExceptionally(failure);
            }
        }
    }

    private record Failure(Object version, long nanos) {}

    private final MonotonicClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Flights> flights = new HashMap<>();
    private final Set<Flight> underWay = ConcurrentHashMap.newKeySet();
    private final Cache<Object, Failure> failures = Caffeine.newBuilder()
            .maximumSize(MAX_FAILURES)
            .executor(Runnable::run)
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            MAX_AT_ONCE,
            Thread.ofPlatform().name("background-read-", 0).daemon().factory());
    private volatile boolean slow;

    BackgroundReads(MonotonicClock clock) {
        this.clock = clock;
    }

    /**
     * What the read finds, or another one of the same key that sees all that has happened until now.
     *
     * @param key stands for one type of answer
     * @param version changes with all that a read under way might not see
     * @param waiting asked again while it waits: what it has to show may be worth nothing meanwhile
     * @throws StorageUnavailableException when it failed, or did so a moment ago, or does not answer in time
     */
    @SuppressWarnings("unchecked") // a key stands for one type
    public <T> T get(Object key, Supplier<?> version, Supplier<Waiting> waiting, Read<T> read) {
        Flight flight = join(key, version, read);
        Deadline deadline = Deadline.currentOr(Deadline.OF_REQUEST, clock);
        while (true) {
            boolean patient = isPatient(waiting.get());
            try {
                return (T) awaited(flight, patient ? LOOK : Patience.left());
            } catch (TimeoutException _) {
                if (!patient && !isPatient(waiting.get())) {
                    throw unavailable("the database does not answer in time");
                }
                if (deadline.isOver()) {
                    throw new DeadlineExceededException();
                }
            }
        }
    }

    private boolean isPatient(Waiting waiting) {
        return switch (waiting) {
            case SHORT -> false;
            case UNLESS_SLOW -> !isSlow();
            case UNTIL_DEADLINE -> true;
        };
    }

    private static Object awaited(Flight flight, Duration longest) throws TimeoutException {
        try {
            return flight.result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    private Flight join(Object key, Supplier<?> version, Read<?> read) {
        lock.lock();
        try {
            Object now = version.get();
            Flights known = flights.get(key);
            if (known == null) {
                refuseAfterFailure(key, now);
                return begin(key, new Flight(version, read));
            }
            if (known.first.isJoined(now)) {
                return known.first;
            }
            Flight next = known.next == null ? new Flight(version, read) : known.next;
            known.next = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void refuseAfterFailure(Object key, Object now) {
        Failure failure = failures.getIfPresent(key);
        if (failure != null && failure.version().equals(now) && clock.isYoungerThan(FAILURE_PAUSE, failure.nanos())) {
            throw unavailable("the database did not answer a moment ago");
        }
    }

    private Flight begin(Object key, Flight flight) {
        if (flights.size() >= MAX_KEYS) {
            throw unavailable("too many reads wait");
        }
        try {
            threads.execute(() -> run(key, flight));
        } catch (RejectedExecutionException _) {
            throw unavailable("the server is being stopped");
        }
        flights.put(key, new Flights(flight));
        return flight;
    }

    private void run(Object key, Flight flight) {
        Object version = begun(flight);
        underWay.add(flight);
        @Nullable Object found = null;
        @Nullable Throwable failure = null;
        try {
            found = Deadline.in(Deadline.OF_REQUEST, clock).scope().call(() -> flight.read.read(flight::answered));
            flight.answered();
        } catch (RuntimeException | Error thrown) { // an Error must not end the reads of a key for good
            failure = thrown;
            if (thrown instanceof StorageUnavailableException) {
                failures.put(key, new Failure(version, clock.nanos()));
                slow = true;
            }
        }
        underWay.remove(flight);
        ended(key);
        if (failure == null) {
            flight.result.complete(found);
        } else {
            flight.result.completeExceptionally(failure);
        }
    }

    private Object begun(Flight flight) {
        lock.lock();
        try {
            Object version = flight.version.get();
            flight.begunAt = version;
            flight.begunNanos = clock.nanos();
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** What waits to be read next begins now, if the server is not being stopped. */
    private void ended(Object key) {
        lock.lock();
        try {
            Flights ended = flights.remove(key);
            if (ended != null && ended.next != null) {
                beginNext(key, ended.next);
            }
        } finally {
            lock.unlock();
        }
    }

    private void beginNext(Object key, Flight next) {
        try {
            begin(key, next);
        } catch (StorageUnavailableException stopped) {
            next.result.completeExceptionally(stopped);
        }
    }

    /** Whether the database is known not to answer in time; until a read is answered in time again. */
    private boolean isSlow() {
        if (underWay.stream().anyMatch(Flight::isOverdue)) {
            slow = true;
        }
        return slow;
    }

    private static StorageUnavailableException unavailable(String reason) {
        return new StorageUnavailableException(false, reason, new IllegalStateException("not answered"));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        lock.lock();
        try {
            StorageUnavailableException stopped = unavailable("the server is being stopped");
            flights.values().forEach(left -> left.fail(stopped));
            flights.clear();
        } finally {
            lock.unlock();
        }
    }
}
