package org.roomnight;

final class SqliteHeldBodyTest implements HeldBodyContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }

    @Override
    public TestServer ending() {
        return TestServer.sqlite();
    }
}
