package org.roomnight.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps SQLite's write-ahead log small. SQLite begins it anew only in a moment without readers, and where readers never
 * pause it would grow for ever; so once it is large, the writer waits a little for those that still read in it.
 */
final class WriteAheadLog {

    /** What SQLite leaves of it after a checkpoint. */
    static final int KEPT_OCTETS = 8 * 1024 * 1024;

    /** Above this it is emptied; four times what SQLite copies into the database by itself. */
    static final long LARGE_OCTETS = 16L * 1024 * 1024;

    /** How long the writer waits for readers; readers that last longer are waited for next time. */
    private static final int PATIENCE_MILLIS = 100;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);

    private final Path file;
    private long lookedAt = System.nanoTime();

    WriteAheadLog(Path database) {
        this.file = database.resolveSibling(database.getFileName() + "-wal");
    }

    /** Called by the only writer, outside of a transaction or after its end. */
    void keepSmall(Connection connection) {
        if (System.nanoTime() - lookedAt < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        try {
            if (Files.exists(file) && Files.size(file) > LARGE_OCTETS) {
                empty(connection);
            }
        } catch (SQLException | IOException failure) {
            LOG.warn("event=wal-not-emptied reason={}", failure.toString());
        } finally {
            lookedAt = System.nanoTime();
        }
    }

    private static void empty(Connection connection) throws SQLException {
        connection.setAutoCommit(true); // ends the transaction that the driver began
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
            try {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            } finally {
                statement.execute("PRAGMA busy_timeout = " + SqliteDialect.BUSY_TIMEOUT_MILLIS);
            }
        }
    }
}
