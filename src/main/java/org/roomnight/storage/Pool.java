package org.roomnight.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.roomnight.kernel.Deadline;

/**
 * A pool of connections. Nobody waits in it for longer than a second or its deadline; while the database cannot be
 * reached, all but one caller at a time are told so at once.
 */
final class Pool implements AutoCloseable {

    /** How long a caller waits for a free connection; longer means that the database is not keeping up. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 1_000;

    private final HikariDataSource connections;
    private final Semaphore free;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
    private final Pulse pulse;
    private final CircuitBreaker breaker = new CircuitBreaker();

    private Pool(HikariConfig config, int size, Pulse pulse) {
        this.pulse = pulse;
        this.connections = new HikariDataSource(config);
        this.free = new Semaphore(size, true);
    }

    /**
     * Connections that are always in a transaction, which begins with its first statement.
     *
     * @param unfit which failures show a connection that is of no use any more
     */
    static Pool readers(String name, DataSource source, int size, Pulse pulse, Predicate<SQLException> unfit) {
        return open(name, source, size, false, pulse, unfit);
    }

    /**
     * Connections in which a transaction is begun by {@code setAutoCommit(false)} and ended when they come back. The
     * SQLite driver begins the next transaction at once after a commit, and IMMEDIATE would then keep every other
     * process, such as an operator's command, from writing as long as the connection lies idle.
     *
     * @param unfit which failures show a connection that is of no use any more
     */
    static Pool writers(String name, DataSource source, int size, Pulse pulse, Predicate<SQLException> unfit) {
        return open(name, source, size, true, pulse, unfit);
    }

    private static Pool open(
            String name, DataSource source, int size, boolean autoCommit, Pulse pulse, Predicate<SQLException> unfit) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(autoCommit);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setValidationTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new EvictionPolicy(unfit));
        return new Pool(config, size, pulse);
    }

    /** A connection, to be given back. */
    Connection connection(Deadline deadline) throws SQLException {
        if (pulse.isSilent()) {
            throw unavailable("the database does not answer");
        }
        if (!breaker.mayTry()) {
            throw unavailable("the database could not be reached a moment ago");
        }
        if (!await(deadline)) {
            breaker.notTried();
            throw unavailable("all connections are in use");
        }
        try {
            Connection connection = connections.getConnection();
            breaker.reached();
            lent.add(connection);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            breaker.failed();
            free.release();
            throw failure;
        }
    }

    private static SQLException unavailable(String reason) {
        return new SQLTransientConnectionException(reason);
    }

    private boolean await(Deadline deadline) {
        try {
            long longest = Math.min(deadline.left().toMillis(), CONNECTION_TIMEOUT_MILLIS);
            return free.tryAcquire(longest, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A connection that breaks on its way back must not make the writes run again: they may be committed. */
    void giveBack(Connection connection) {
        lent.remove(connection);
        try {
            connection.close();
        } catch (SQLException _) {
            // The pool throws it away.
        } finally {
            free.release();
        }
    }

    /** Breaks all connections that are in use, so that nobody waits on them any more. */
    void breakLent() {
        for (Connection connection : lent) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException _) {
                // It is broken, or was given back meanwhile.
            }
        }
    }

    /** For the start, when nobody else waits. */
    Connection firstConnection() throws SQLException {
        return connections.getConnection();
    }

    @Override
    public void close() {
        connections.close();
    }
}
