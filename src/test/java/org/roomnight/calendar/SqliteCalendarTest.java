package org.roomnight.calendar;

import org.roomnight.TestServer;

final class SqliteCalendarTest implements CalendarContract, WaitingStayContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
