package org.roomnight.storage;

import org.junit.jupiter.api.AfterEach;

final class SqliteTransactionsTest implements TransactionsContract {

    private final Database database = TestDatabases.sqlite();

    @Override
    public Database database() {
        return database;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
