package org.roomnight.caldav;

import org.roomnight.TestServer;

final class SqliteEntryTest
        implements EntryContract, BadEntryContract, StaffBlockContract, ConditionContract, TransferContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
