package org.roomnight.caldav;

import org.roomnight.TestServer;

final class SqliteEntryTest
        implements EntryContract,
                BadEntryContract,
                TakenEntryContract,
                PlacedEntryContract,
                AssumedEntryContract,
                MendedEntryContract,
                ProgramEntryContract,
                StaffBlockContract,
                ChangedBlockContract,
                ConditionContract,
                LostUpdateContract,
                FullCalendarContract,
                TransferContract,
                AddressContract,
                AddressFieldCaseContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }

    @Override
    public String publicPath() {
        return "";
    }
}
