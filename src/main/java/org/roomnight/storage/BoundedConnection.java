package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.roomnight.kernel.StorageUnavailableException;

/** A connection whose next statement takes a bounded time, told to the dialect only when that is less than usual. */
final class BoundedConnection {

    private final Dialect dialect;
    private final Connection connection;
    private boolean shortened;

    BoundedConnection(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** For statements that no single deadline bounds: locks, savepoints, commits. */
    Connection asUsual() {
        if (shortened) {
            bound(dialect.usualStatement());
            shortened = false;
        }
        return connection;
    }

    Connection within(Duration left) {
        if (left.compareTo(dialect.usualStatement()) >= 0) {
            return asUsual();
        }
        bound(left);
        shortened = true;
        return connection;
    }

    private void bound(Duration longest) {
        try {
            dialect.bound(connection, longest);
        } catch (SQLException failure) {
            throw new StorageUnavailableException(false, "%s cannot answer now".formatted(dialect.product()), failure);
        }
    }
}
