package org.roomnight.oauth;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.roomnight.TickingClock;
import org.roomnight.storage.TestDatabases;

final class PostgresTokenEndpointTest implements TokenEndpointContract {

    private final OauthServer server = new OauthServer(TestDatabases.postgres(), new TickingClock(), Map.of());

    @Override
    public OauthServer server() {
        return server;
    }

    @AfterEach
    void close() {
        server.close();
    }
}
