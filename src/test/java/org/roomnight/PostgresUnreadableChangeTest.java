package org.roomnight;

final class PostgresUnreadableChangeTest implements UnreadableChangeContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
