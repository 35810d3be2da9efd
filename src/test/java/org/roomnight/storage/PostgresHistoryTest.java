package org.roomnight.storage;

final class PostgresHistoryTest implements HistoryContract {

    @Override
    public Database open() {
        return TestDatabases.postgres();
    }
}
