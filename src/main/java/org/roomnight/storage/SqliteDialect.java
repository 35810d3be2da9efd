package org.roomnight.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StartRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * SQLite: one writer that begins IMMEDIATE, several readers, WAL with synchronous=FULL. WAL with NORMAL lost every
 * commit since the last checkpoint in measured power cuts; FULL lost none.
 */
final class SqliteDialect implements Dialect {

    private static final int READERS = 4;
    static final int BUSY_TIMEOUT_MILLIS = 2_000;
    /** All tables, also those that this connection has not asked; looks at some hundred rows of each index. */
    private static final String OPTIMIZE = "PRAGMA optimize=0x10002";

    private static final int PRIMARY_CODE = 0xFF;

    /** A statement that was ended at its deadline took the transaction along, and the others of it are run again. */
    private static final Set<SQLiteErrorCode> ROLLED_BACK =
            Set.of(SQLiteErrorCode.SQLITE_INTERRUPT, SQLiteErrorCode.SQLITE_ABORT);

    private static final Set<SQLiteErrorCode> MACHINERY = Set.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_PROTOCOL,
            SQLiteErrorCode.SQLITE_NOTADB);

    private final Pool writers;
    private final Pool readers;
    private final DataSource migrations;
    private final DataSource impatient;
    private final Pulse pulse = new Pulse(MonotonicClock.SYSTEM, () -> {});
    private final SqliteFile file;
    private final WriteAheadLog log;

    /** Opens or creates the database file, or refuses what stands in its place. */
    SqliteDialect(Path file, SQLiteConfig.SynchronousMode synchronous) {
        this.file = new SqliteFile(file);
        this.file.prepare();
        DataSource immediate = source(file, synchronous, SQLiteConfig.TransactionMode.IMMEDIATE);
        DataSource deferred = source(file, synchronous, SQLiteConfig.TransactionMode.DEFERRED);
        this.writers = Pool.writers("sqlite-writer", immediate, 1, pulse, _ -> false);
        this.readers = Pool.readers("sqlite-reader", deferred, READERS, pulse, _ -> false);
        this.migrations = immediate;
        this.impatient = deferred;
        this.log = new WriteAheadLog(file);
    }

    private static DataSource source(
            Path file, SQLiteConfig.SynchronousMode synchronous, SQLiteConfig.TransactionMode begin) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setTransactionMode(begin);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setJournalSizeLimit(WriteAheadLog.KEPT_OCTETS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return new PreparedStatementCache(source);
    }

    @Override
    public String product() {
        return "SQLite";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "random", "LOWER(HEX(RANDOMBLOB(8)))",
                "uuid", "TEXT",
                "date", "TEXT",
                "flag", "INTEGER",
                "number", "INTEGER",
                "bytes", "BLOB",
                "amount", "TEXT",
                "rows", "STRICT",
                "clustered", "STRICT, WITHOUT ROWID");
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
        return 1;
    }

    @Override
    public boolean locksOneProperty() {
        return false;
    }

    @Override
    public void lock(Connection connection, PropertyId property, LockWait wait) {
        // BEGIN IMMEDIATE already made this the only writer of the whole file.
    }

    @Override
    public Duration usualStatement() {
        return Duration.ZERO;
    }

    /** {@link PreparedStatementCache} ends statements at their deadline by itself. */
    @Override
    public void bound(Connection connection, Duration longest) {}

    @Override
    public void committed(Connection connection) {
        log.keepSmall(connection);
    }

    @Override
    public Failure classify(SQLException failure) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY_CODE);
        if (ROLLED_BACK.contains(code)) {
            return Failure.RETRY;
        }
        return MACHINERY.contains(code) ? Failure.UNAVAILABLE : Failure.STATEMENT;
    }

    @Override
    public void refuseWeakDurability(Connection connection) throws SQLException {
        require(connection, "journal_mode", Set.of("wal"));
        require(connection, "synchronous", Set.of("2", "3")); // FULL, EXTRA
    }

    private static void require(Connection connection, String pragma, Set<String> accepted) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + pragma)) {
            String found = row.next() ? row.getString(1) : "nothing";
            if (!accepted.contains(found)) {
                throw new StartRefusedException(
                        "SQLite says %s=%s, but Roomnight needs one of %s: a power cut could lose bookings. Put the data directory on a local disk that supports it."
                                .formatted(pragma, found, accepted));
            }
        }
    }

    @Override
    public void refuseStrangeSchema(Connection connection) throws SQLException {
        file.refuseStrangeSchema(connection);
    }

    @Override
    public Optional<StartRefusedException> explain(Throwable failure) {
        return file.explain(failure);
    }

    @Override
    public void lookAfter(JdbcClient jdbc) {
        jdbc.sql(OPTIMIZE).query().listOfRows();
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
