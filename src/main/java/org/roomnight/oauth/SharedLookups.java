package org.roomnight.oauth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.StorageUnavailableException;

/**
 * Look-ups in a database that may be away. Who asks for the same thing at the same time shares one look-up, only so many
 * run at once, and once one has failed all others fail without asking: for a moment, and then until the one caller who
 * asks again has got an answer.
 */
final class SharedLookups {

    /** How long a failure is taken for true of everybody. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** Oldest look-up that is joined: an answer must not be older than a token may be remembered. */
    static final Duration MAX_AGE = CachedTokens.MAX_AGE;

    /** Look-ups at once; the pool of connections is smaller, and others need it too. */
    static final int MAX_AT_ONCE = 32;

    /** How long a caller waits for its turn; a look-up takes less than a millisecond as long as the database is well. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Running(CompletableFuture<Object> answer, long beganNanos) {}

    private final MonotonicClock clock;
    private final ConcurrentMap<Object, Running> running = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(MAX_AT_ONCE);
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile @Nullable Long failedAtNanos;

    SharedLookups(MonotonicClock clock) {
        this.clock = clock;
    }

    /**
     * What the look-up says, or another of the same key that began less than {@link #MAX_AGE} ago.
     *
     * @throws StorageUnavailableException when the database is away, or has just been
     */
    @SuppressWarnings({"unchecked", "ReferenceEquality"
    }) // a key stands for one type; only its very own look-up is mine
    <T> T ask(Object key, Supplier<T> lookup) {
        Running mine = new Running(new CompletableFuture<>(), clock.nanos());
        Running shared = running.merge(key, mine, (theirs, ours) -> isJoined(theirs) ? theirs : ours);
        if (shared != mine) {
            return (T) joined(key, shared, lookup);
        }
        try {
            T answer = inTurn(lookup);
            mine.answer().complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            mine.answer().completeExceptionally(failure);
            throw failure;
        } finally {
            running.remove(key, mine);
        }
    }

    private boolean isJoined(Running theirs) {
        return clock.isYoungerThan(MAX_AGE, theirs.beganNanos());
    }

    /** That another's time was up says nothing about this caller's. */
    private Object joined(Object key, Running shared, Supplier<?> lookup) {
        try {
            return shared.answer().join();
        } catch (CompletionException failed) {
            return switch (failed.getCause()) {
                case DeadlineExceededException _ -> ask(key, lookup);
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw failed;
            };
        }
    }

    private <T> T inTurn(Supplier<T> lookup) {
        refuseWhileAway();
        if (!gotTurn()) {
            throw away();
        }
        try {
            return failedAtNanos == null ? noticing(lookup) : probe(lookup);
        } finally {
            turns.release();
        }
    }

    private boolean gotTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuseWhileAway() {
        Long failedAt = failedAtNanos;
        if (failedAt != null && (probing.get() || clock.isYoungerThan(PAUSE, failedAt))) {
            throw away();
        }
    }

    /** One caller finds out whether the database is back. */
    private <T> T probe(Supplier<T> lookup) {
        refuseWhileAway();
        if (!probing.compareAndSet(false, true)) {
            throw away();
        }
        try {
            return noticing(lookup);
        } finally {
            probing.set(false);
        }
    }

    private <T> T noticing(Supplier<T> lookup) {
        try {
            T answer = lookup.get();
            failedAtNanos = null;
            return answer;
        } catch (DeadlineExceededException late) {
            throw late; // the caller was slow, not the database
        } catch (StorageUnavailableException failure) {
            failedAtNanos = clock.nanos();
            throw failure;
        }
    }

    private static StorageUnavailableException away() {
        return new StorageUnavailableException(
                false, "the database was away a moment ago", new IllegalStateException("not asked"));
    }
}
