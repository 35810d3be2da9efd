package org.roomnight;

final class SqliteStrangersTest implements StrangersContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
