package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.LostHouse.Told;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.History;
import org.roomnight.storage.InstanceLock;

final class SqliteRestoreTest implements RestoreContract {

    @Override
    public RestorableServer place() {
        return RestorableServer.sqlite();
    }

    /** The lock is what a server holds that was started by its command. */
    @Test
    void the_command_refuses_while_a_server_runs() {
        RestorableServer place = place();
        place.start().close(); // so that there is a database
        DatabaseAddress address = DatabaseAddress.sqlite(place.historyFile().resolveSibling("roomnight.db"));
        try (InstanceLock _ = InstanceLock.acquire(address)) {
            RestorableServer.Ended ended = place.command("restored");
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.said())
                    .contains("Another Roomnight already serves the database file")
                    .contains("Stop it first");
        }
    }

    @Test
    void a_new_history_ends_what_memory_holds() {
        try (TestServer server = place().start()) {
            LostHouse house = LostHouse.on(server);
            house.stay(1);
            Told told = house.told();
            assertThat(house.told()).isEqualTo(told);
            server.bean(History.class).renew();
            Told now = house.told();
            assertThat(now.tokens()).doesNotContainValue(told.token("suite"));
            assertThat(house.sync("suite", now.token("suite"))).isEqualTo(207);
            house.refuses("suite", told.token("suite"));
        }
    }
}
