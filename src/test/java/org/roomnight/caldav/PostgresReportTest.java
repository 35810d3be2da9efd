package org.roomnight.caldav;

import org.roomnight.TestServer;

final class PostgresReportTest
        implements QueryContract,
                MultigetContract,
                LongAnswerContract,
                SyncContract,
                FreeBusyContract,
                PrincipalReportContract,
                CalendarZoneContract,
                CalendarGetContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
