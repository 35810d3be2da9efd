package org.roomnight.caldav;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.roomnight.TestServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresFieldCaseTest implements FieldCaseContract {

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer(
                TestServer.Place.make(),
                "--roomnight.public-url=https://" + FieldCase.PUBLIC,
                TestServer.database(TestServer.postgresUrl()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    public TestServer server() {
        return server;
    }
}
