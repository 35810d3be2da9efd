package org.roomnight.storage;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction under way: its connection, whose property it writes, and what to run when it ends. */
final class OpenTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransaction.class);

    enum Mode {
        READ,
        WRITE
    }

    private final Connection connection;
    private final Mode mode;
    private final @Nullable PropertyId property;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterEnd = new ArrayList<>();

    OpenTransaction(Connection connection, Mode mode, @Nullable PropertyId property) {
        this.connection = connection;
        this.mode = mode;
        this.property = property;
    }

    Connection connection() {
        return connection;
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

    /** How many after-commit hints there are, to forget those of a part that is rolled back. */
    int mark() {
        return afterCommit.size();
    }

    void forgetAfterCommitFrom(int mark) {
        afterCommit.subList(mark, afterCommit.size()).clear();
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
