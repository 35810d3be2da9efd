package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Admission;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.OpenTransaction.Mode;

/**
 * Runs work in a transaction. Writes of one property run one after the other and share commits: whoever waits while a
 * commit is on its way to the disk goes together into the next one (group commit), each behind a savepoint of its own.
 * Inside its transaction each write first asks whether its sender may still come in ({@link Admission}).
 *
 * <p>Work may be run again when the database asks for it, so it must have no effect but on the database. When the
 * database cannot be reached both calls throw {@link StorageUnavailableException}; a write returns only after its
 * commit is on disk (rule 3).
 */
public final class Transactions implements AutoCloseable {

    /** A write that lasts longer than this shows a database that hangs. */
    public static final Duration STALLED = WriteLane.STALLED;

    /** How long a transaction may last that no request asked for. */
    private static final Duration UNASKED = Duration.ofMinutes(2);

    /** As many as may lie broken in the pool of readers. */
    private static final int MAX_READS_AGAIN = 8;

    private final Dialect dialect;
    private final MonotonicClock clock;
    private final List<WriteLane> lanes;
    private final WriteLane shared;

    Transactions(Dialect dialect, MonotonicClock clock) {
        this.dialect = dialect;
        this.clock = clock;
        List<WriteLane> started = new ArrayList<>();
        for (int lane = 0; lane < dialect.lanes(); lane++) {
            started.add(new WriteLane("write-lane-" + lane, dialect, clock));
        }
        this.lanes = List.copyOf(started);
        this.shared =
                dialect.locksOneProperty() ? new WriteLane("write-lane-shared", dialect, clock) : lanes.getFirst();
    }

    /**
     * Runs work on one snapshot of the database; inside another transaction it is part of that one. A connection that
     * broke while it lay idle in the pool is no reason to fail: a read changes nothing, so it is run again.
     */
    public <T extends @Nullable Object> T read(Supplier<T> work) {
        if (BoundConnections.CURRENT.isBound()) {
            return work.get();
        }
        try {
            return readOnce(work);
        } catch (BrokenConnection _) {
            return readAgain(work);
        }
    }

    private <T extends @Nullable Object> T readAgain(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readOnce(work);
            } catch (BrokenConnection broken) {
                if (attempt == MAX_READS_AGAIN) {
                    throw broken.unavailable;
                }
            }
        }
    }

    private <T extends @Nullable Object> T readOnce(Supplier<T> work) throws BrokenConnection {
        Deadline deadline = Deadline.currentOr(UNASKED, clock);
        if (deadline.isOver()) {
            throw new DeadlineExceededException();
        }
        Connection connection;
        try {
            connection = dialect.readers().connection(deadline);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
        try {
            return read(new BoundedConnection(dialect, connection), work, deadline);
        } catch (SQLException failure) {
            throw unavailable(failure);
        } finally {
            dialect.readers().giveBack(connection);
        }
    }

    private <T extends @Nullable Object> T read(BoundedConnection connection, Supplier<T> work, Deadline deadline)
            throws SQLException, BrokenConnection {
        OpenTransaction transaction = new OpenTransaction(connection, Mode.READ, null, deadline);
        try {
            T read = ScopedValue.where(BoundConnections.CURRENT, transaction).call(work::get);
            connection.asUsual().rollback();
            dialect.pulse().answered();
            return read;
        } catch (RuntimeException failure) {
            RuntimeException translated = ExceptionTranslation.translate(dialect, failure);
            if (translated instanceof DeadlineExceededException || deadline.isOver()) {
                rollbackQuietly(connection);
                throw new DeadlineExceededException();
            }
            if (translated instanceof StorageUnavailableException unavailable) {
                throw new BrokenConnection(unavailable);
            }
            connection.asUsual().rollback();
            throw translated;
        }
    }

    private static void rollbackQuietly(BoundedConnection connection) {
        try {
            connection.asUsual().rollback();
        } catch (SQLException | StorageUnavailableException _) {
            // The deadline broke the connection; the pool throws it away.
        }
    }

    /** A connection that the pool had, but that did not answer. */
    @SuppressWarnings("serial") // never leaves this class
    private static final class BrokenConnection extends Exception {
        private final StorageUnavailableException unavailable;

        BrokenConnection(StorageUnavailableException unavailable) {
            super(unavailable);
            this.unavailable = unavailable;
        }
    }

    /** Runs work as the only writer of a property; inside a write of the same property it is part of that one. */
    public <T extends @Nullable Object> T write(PropertyId property, Supplier<T> work) {
        return submit(property, work);
    }

    /** Runs work that belongs to no property: accounts, clients, tokens. */
    public <T extends @Nullable Object> T writeShared(Supplier<T> work) {
        return submit(null, work);
    }

    private <T extends @Nullable Object> T submit(@Nullable PropertyId property, Supplier<T> work) {
        if (BoundConnections.CURRENT.isBound()) {
            return joinRunning(property, work);
        }
        WriteLane lane = property == null ? shared : lanes.get(Math.floorMod(property.hashCode(), lanes.size()));
        T answer = lane.run(Optional.ofNullable(property), Admission.guard(work), Deadline.currentOr(UNASKED, clock));
        if (property != null) {
            Deadline.noteStored();
        }
        return answer;
    }

    private static <T extends @Nullable Object> T joinRunning(@Nullable PropertyId property, Supplier<T> work) {
        OpenTransaction running = BoundConnections.CURRENT.get();
        boolean sameProperty = property == null || property.equals(running.property());
        if (running.mode() != Mode.WRITE || !sameProperty) {
            throw new IllegalStateException("a write inside a transaction of another kind or property");
        }
        return work.get();
    }

    /** Whether the running transaction is a write, so that what it reads may still be rolled back. */
    public boolean writing() {
        return BoundConnections.CURRENT.isBound()
                && BoundConnections.CURRENT.get().mode() == Mode.WRITE;
    }

    /** Runs a hint after the running write has committed; it is only a hint, for a crash may come in between. */
    public void afterCommit(Runnable hint) {
        BoundConnections.CURRENT.get().afterCommit(hint);
    }

    /** Runs a hint when the running write has ended, whether it committed, failed or was rolled back. */
    public void afterEnd(Runnable hint) {
        BoundConnections.CURRENT.get().afterEnd(hint);
    }

    /**
     * How long the longest of the writes under way has been going on; above {@link #STALLED} writes are refused, for the
     * database does not answer.
     */
    public Duration longestWrite() {
        return Stream.concat(lanes.stream(), Stream.of(shared))
                .map(WriteLane::underWay)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private StorageUnavailableException unavailable(SQLException failure) {
        return new StorageUnavailableException(false, "%s cannot be reached".formatted(dialect.product()), failure);
    }

    @Override
    public void close() {
        lanes.forEach(WriteLane::close);
        shared.close();
    }
}
