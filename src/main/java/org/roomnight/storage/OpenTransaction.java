package org.roomnight.storage;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.DeadlineExceededException;
import org.roomnight.kernel.PropertyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One read, or one write of a transaction that several may share: its connection, its deadline, whose property it writes,
 * and what to run when it ends.
 */
final class OpenTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransaction.class);

    enum Mode {
        READ,
        WRITE
    }

    private final BoundedConnection connection;
    private final Mode mode;
    private final @Nullable PropertyId property;
    private final Deadline deadline;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterEnd = new ArrayList<>();

    OpenTransaction(BoundedConnection connection, Mode mode, @Nullable PropertyId property, Deadline deadline) {
        this.connection = connection;
        this.mode = mode;
        this.property = property;
        this.deadline = deadline;
    }

    /**
     * For one statement, which may take what is left of the deadline.
     *
     * @throws DeadlineExceededException when nothing is left
     */
    Connection connection() {
        if (deadline.isOver()) {
            throw new DeadlineExceededException();
        }
        return connection.within(deadline.left());
    }

    boolean isOver() {
        return deadline.isOver();
    }

    Mode mode() {
        return mode;
    }

    @Nullable
    PropertyId property() {
        return property;
    }

    void afterCommit(Runnable hint) {
        afterCommit.add(hint);
    }

    void afterEnd(Runnable hint) {
        afterEnd.add(hint);
    }

    void committed() {
        afterCommit.forEach(OpenTransaction::runHint);
        afterEnd.forEach(OpenTransaction::runHint);
    }

    void failed() {
        afterEnd.forEach(OpenTransaction::runHint);
    }

    /** The transaction has ended whatever a hint does: its failure is told to the operator, not to the caller. */
    private static void runHint(Runnable hint) {
        try {
            hint.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("event=after-transaction-hint-failed", failure);
        }
    }
}
