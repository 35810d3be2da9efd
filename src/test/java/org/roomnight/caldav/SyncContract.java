package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.Rounds;
import org.roomnight.TestServer;
import org.roomnight.caldav.property.SyncTokens;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.inventory.Properties;
import org.roomnight.kernel.Revision;

/** DAV:sync-collection over HTTP (RFC 6578). */
interface SyncContract {

    /** Steps, each of the random writer or of one of the clients. */
    int STEPS = Rounds.of("roomnight.sync.steps", 1_500, 10_000);

    TestServer server();

    @Test
    default void a_client_is_told_all_at_first_then_what_changed_and_then_nothing() {
        ReportHouse house = ReportHouse.on(server());
        UUID first = house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        var initial = house.sync("cabin", "", null);
        assertThat(initial.responses()).hasSize(1).containsValue(200);
        var again = house.sync("cabin", initial.syncToken(), null);
        assertThat(again.responses()).isEmpty();
        assertThat(again.syncToken()).isEqualTo(initial.syncToken());
        house.house().record(house.house().cabin(), "2027-03-20", "2027-03-24");
        var added = house.sync("cabin", again.syncToken(), null);
        assertThat(added.responses()).hasSize(1).containsValue(200);
        house.house().cancel(first);
        var removed = house.sync("cabin", added.syncToken(), null);
        assertThat(removed.responses())
                .containsOnlyKeys(initial.hrefs().getFirst())
                .containsValue(404);
        assertThat(house.sync("cabin", initial.syncToken(), null).responses()).hasSize(2);
        assertThat(house.sync("cabin", "", null).responses())
                .as("a first answer has nothing that is gone")
                .hasSize(1)
                .containsValue(200);
        assertThat(house.sync("suite", "", null).responses()).isEmpty();
    }

    @Test
    default void what_is_asked_for_comes_with_each_change() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        var reply = house.report(
                house.calendar("cabin"),
                ReportHouse.syncBody("", null, "<D:getetag/><C:calendar-data/>"),
                "Depth",
                "0");
        assertThat(reply.value("getetag")).matches("\"[0-9a-f]{32}\"");
        assertThat(reply.value("calendar-data")).contains("DTSTART;VALUE=DATE:20270310");
    }

    /** Thunderbird 153 sends Depth: 1, as drafts of the RFC had it, and the body of the RFC. */
    @Test
    default void the_level_counts_and_not_the_depth_of_0_or_1() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        String body = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level>\
            <prop><getcontenttype/><getetag/></prop></sync-collection>\
            """;
        for (String depth : List.of("0", "1")) {
            var reply = house.report(house.calendar("cabin"), body, "Depth", depth, "Content-Type", "text/xml");
            assertThat(reply.responses()).as(depth).hasSize(1).containsValue(200);
            assertThat(reply.syncToken())
                    .isEqualTo(house.sync("cabin", "", null).syncToken());
        }
        for (String depth : List.of("infinity", "x")) {
            house.report(house.calendar("cabin"), body, "Depth", depth).refused(400);
        }
    }

    @Test
    default void x_29_a_token_that_is_not_of_this_calendar_is_refused() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        ReportHouse other = ReportHouse.on(server());
        String token = house.sync("cabin", "", null).syncToken();
        char last = token.charAt(token.length() - 1);
        List<String> wrong = List.of(
                "x",
                "urn:roomnight:sync:1-",
                token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0'),
                token.replaceFirst(":[0-9]+-", ":99999-"),
                house.sync("suite", "", null).syncToken(),
                other.sync("cabin", "", null).syncToken(),
                new SyncTokens(house.server().bean(CalendarObjects.class))
                        .of(
                                house.server()
                                        .bean(Properties.class)
                                        .find(house.property())
                                        .orElseThrow(),
                                house.facts("cabin"),
                                new Revision(99_999)));
        for (String one : wrong) {
            house.sync("cabin", one, null).refused(403, "valid-sync-token");
        }
    }

    @Test
    default void x_30_an_infinite_level_is_refused() {
        ReportHouse house = ReportHouse.on(server());
        house.report(
                        house.calendar("cabin"),
                        ReportHouse.syncBody("", null, "<D:getetag/>").replace(">1<", ">infinite<"))
                .refused(403, "sync-traversal-supported");
    }

    @Test
    default void x_31_a_limit_is_kept_and_the_token_leads_on() {
        ReportHouse house = ReportHouse.on(server());
        for (int day = 10; day < 15; day++) {
            house.house().record(house.house().cabin(), "2027-03-" + day, "2027-03-" + (day + 1));
        }
        Set<String> seen = new HashSet<>();
        String token = "";
        for (int page = 0; page < 3; page++) {
            var reply = house.sync("cabin", token, 2);
            seen.addAll(reply.hrefs());
            assertThat(reply.responses().containsKey(house.calendar("cabin"))).isEqualTo(page < 2);
            assertThat(reply.responses()).hasSize(page < 2 ? 3 : 1);
            token = reply.syncToken();
        }
        assertThat(seen).hasSize(5);
        house.sync("cabin", "", 0).refused(400);
        house.sync("cabin", "", -1).refused(400);
        assertThat(house.sync("cabin", "", 1_000_000_000).responses()).hasSize(5);
    }

    /** Clients with tokens of any age and limits of any size end with the listing of the server. */
    @Test
    default void whoever_follows_the_tokens_ends_with_the_listing() {
        long seed = Long.getLong("roomnight.seed", System.nanoTime());
        System.out.printf(
                "%s: %d steps; replay with -Droomnight.seed=%d%n", getClass().getSimpleName(), STEPS, seed);
        Random random = new Random(seed);
        ReportHouse house = ReportHouse.on(server());
        RandomWriter writer = new RandomWriter(house, random);
        List<SyncingClient> clients = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (String calendar : RandomWriter.CALENDARS) {
                clients.add(new SyncingClient(house.door(), house.calendar(calendar), random));
            }
        }
        for (int step = 0; step < STEPS; step++) {
            if (random.nextBoolean()) {
                writer.change(step);
            } else {
                clients.get(random.nextInt(clients.size())).follow();
            }
        }
        writer.assertThatAllWasWritten();
        for (SyncingClient client : clients) {
            Map<String, String> listing = SyncingClient.listing(house.door(), client.calendar());
            assertThat(client.upToDate()).isEqualTo(listing);
            assertThat(new SyncingClient(house.door(), client.calendar(), random).upToDate())
                    .isEqualTo(listing);
        }
    }
}
