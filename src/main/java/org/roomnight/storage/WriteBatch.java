package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.Dialect.Failure;
import org.roomnight.storage.OpenTransaction.Mode;

/** Runs several writes of one property in one transaction, so that they share one flush to the disk. */
final class WriteBatch {

    /** How often a transaction that lost against another is run again before its callers are told to come back. */
    private static final int MAX_ATTEMPTS = 3;

    private final Dialect dialect;

    WriteBatch(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Runs the writes in order and tells every caller how it went, after the commit. */
    void commitTogether(List<WaitingWrite<?>> writes) {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(writes);
                return;
            } catch (SQLException | RuntimeException | Error failure) {
                if (attempt == MAX_ATTEMPTS || Failures.classify(dialect, failure) != Failure.RETRY) {
                    StorageUnavailableException told = new StorageUnavailableException(
                            false, "%s did not take the write".formatted(dialect.product()), failure);
                    writes.forEach(write -> write.tellFailed(told));
                    return;
                }
            }
        }
    }

    private void attempt(List<WaitingWrite<?>> writes) throws SQLException {
        Connection connection = dialect.writers().getConnection();
        try {
            connection.setAutoCommit(false);
            runAndCommit(connection, writes);
        } finally {
            giveBack(connection);
        }
    }

    private void runAndCommit(Connection connection, List<WaitingWrite<?>> writes) throws SQLException {
        @Nullable PropertyId property = writes.getFirst().property().orElse(null);
        OpenTransaction transaction = new OpenTransaction(connection, Mode.WRITE, property);
        boolean committed = false;
        try {
            List<Runnable> answers = runAll(connection, transaction, writes);
            committed = commit(connection, writes);
            if (committed) {
                transaction.committed();
                answers.forEach(Runnable::run);
            }
        } finally {
            if (!committed) {
                rollback(connection);
                transaction.failed();
            }
        }
    }

    /** A connection that breaks on its way back must not make the writes run again: they may be committed. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // The pool throws it away.
        }
    }

    private List<Runnable> runAll(Connection connection, OpenTransaction transaction, List<WaitingWrite<?>> writes)
            throws SQLException {
        if (transaction.property() != null) {
            dialect.lock(connection, transaction.property());
        }
        List<Runnable> answers = new ArrayList<>(writes.size());
        for (WaitingWrite<?> write : writes) {
            Savepoint before = connection.setSavepoint();
            int mark = transaction.mark();
            try {
                ScopedValue.where(BoundConnections.CURRENT, transaction).run(write::run);
                connection.releaseSavepoint(before);
                answers.add(write::tellDone);
            } catch (RuntimeException | Error failure) { // an Error must not end the thread that all others wait for
                if (Failures.classify(dialect, failure) != Failure.STATEMENT) {
                    throw failure;
                }
                connection.rollback(before);
                transaction.forgetAfterCommitFrom(mark);
                answers.add(() -> write.tellFailed(failure));
            }
        }
        return answers;
    }

    /** True when the commit is on disk; when nobody can know, the callers are told so and the answer is false. */
    private boolean commit(Connection connection, List<WaitingWrite<?>> writes) {
        try {
            connection.commit();
            return true;
        } catch (SQLException failure) {
            StorageUnavailableException unknown = new StorageUnavailableException(
                    true, "%s did not confirm the commit".formatted(dialect.product()), failure);
            writes.forEach(write -> write.tellFailed(unknown));
            return false;
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException _) {
            // The connection is broken; the pool throws it away and the database rolls back by itself.
        }
    }
}
