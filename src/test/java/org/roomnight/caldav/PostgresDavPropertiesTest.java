package org.roomnight.caldav;

import org.roomnight.TestServer;

final class PostgresDavPropertiesTest
        implements DiscoveryContract,
                PropfindContract,
                ProppatchContract,
                NewCalendarContract,
                SyncTokensContract,
                OptionsContract,
                DavAccessContract,
                EntryTimesContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
