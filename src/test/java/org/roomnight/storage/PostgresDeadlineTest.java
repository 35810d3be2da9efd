package org.roomnight.storage;

final class PostgresDeadlineTest implements DeadlineContract {

    @Override
    public DatabaseAddress address() {
        return TestDatabases.postgresAddress();
    }
}
