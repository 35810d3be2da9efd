package org.roomnight.caldav;

import org.junit.jupiter.api.AfterAll;
import org.roomnight.TestServer;

/** On servers of its own, because it moves the clock by years. */
final class SqliteTombstonesTest implements TombstonesContract {

    private static final TestServer SERVER = new TestServer(TestServer.Place.make());

    @Override
    public TestServer server() {
        return SERVER;
    }

    @Override
    public TestServer other() {
        return SERVER;
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }
}
