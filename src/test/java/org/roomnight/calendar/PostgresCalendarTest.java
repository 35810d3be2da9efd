package org.roomnight.calendar;

import org.roomnight.TestServer;

final class PostgresCalendarTest implements CalendarContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
