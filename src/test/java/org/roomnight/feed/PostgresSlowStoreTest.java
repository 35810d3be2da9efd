package org.roomnight.feed;

import org.roomnight.TestServer;

final class PostgresSlowStoreTest implements SlowStoreContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }

    @Override
    public int readers() {
        return READERS_ON_POSTGRES;
    }
}
