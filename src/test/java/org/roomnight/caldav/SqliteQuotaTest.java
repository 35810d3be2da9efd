package org.roomnight.caldav;

import org.junit.jupiter.api.AfterAll;
import org.roomnight.TestServer;

final class SqliteQuotaTest implements QuotaContract {

    private static final TestServer SMALL = new TestServer(TestServer.Place.make(), QUOTAS.toArray(String[]::new));

    @AfterAll
    static void stop() {
        SMALL.close();
    }

    @Override
    public TestServer server() {
        return SMALL;
    }

    @Override
    public TestServer roomy() {
        return TestServer.sqlite();
    }
}
