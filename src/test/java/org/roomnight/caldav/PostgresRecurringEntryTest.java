package org.roomnight.caldav;

import org.junit.jupiter.api.AfterAll;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Place;

final class PostgresRecurringEntryTest implements RecurringEntryContract {

    private static final Place PLACE = Place.make();
    private static final String DATABASE = TestServer.database(TestServer.postgresUrl());
    private static final TestServer SERVER = new TestServer(PLACE, DATABASE);
    private static final TestServer OTHER =
            new TestServer(new Place(Place.make().folder(), PLACE.keyFile()), SERVER.clock(), DATABASE);

    @AfterAll
    static void close() {
        OTHER.close();
        SERVER.close();
    }

    @Override
    public TestServer server() {
        return SERVER;
    }

    @Override
    public TestServer otherNode() {
        return OTHER;
    }
}
