package org.roomnight;

final class PostgresHeldBodyTest implements HeldBodyContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }

    @Override
    public TestServer ending() {
        return TestServer.secondPostgres();
    }
}
