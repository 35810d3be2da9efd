package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.Dialect.Failure;
import org.roomnight.storage.Dialect.LockWait;
import org.roomnight.storage.OpenTransaction.Mode;

/** Runs several writes in one transaction, so that they share one flush to the disk. */
final class WriteBatch {

    /** Writes that share one commit at most; more would make the first of them wait too long. */
    static final int MAX_WRITES = 64;

    /** After this no further write is begun in a transaction, so that dear writes are committed by themselves. */
    static final Duration MAX_TIME = Duration.ofMillis(25);

    /**
     * How often a transaction that lost against another, or its connection, is run before its callers are told to come
     * back: more often than connections may lie broken in the pool of writers.
     */
    private static final int MAX_ATTEMPTS = 8;

    private final Dialect dialect;
    private final Pool pool;
    private final MonotonicClock clock;
    private final SlowWriters dear;
    private volatile @Nullable Long begun;

    WriteBatch(Dialect dialect, MonotonicClock clock, SlowWriters dear) {
        this.dialect = dialect;
        this.clock = clock;
        this.dear = dear;
        this.pool = dialect.writers();
    }

    /** How long the transaction under way has lasted. */
    Duration underWay() {
        Long since = begun;
        return since == null ? Duration.ZERO : clock.since(since);
    }

    /** A write that has run, and how to tell its caller once the transaction has ended. */
    private record Ran(
            QueuedWrite<?> write,
            OpenTransaction part,
            @Nullable Throwable failure) {

        boolean succeeded() {
            return failure == null;
        }

        void tell() {
            if (failure == null) {
                write.tellDone();
            } else {
                write.tellFailed(failure);
            }
        }
    }

    /** A caller left before the commit, which must not have its work in it. */
    @SuppressWarnings("serial") // never leaves this class
    private static final class CallerGone extends Exception {}

    /**
     * Runs a write, and as many more as are there and fit, and tells every caller how it went, after the commit. Answers
     * with those that could not be run because another transaction holds their property: their callers still wait.
     */
    List<QueuedWrite<?>> commitTogether(QueuedWrite<?> first, Supplier<@Nullable QueuedWrite<?>> more, LockWait wait) {
        List<QueuedWrite<?>> writes = new ArrayList<>();
        writes.add(first);
        int attempt = 1;
        begun = clock.nanos();
        while (true) {
            try {
                attempt(writes, attempt == 1 ? more : () -> null, wait);
                return List.of();
            } catch (CallerGone _) {
                more = () -> null; // once more for those who are left
            } catch (SQLException | RuntimeException | Error failure) {
                Failure meaning = ExceptionTranslation.classify(dialect, failure);
                if (meaning == Failure.LOCKED) {
                    begun = null;
                    return writes;
                }
                if (meaning != Failure.RETRY || attempt == MAX_ATTEMPTS) {
                    tellAll(writes, failure);
                    return List.of();
                }
                attempt++;
            }
        }
    }

    private void tellAll(List<QueuedWrite<?>> writes, Throwable failure) {
        StorageUnavailableException told = failure instanceof StorageUnavailableException unavailable
                ? unavailable
                : new StorageUnavailableException(
                        false, "%s did not take the write".formatted(dialect.product()), failure);
        begun = null; // before any caller goes on and asks
        writes.forEach(write -> write.tellFailed(told));
    }

    private void attempt(List<QueuedWrite<?>> writes, Supplier<@Nullable QueuedWrite<?>> more, LockWait wait)
            throws SQLException, CallerGone {
        writes.removeIf(write -> !write.begin());
        if (writes.isEmpty()) {
            begun = null;
            return;
        }
        Connection connection = pool.connection(writes.getFirst().deadline());
        try {
            connection.setAutoCommit(false);
            runAndCommit(new BoundedConnection(dialect, connection), writes, more, wait);
        } finally {
            pool.giveBack(connection);
        }
    }

