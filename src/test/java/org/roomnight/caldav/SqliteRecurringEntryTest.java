package org.roomnight.caldav;

import org.junit.jupiter.api.AfterAll;
import org.roomnight.TestServer;

final class SqliteRecurringEntryTest implements RecurringEntryContract {

    private static final TestServer SERVER = new TestServer(TestServer.Place.make());

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Override
    public TestServer server() {
        return SERVER;
    }

    @Override
    public TestServer otherNode() {
        return SERVER;
    }
}
