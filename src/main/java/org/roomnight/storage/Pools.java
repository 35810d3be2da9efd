package org.roomnight.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Connection pools with the time-outs that all databases share. */
final class Pools {

    /** How long a caller waits for a free connection; longer means that the database is not keeping up. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 1_000;

    private Pools() {}

    /** Connections that are always in a transaction, which begins with its first statement. */
    static HikariDataSource readers(String name, DataSource source, int size) {
        return open(name, source, size, false);
    }

    /**
     * Connections in which a transaction is begun by {@code setAutoCommit(false)} and ended when they come back. The
     * SQLite driver begins the next transaction at once after a commit, and IMMEDIATE would then keep every other
     * process, such as an operator's command, from writing as long as the connection lies idle.
     */
    static HikariDataSource writers(String name, DataSource source, int size) {
        return open(name, source, size, true);
    }

    private static HikariDataSource open(String name, DataSource source, int size, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(autoCommit);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setValidationTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