    private void runAndCommit(
            BoundedConnection connection,
            List<QueuedWrite<?>> writes,
            Supplier<@Nullable QueuedWrite<?>> more,
            LockWait wait)
            throws SQLException, CallerGone {
        List<Ran> ran = new ArrayList<>();
        boolean committed = false;
        try {
            Optional<PropertyId> property = writes.getFirst().property();
            if (property.isPresent()) {
                dialect.lock(connection.asUsual(), property.get(), wait);
            }
            runAll(connection, writes, more, ran);
            committed = commit(connection, writes);
        } finally {
            if (!committed) {
                rollback(connection);
                ran.forEach(one -> one.part().failed());
            }
        }
        if (committed) {
            ran.forEach(WriteBatch::endHints);
            begun = null; // before any caller goes on and asks
            ran.forEach(Ran::tell);
            dialect.committed(connection.asUsual());
        }
    }

    private static void endHints(Ran ran) {
        if (ran.succeeded()) {
            ran.part().committed();
        } else {
            ran.part().failed();
        }
    }

    private void runAll(
            BoundedConnection connection,
            List<QueuedWrite<?>> writes,
            Supplier<@Nullable QueuedWrite<?>> more,
            List<Ran> ran)
            throws SQLException {
        long began = clock.nanos();
        for (int next = 0; next < writes.size(); next++) {
            long before = clock.nanos();
            runOne(connection, writes.get(next), ran);
            dear.ran(writes.get(next).property(), clock.since(before));
            boolean last = next == writes.size() - 1;
            if (last && writes.size() < MAX_WRITES && clock.since(began).compareTo(MAX_TIME) < 0) {
                QueuedWrite<?> another = nextBegun(more);
                if (another != null) {
                    writes.add(another);
                }
            }
        }
    }

    private static @Nullable QueuedWrite<?> nextBegun(Supplier<@Nullable QueuedWrite<?>> more) {
        QueuedWrite<?> next = more.get();
        while (next != null && !next.begin()) {
            next = more.get();
        }
        return next;
    }

    /** Each behind a savepoint of its own: what fails takes only itself back. */
    private void runOne(BoundedConnection connection, QueuedWrite<?> write, List<Ran> ran) throws SQLException {
        OpenTransaction part =
                new OpenTransaction(connection, Mode.WRITE, write.property().orElse(null), write.deadline());
        ran.add(new Ran(write, part, null)); // so that its hints are run even if it takes the others along
        Savepoint before = connection.asUsual().setSavepoint();
        try {
            write.deadline().scope().where(BoundConnections.CURRENT, part).run(write::run);
            connection.asUsual().releaseSavepoint(before);
        } catch (RuntimeException | Error failure) { // an Error must not end the thread that all others wait for
            if (ExceptionTranslation.classify(dialect, failure) != Failure.STATEMENT) {
                throw failure;
            }
            connection.asUsual().rollback(before);
            ran.set(ran.size() - 1, new Ran(write, part, failure));
        }
    }

    /** True when the commit is on disk; when nobody can know, the callers are told so and the answer is false. */
    private boolean commit(BoundedConnection connection, List<QueuedWrite<?>> writes) throws CallerGone {
        for (QueuedWrite<?> write : writes) {
            if (!write.enterCommit()) {
                throw new CallerGone();
            }
        }
        try {
            connection.asUsual().commit();
            return true;
        } catch (SQLException failure) {
            StorageUnavailableException unknown = new StorageUnavailableException(
                    true, "%s did not confirm the commit".formatted(dialect.product()), failure);
            begun = null;
            writes.forEach(write -> write.tellFailed(unknown));
            return false;
        }
    }

    private static void rollback(BoundedConnection connection) {
        try {
            connection.asUsual().rollback();
        } catch (SQLException | StorageUnavailableException _) {
            // The connection is broken; the pool throws it away and the database rolls back by itself.
        }
    }
}
