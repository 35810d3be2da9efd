package org.roomnight.caldav;

import org.junit.jupiter.api.AfterAll;
import org.roomnight.TestServer;

/** On servers of its own, because it moves the clock by years. */
final class PostgresTombstonesTest implements TombstonesContract {

    private static final String URL = TestServer.postgresUrl();
    private static final TestServer.Place PLACE = TestServer.Place.make();
    private static final TestServer SERVER = new TestServer(PLACE, TestServer.database(URL));
    private static final TestServer OTHER = new TestServer(
            new TestServer.Place(TestServer.Place.make().folder(), PLACE.keyFile()),
            SERVER.clock(),
            TestServer.database(URL));

    @Override
    public TestServer server() {
        return SERVER;
    }

    @Override
    public TestServer other() {
        return OTHER;
    }

    @AfterAll
    static void close() {
        OTHER.close();
        SERVER.close();
    }
}
