package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;
import org.apache.commons.dbcp2.PStmtKey;
import org.apache.commons.dbcp2.PoolingConnection;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.sqlite.ProgressHandler;

/**
 * Connections that keep their prepared statements: SQLite's driver compiles every statement anew, a tenth of the time
 * of a sale. PostgreSQL's keeps them by itself. A statement is ended when the deadline of its transaction is over.
 */
final class PreparedStatementCache extends DelegatingDataSource {

    /** Statements that one connection keeps; all of ours with fixed text are far fewer. */
    private static final int MAX_KEPT = 128;

    /** How many steps of its machine SQLite takes between two looks at the deadline: a millisecond or less. */
    private static final int STEPS_BETWEEN_LOOKS = 20_000;

    PreparedStatementCache(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection raw = super.getConnection();
        ProgressHandler.setHandler(raw, STEPS_BETWEEN_LOOKS, new EndAtDeadline());
        PoolingConnection connection = new PoolingConnection(raw);
        GenericKeyedObjectPoolConfig<DelegatingPreparedStatement> config = new GenericKeyedObjectPoolConfig<>();
        config.setMaxTotal(MAX_KEPT);
        config.setMaxTotalPerKey(-1); // one and the same may be open twice
        config.setMaxIdlePerKey(1);
        config.setBlockWhenExhausted(false);
        config.setJmxEnabled(false);
        connection.setStatementPool(
                new GenericKeyedObjectPool<PStmtKey, DelegatingPreparedStatement>(connection, config));
        return connection;
    }

    /** Asked by SQLite in the middle of a statement, in the thread that runs it. */
    private static final class EndAtDeadline extends ProgressHandler {

        @Override
        protected int progress() {
            boolean over = BoundConnections.CURRENT.isBound()
                    && BoundConnections.CURRENT.get().isOver();
            return over ? 1 : 0;
        }
    }
}
