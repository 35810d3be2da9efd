package org.roomnight.caldav;

import org.roomnight.TestServer;

final class SqliteCostlyQuestionTest implements CostlyQuestionContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
