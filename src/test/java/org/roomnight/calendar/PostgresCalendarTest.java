package org.roomnight.calendar;

import org.roomnight.TestServer;

final class PostgresCalendarTest implements CalendarContract, WaitingStayContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
