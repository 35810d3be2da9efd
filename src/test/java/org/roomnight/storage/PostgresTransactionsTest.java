package org.roomnight.storage;

import org.junit.jupiter.api.AfterEach;

final class PostgresTransactionsTest implements TransactionsContract {

    private final Database database = TestDatabases.postgres();

    @Override
    public Database database() {
        return database;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
