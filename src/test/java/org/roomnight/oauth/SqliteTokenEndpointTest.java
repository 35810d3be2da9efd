package org.roomnight.oauth;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.roomnight.TickingClock;
import org.roomnight.storage.TestDatabases;

final class SqliteTokenEndpointTest implements TokenEndpointContract {

    private final OauthServer server = new OauthServer(TestDatabases.sqlite(), new TickingClock(), Map.of());

    @Override
    public OauthServer server() {
        return server;
    }

    @AfterEach
    void close() {
        server.close();
    }
}
