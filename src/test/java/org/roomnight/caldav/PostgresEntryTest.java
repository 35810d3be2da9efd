package org.roomnight.caldav;

import org.roomnight.TestServer;

final class PostgresEntryTest
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
        return TestServer.postgres();
    }

    @Override
    public String publicPath() {
        return "";
    }
}
