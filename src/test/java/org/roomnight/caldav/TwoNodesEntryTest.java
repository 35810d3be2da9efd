package org.roomnight.caldav;

import org.roomnight.TestServer;

/** The clients of two nodes on one PostgreSQL. */
final class TwoNodesEntryTest implements LostUpdateContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }

    @Override
    public TestServer other() {
        return TestServer.secondPostgres();
    }
}
