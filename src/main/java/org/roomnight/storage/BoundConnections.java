package org.roomnight.storage;

import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

/**
 * The connection of the running {@link Transactions} call, for {@code JdbcClient}. Outside of one there is none: no
 * statement can slip past its transaction.
 */
final class BoundConnections extends AbstractDataSource implements SmartDataSource {

    static final ScopedValue<OpenTransaction> CURRENT = ScopedValue.newInstance();

    @Override
    public Connection getConnection() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("SQL outside of Transactions.read or Transactions.write");
        }
        return CURRENT.get().connection();
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }

    @Override
    public boolean shouldClose(Connection connection) {
        return false;
    }
}
