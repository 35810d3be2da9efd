package org.roomnight.feed;

import org.roomnight.TestServer;

final class SqliteSlowStoreTest implements SlowStoreContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }

    @Override
    public int readers() {
        return READERS_ON_SQLITE;
    }
}
