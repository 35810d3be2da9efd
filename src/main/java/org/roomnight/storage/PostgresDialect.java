package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StartRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL: several nodes may share it; a write locks its property's revision row first. */
final class PostgresDialect implements Dialect {

    private static final int LANES = 4;
    private static final int SHARED_LANE = 1;
    private static final int READERS = 6;
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);
    private static final int MIN_SOCKET_TIMEOUT_MILLIS = 50;

    /** How long nobody may have got an answer before all are told at once; a machine that is only busy answers somebody by then. */
    private static final int SILENT_AFTER_SECONDS = 2;

    /**
     * Statements end after 5 s, so that no caller hangs on a stray transaction. The server ends a transaction whose node
     * is silent for 10 s, and notices after as long that a node is cut off: nothing stays locked for good.
     */
    private static final String SESSION = "-c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000"
            + " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
            + " -c tcp_user_timeout=10000";

    /** Longer than a write of another node lasts; whoever holds the lock then is put aside. */
    private static final String WRITER = SESSION + " -c lock_timeout=100";

    /** Readers see one snapshot for all statements of a transaction. */
    private static final String READER = SESSION
            + " -c lock_timeout=2000 -c default_transaction_isolation=repeatable\\ read -c"
            + " default_transaction_read_only=on";

    /**
     * Serialization failure, deadlock; connection lost, ended by an operator or a time-out; prepared statements that a
     * migration or a pooler made useless. Met before the commit here, so it is safe to run again on a new connection.
     */
    private static final Set<String> RETRY_STATES =
            Set.of("40001", "40P01", "08003", "08006", "57P01", "25P03", "25P04", "0A000", "26000");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Connection, resources, intervention, system, internal: nothing of the caller's is at fault. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58", "F0", "XX");

    /** Read-only, as after a fail-over to a standby; rights taken away. */
    private static final Set<String> UNAVAILABLE_STATES = Set.of("25006", "42501");

    /** What breaks by itself Hikari knows. A standby stays one, and what was prepared stays useless. */
    private static final Set<String> UNFIT_STATES = Set.of("25006", "25P03", "25P04", "26000");

    private static final String LOCK = "SELECT revision FROM property_revision WHERE property = ? FOR UPDATE";
    private static final String LOCK_NOW = LOCK + " NOWAIT";
    private static final String ADD =
            "INSERT INTO property_revision (property, revision, changed_ms) VALUES (?, 0, 0) ON CONFLICT DO NOTHING";

    private final Pool writers;
    private final Pool readers;
    private final DataSource migrations;
    private final DataSource impatient;
    private final Pulse pulse = new Pulse(MonotonicClock.SYSTEM, this::readNoLonger);

    PostgresDialect(String jdbcUrl, @Nullable String user, @Nullable String password) {
        this.writers = Pool.writers(
                "postgres-writer",
                source(jdbcUrl, user, password, WRITER),
                LANES + SHARED_LANE,
                pulse,
                PostgresDialect::isUnfit);
        this.readers = Pool.readers(
                "postgres-reader", source(jdbcUrl, user, password, READER), READERS, pulse, PostgresDialect::isUnfit);
        PGSimpleDataSource patient = source(jdbcUrl, user, password, "");
        patient.setSocketTimeout(0);
        this.migrations = patient;
        PGSimpleDataSource pressed = source(jdbcUrl, user, password, READER);
        pressed.setConnectTimeout(1);
        pressed.setSocketTimeout(SILENT_AFTER_SECONDS);
        this.impatient = pressed;
    }

    /** A read changes nothing, so whoever waits for one may be told; what is being committed is waited for. */
    private void readNoLonger() {
        readers.breakLent();
    }

    private static boolean isUnfit(SQLException failure) {
        return failure.getSQLState() != null && UNFIT_STATES.contains(failure.getSQLState());
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
        source.setSocketTimeout((int) SOCKET_TIMEOUT.toSeconds());
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
                "random", "SUBSTR(REPLACE(GEN_RANDOM_UUID()::TEXT, '-', ''), 17)",
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
    public Pool writers() {
        return writers;
    }

    @Override
    public Pool readers() {
        return readers;
    }

    @Override
    public DataSource migrations() {
        return migrations;
    }

    @Override
    public DataSource impatient() {
        return impatient;
    }

    @Override
    public Pulse pulse() {
        return pulse;
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public boolean locksOneProperty() {
        return true;
    }

    @Override
    public void lock(Connection connection, PropertyId property, LockWait wait) throws SQLException {
        String statement = switch (wait) {
            case SHORT -> LOCK;
            case NONE -> LOCK_NOW;
        };
        if (!lockRow(connection, property, statement)) {
            try (var add = connection.prepareStatement(ADD)) {
                add.setObject(1, property.value());
                add.executeUpdate();
            }
            lockRow(connection, property, statement);
        }
    }

    private static boolean lockRow(Connection connection, PropertyId property, String statement) throws SQLException {
        try (var lock = connection.prepareStatement(statement)) {
            lock.setObject(1, property.value());
            try (var row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public Duration usualStatement() {
        return SOCKET_TIMEOUT;
    }

    /** A socket option. When it strikes, the connection is lost, and the server ends the statement by its own limit. */
    @Override
    public void bound(Connection connection, Duration longest) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) Math.max(MIN_SOCKET_TIMEOUT_MILLIS, longest.toMillis()));
    }

    @Override
    public void committed(Connection connection) {
        pulse.answered();
    }

    @Override
    public Failure classify(SQLException failure) {
        String state = failure.getSQLState() == null ? "08000" : failure.getSQLState();
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return Failure.LOCKED;
        }
        if (RETRY_STATES.contains(state)) {
            return Failure.RETRY;
        }
        boolean unavailable = UNAVAILABLE_STATES.contains(state) || UNAVAILABLE_CLASSES.contains(state.substring(0, 2));
        return unavailable ? Failure.UNAVAILABLE : Failure.STATEMENT;
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

    /** Flyway refuses a schema with tables that are not its own. */
    @Override
    public void refuseStrangeSchema(Connection connection) {}

    @Override
    public Optional<StartRefusedException> explain(Throwable failure) {
        return Optional.empty();
    }

    /** The server gathers statistics by itself. */
    @Override
    public void lookAfter(JdbcClient jdbc) {}

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
