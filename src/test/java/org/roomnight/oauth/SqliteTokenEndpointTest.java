package org.roomnight.oauth;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.roomnight.storage.TestDatabases;

final class SqliteTokenEndpointTest implements TokenEndpointContract {

    private final TestServer server = new TestServer(TestDatabases.sqlite(), new TickingClock(), Map.of());

    @Override
    public TestServer server() {
        return server;
    }

    @AfterEach
    void close() {
        server.close();
    }
}
