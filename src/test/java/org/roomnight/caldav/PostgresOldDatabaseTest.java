package org.roomnight.caldav;

import org.roomnight.TestServer.Place;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.TestDatabases;

final class PostgresOldDatabaseTest implements OldDatabaseContract {

    @Override
    public DatabaseAddress database(Place place) {
        return TestDatabases.postgresAddress();
    }
}
