package org.roomnight.caldav;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.roomnight.TestServer;

final class PostgresQuotaTest implements QuotaContract {

    private static final TestServer SMALL = new TestServer(
            TestServer.Place.make(),
            Stream.concat(Stream.of(TestServer.database(TestServer.postgresUrl())), QUOTAS.stream())
                    .toArray(String[]::new));

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
        return TestServer.postgres();
    }
}
