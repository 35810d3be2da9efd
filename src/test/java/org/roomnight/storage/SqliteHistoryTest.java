package org.roomnight.storage;

final class SqliteHistoryTest implements HistoryContract {

    @Override
    public Database open() {
        return TestDatabases.sqlite();
    }
}
