package org.roomnight.keys;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.storage.Database;
import org.roomnight.storage.TestDatabases;

final class PostgresSealsTest implements SealsContract {

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
