package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.FieldCase.Part;
import org.roomnight.caldav.LostHouse.Told;

/** After a backup was put back nothing counts that was told in the time that is lost (RFC 6578 §3.2). */
interface RestoreContract {

    RestorableServer place();

    @Test
    default void what_was_told_in_the_lost_time_never_counts_again_though_nobody_tells_of_the_restore() {
        RestorableServer place = place();
        LostHouse house;
        Told before;
        Told lost;
        try (TestServer server = place.start()) {
            house = LostHouse.on(server);
            house.stay(1);
            before = house.told();
            place.backUp();
            Outage.isOver(house);
            place.clock().tick(Duration.ofMinutes(1));
            house.stay(2);
            house.stay(3);
            place.clock().tick(Duration.ofMinutes(1));
            lost = house.told();
            assertThat(house.sync("cabin", before.token("cabin"))).isEqualTo(207);
        }
        place.restoreDatabase();
        try (TestServer server = place.start()) {
            LostHouse there = house.at(server);
            assertThat(there.feedWith("If-Modified-Since", lost.feedDate())).isEqualTo(200);
            assertThat(there.shows(2)).isFalse();
            there.forgot(lost);
            for (int day = 4; day < 8; day++) {
                there.stay(day);
                there.forgot(lost);
                assertThat(there.shows(day)).isTrue();
            }
            there.refuses("cabin", before.token("cabin"));
            assertThat(there.sync("cabin", there.told().token("cabin"))).isEqualTo(207);
        }
    }

    /** The clock stands still, so that only the mark tells a revision from the one that was lost. */
    @Test
    default void what_was_told_in_the_lost_time_never_counts_again_though_nothing_remembers_it() {
        RestorableServer place = place();
        LostHouse house;
        Told before;
        Told lost;
        try (TestServer server = place.start()) {
            house = LostHouse.on(server);
            house.stay(1);
            before = house.told();
            place.backUp();
            Outage.isOver(house);
            house.stay(2);
            house.stay(3);
            lost = house.told();
        }
        place.restoreFolder();
        try (TestServer server = place.start()) {
            LostHouse there = house.at(server);
            there.stay(4); // and then the revision that the calendar of the lost time on the disk is of
            for (int day = 5; day < 8; day++) {
                there.stay(day);
                there.forgot(lost);
                assertThat(there.shows(day))
                        .as("the calendar of the lost time is still on the disk")
                        .isTrue();
                assertThat(there.shows(2)).isFalse();
            }
            assertThat(there.sync("cabin", before.token("cabin")))
                    .as("of before the backup, and so of the same history")
                    .isEqualTo(207);
        }
    }

    @Test
    default void the_command_ends_all_that_was_told_before() {
        RestorableServer place = place();
        LostHouse house;
        Told before;
        Told lost;
        try (TestServer server = place.start()) {
            house = LostHouse.on(server);
            house.stay(1);
            before = house.told();
            place.backUp();
            Outage.isOver(house);
            house.stay(2);
            lost = house.told();
        }
        place.restoreFolder();
        RestorableServer.Ended ended = place.command("restored");
        assertThat(ended.said()).contains("A new history has begun");
        assertThat(ended.exitCode()).isZero();
        try (TestServer server = place.start()) {
            LostHouse there = house.at(server);
            for (String calendar : before.tokens().keySet()) {
                there.refuses(calendar, before.token(calendar));
                assertThat(there.told().tag(calendar)).isNotEqualTo(before.tag(calendar));
            }
            there.stay(3);
            there.forgot(lost);
        }
    }

    @Test
    default void a_sync_token_from_before_a_restore_is_refused_for_ever() {
        RestorableServer place = place();
        List<Part> parts = FieldCase.parts("FC-20-sync-token-from-before-a-restore");
        Part entry = parts.getFirst();
        FieldCase house;
        String token;
        try (TestServer server = place.start()) {
            house = FieldCase.on(server);
            house.play(entry);
            place.backUp();
            parts.get(2).each(entry).forEach(house::play);
            token = house.play(parts.get(3)).body().replaceAll("(?s).*sync-token>([^<]+)<.*", "$1");
        }
        place.restoreDatabase();
        assertThat(place.command("restored").exitCode()).isZero();
        try (TestServer server = place.start()) {
            FieldCase there = house.at(server);
            parts.get(5).each(entry).forEach(there::play);
            Part stale = new Part(parts.get(6).says(), parts.get(6).request().replace("THE TOKEN", token));
            assertThat(there.play(stale).body()).contains("valid-sync-token");
            there.play(entry.named("new3", "27"));
            assertThat(there.play(stale).body()).contains("valid-sync-token");
        }
    }

    /** Also one after a kill, which leaves the file beside the database as old as the last look. */
    @Test
    default void an_ordinary_restart_changes_nothing() throws IOException {
        RestorableServer place = place();
        LostHouse house;
        Told told;
        byte[] old;
        try (TestServer server = place.start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.historyFile())))
                    .isEqualTo("rw-------");
            old = Files.readAllBytes(place.historyFile());
            house = LostHouse.on(server);
            house.stay(1);
            told = house.told();
        }
        assertThat(Files.readAllBytes(place.historyFile())).isNotEqualTo(old);
        Files.write(place.historyFile(), old);
        try (TestServer server = place.start()) {
            LostHouse again = house.at(server);
            assertThat(again.told()).isEqualTo(told);
            assertThat(again.feedWith("If-None-Match", told.feed())).isEqualTo(304);
            again.stay(2);
            assertThat(again.house().sync("cabin", told.token("cabin"), null).responses())
                    .as("only what was changed")
                    .hasSize(1);
            assertThat(again.told().tokens()).containsEntry("suite", told.token("suite"));
            assertThat(again.told().tags()).containsEntry("suite", told.tag("suite"));
        }
    }
}
