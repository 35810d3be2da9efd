package org.roomnight.caldav;

import org.roomnight.TestServer;

final class SqliteDavStrangersTest implements DavStrangersContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
