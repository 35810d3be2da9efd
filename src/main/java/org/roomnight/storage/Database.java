package org.roomnight.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.StartRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;

/** An open, migrated database whose durability settings were read back. */
public final class Database implements AutoCloseable {

    /** Each as long as the pool waits, so that a start waits ten seconds. */
    private static final int FIRST_CONNECTION_ATTEMPTS = 10;

    private final Dialect dialect;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final BackgroundReads backgroundReads;

    private Database(Dialect dialect, MonotonicClock clock) {
        this.dialect = dialect;
        BoundConnections connections = new BoundConnections();
        this.jdbc = JdbcClient.create(connections);
        this.transactions = new Transactions(dialect, clock);
        this.backgroundReads = new BackgroundReads(clock);
    }

    /** Opens what the address names. Refuses with {@link StartRefusedException} and a sentence for the operator. */
    public static Database open(DatabaseAddress address) {
        return open(address, MonotonicClock.SYSTEM);
    }

    /** The same with another clock for deadlines. */
    static Database open(DatabaseAddress address, MonotonicClock clock) {
        Dialect dialect = switch (address) {
            case DatabaseAddress.SqliteFile(Path file, DatabaseAddress.Durability durability) ->
                new SqliteDialect(
                        file,
                        switch (durability) {
                            case FULL -> SQLiteConfig.SynchronousMode.FULL;
                            case WEAK -> SQLiteConfig.SynchronousMode.NORMAL;
                        });
            case DatabaseAddress.Postgres(String url, @Nullable String user, @Nullable String password) ->
                new PostgresDialect(url, user, password);
        };
        try {
            checkAndMigrate(dialect, address);
            Database database = new Database(dialect, clock);
            database.lookAfter();
            return database;
        } catch (RuntimeException refusal) {
            dialect.close();
            throw refusal;
        }
    }

    private static void checkAndMigrate(Dialect dialect, DatabaseAddress address) {
        try (Connection connection = firstConnection(dialect)) {
            if (address.durability() == DatabaseAddress.Durability.FULL) {
                dialect.refuseWeakDurability(connection);
            }
            dialect.refuseStrangeSchema(connection);
        } catch (SQLException failure) {
            throw dialect.explain(failure)
                    .orElseGet(() -> new StartRefusedException(
                            "%s at %s cannot be opened: %s".formatted(dialect.product(), address, failure.getMessage()),
                            failure));
        }
        try {
            Flyway.configure()
                    .dataSource(dialect.migrations())
                    .placeholders(dialect.placeholders())
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw dialect.explain(failure)
                    .orElseGet(() -> new StartRefusedException(
                            "The schema of %s at %s cannot be brought up to date: %s"
                                    .formatted(dialect.product(), address, failure.getMessage()),
                            failure));
        }
    }

    /**
     * A start waits longer than a request: on a busy machine the first connection takes more than the pool's second. A
     * database that answers, be it with a refusal, is not asked again.
     */
    private static Connection firstConnection(Dialect dialect) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return dialect.writers().firstConnection();
            } catch (SQLException failure) {
                boolean silent = failure.getSQLState() == null;
                if (!silent || attempt == FIRST_CONNECTION_ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    /** What the database wants now and then: statistics that its plans are made from. */
    public void lookAfter() {
        transactions.writeShared(() -> {
            dialect.lookAfter(jdbc);
            return true;
        });
    }

    /** Asks the database something that costs nothing; throws what a read throws when it does not answer. */
    public boolean answers() {
        return transactions.read(() -> jdbc.sql("SELECT 1").query(Integer.class).single() == 1);
    }

    /** The product's name, for people. */
    public String product() {
        return dialect.product();
    }

    /** Whether other nodes may write to the same database. */
    public boolean sharedByNodes() {
        return dialect.lanes() > 1;
    }

    /** Statements of the running transaction; outside of one every statement is refused. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    public Transactions transactions() {
        return transactions;
    }

    public BackgroundReads backgroundReads() {
        return backgroundReads;
    }

    /** Whether the database answers at all. */
    public Pulse pulse() {
        return dialect.pulse();
    }

    /**
     * A connection of its own with auto-commit, for LISTEN, that waits a second for each answer, and not longer; the caller
     * closes it.
     */
    public Connection listeningConnection() throws SQLException {
        Connection connection = dialect.impatient().getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    @Override
    public void close() {
        backgroundReads.close();
        transactions.close();
        dialect.close();
    }
}
