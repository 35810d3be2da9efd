package org.roomnight;

final class PostgresStrangersTest implements StrangersContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
