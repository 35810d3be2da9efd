package org.roomnight.caldav;

import org.roomnight.TestServer.Place;
import org.roomnight.storage.DatabaseAddress;

final class SqliteOldDatabaseTest implements OldDatabaseContract {

    @Override
    public DatabaseAddress database(Place place) {
        return DatabaseAddress.sqlite(place.folder().resolve("roomnight.db"));
    }
}
