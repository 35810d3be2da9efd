package org.roomnight.caldav;

import org.roomnight.TestServer;

final class PostgresCostlyQuestionTest implements CostlyQuestionContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
