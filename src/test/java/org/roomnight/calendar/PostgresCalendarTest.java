package org.roomnight.calendar;

import org.roomnight.TestServer;

final class PostgresCalendarTest implements CalendarContract, ManyUnitsContract, WaitingStayContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
