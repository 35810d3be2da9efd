package org.roomnight.caldav;

import org.roomnight.TestServer;

final class PostgresDavStrangersTest implements DavStrangersContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
