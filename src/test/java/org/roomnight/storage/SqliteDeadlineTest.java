package org.roomnight.storage;

final class SqliteDeadlineTest implements DeadlineContract {

    @Override
    public DatabaseAddress address() {
        return TestDatabases.sqliteAddress();
    }
}
