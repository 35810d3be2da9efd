package org.roomnight.calendar;

import org.roomnight.TestServer;

final class SqliteCalendarTest implements CalendarContract, ManyUnitsContract, WaitingStayContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
