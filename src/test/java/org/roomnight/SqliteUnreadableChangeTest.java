package org.roomnight;

final class SqliteUnreadableChangeTest implements UnreadableChangeContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
