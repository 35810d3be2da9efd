package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.LostHouse.Told;
import org.roomnight.storage.Database;
import org.roomnight.storage.History;

final class PostgresRestoreTest implements RestoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public RestorableServer place() {
        return RestorableServer.postgres();
    }

    @Test
    void nodes_that_run_take_the_command_up_within_a_second_and_notice_a_restore_under_them() {
        RestorableServer place = place();
        try (TestServer one = place.start();
                TestServer two = place.startAnother()) {
            LostHouse house = LostHouse.on(one);
            house.stay(1);
            Told told = house.told();
            assertThat(house.at(two).told()).isEqualTo(told);
            assertThat(place.command("restored").said()).contains("Nodes that run take it up within a second.");
            place.clock().tick(Duration.ofSeconds(1));
            Told renewed = house.told();
            assertThat(house.at(two).told()).isEqualTo(renewed);
            house.at(two).refuses("cabin", told.token("cabin"));
            house.refuses("suite", told.token("suite"));

            place.backUp();
            Outage.isOver(house);
            Outage.isOver(house.at(two));
            house.stay(2);
            house.stay(3);
            Told lost = house.told();
            one.bean(History.class).look(); // as it does every few seconds
            place.restoreDatabase();
            Outage.isOver(house);
            Outage.isOver(house.at(two));
            await().atMost(PATIENCE)
                    .until(() -> house.house()
                                    .sync("suite", renewed.token("suite"), null)
                                    .status()
                            == 403);
            for (int day = 4; day < 7; day++) {
                house.at(day % 2 == 0 ? one : two).stay(day);
                place.clock().tick(Duration.ofSeconds(1));
                house.forgot(lost);
                house.at(two).forgot(lost);
                assertThat(house.at(two).told()).isEqualTo(house.told());
            }
        }
    }

    @Test
    void what_is_changed_after_the_database_was_away_has_another_mark() {
        RestorableServer place = place();
        try (TestServer server = place.start()) {
            String before = startMark(server);
            place.cutConnections();
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !startMark(server).equals(before));
        }
    }

    private static String startMark(TestServer server) {
        Database database = server.bean(Database.class);
        return database.transactions()
                .read(() -> database.jdbc()
                        .sql("SELECT start_mark FROM history")
                        .query(String.class)
                        .single());
    }
}
