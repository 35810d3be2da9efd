package org.roomnight.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StartRefusedException;

/** PostgreSQL: several nodes may share it; a write locks its property's revision row first. */
final class PostgresDialect implements Dialect {

    private static final int LANES = 4;
    private static final int READERS = 6;
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int SOCKET_TIMEOUT_SECONDS = 10;

    /** Statements end after 5 s and waits for a lock after 2 s, so that no caller hangs on a stray transaction. */
    private static final String SESSION = "-c statement_timeout=5000 -c lock_timeout=2000";

    /** Readers see one snapshot for all statements of a transaction. */
    private static final String SNAPSHOT =
            " -c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on";

    /**
     * Serialization failure, deadlock, lock not available; and connection lost or ended by an operator, which is met
     * before the commit here and so is safe to run again on a new connection.
     */
    private static final Set<String> RETRY_STATES = Set.of("40001", "40P01", "55P03", "08003", "08006", "57P01");

    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

    private static final String LOCK = "SELECT revision FROM property_revision WHERE property = ? FOR UPDATE";
    private static final String ADD =
            "INSERT INTO property_revision (property, revision, changed_ms) VALUES (?, 0, 0) ON CONFLICT DO NOTHING";

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    PostgresDialect(String jdbcUrl, @Nullable String user, @Nullable String password) {
        this.writers = Pools.writers("postgres-writer", source(jdbcUrl, user, password, SESSION), LANES);
        this.readers = Pools.readers("postgres-reader", source(jdbcUrl, user, password, SESSION + SNAPSHOT), READERS);
    }

    private static PGSimpleDataSource source(
            String jdbcUrl, @Nullable String user, @Nullable String password, String session) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setOptions(session);
        source.setApplicationName("roomnight");
        source.setReWriteBatchedInserts(true);
        return source;
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "uuid", "UUID",
                "date", "DATE",
                "flag", "BOOLEAN",
                "number", "BIGINT",
                "bytes", "BYTEA",
                "amount", "NUMERIC",
                "rows", "",
                "clustered", "");
    }

    @Override
    public DataSource writers() {
        return writers;
    }

    @Override
    public DataSource readers() {
        return readers;
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void lock(Connection connection, PropertyId property) throws SQLException {
        if (!lockRow(connection, property)) {
            try (var add = connection.prepareStatement(ADD)) {
                add.setObject(1, property.value());
                add.executeUpdate();
            }
            lockRow(connection, property);
        }
    }

    private static boolean lockRow(Connection connection, PropertyId property) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, property.value());
            try (var row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public Failure classify(SQLException failure) {
        String state = failure.getSQLState() == null ? "08000" : failure.getSQLState();
        if (RETRY_STATES.contains(state)) {
            return Failure.RETRY;
        }
        return UNAVAILABLE_CLASSES.contains(state.substring(0, 2)) ? Failure.UNAVAILABLE : Failure.STATEMENT;
    }

    @Override
    public void refuseWeakDurability(Connection connection) throws SQLException {
        require(connection, "fsync", Set.of("on"));
        require(connection, "full_page_writes", Set.of("on"));
        require(connection, "synchronous_commit", Set.of("on", "remote_write", "remote_apply"));
    }

    private static void require(Connection connection, String setting, Set<String> accepted) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            String found = row.next() ? row.getString(1) : "nothing";
            if (!accepted.contains(found)) {
                throw new StartRefusedException(
                        "PostgreSQL says %s=%s, but Roomnight needs one of %s: a power cut could lose bookings. Change it in postgresql.conf and start again."
                                .formatted(setting, found, accepted));
            }
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
