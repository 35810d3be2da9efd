package org.roomnight.caldav;

import org.roomnight.TestServer;

final class SqliteEntryTest
        implements EntryContract, LostUpdateContract, BadEntryContract, StaffBlockContract, FullCalendarContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
