package org.roomnight.oauth;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.roomnight.TickingClock;
import org.roomnight.storage.TestDatabases;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresTokenEndpointTest implements TokenEndpointContract {

    private final OauthServer server = startServer();

    @Override
    public OauthServer server() {
        return server;
    }

    @Override
    public OauthServer startServer() {
        return new OauthServer(TestDatabases.postgres(), new TickingClock(), Map.of());
    }

    @AfterAll
    void close() {
        server.close();
    }
}
