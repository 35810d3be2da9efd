package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.property.GetCtagProperty;
import org.roomnight.caldav.property.SyncTokenProperty;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.Tombstones;
import org.roomnight.storage.Database;

/** What was removed is forgotten after 90 days, and so are the tokens from before (ADR 0017). */
interface TombstonesContract {

    Duration MOMENT = Duration.ofMillis(1);

    /** A server with a clock of its own. */
    TestServer server();

    /** Another node of it, if there is one. */
    TestServer other();

    private static CalendarObject event(String name) {
        return ReportHouse.entry(name, "VEVENT", "2027-03-10", "2027-03-11", "UID:" + name, "DTSTART:20270310T100000Z");
    }

    private static void remove(ReportHouse house, String... names) {
        house.staff().together(house.property(), () -> {
            for (String name : names) {
                house.staff().delete(house.property(), house.facts("cabin").key(), name);
            }
            return names;
        });
    }

    private int forgetOld() {
        return server().bean(Tombstones.class).forgetOld();
    }

    private List<String> logged(ReportHouse house) {
        Database database = server().bean(Database.class);
        return database.transactions()
                .read(() -> database.jdbc()
                        .sql("SELECT name FROM calendar_member WHERE property = :property ORDER BY name")
                        .param("property", house.property().value())
                        .query(String.class)
                        .list());
    }

    @Test
    default void a_token_of_90_days_is_good_and_one_past_them_is_refused() {
        ReportHouse house = ReportHouse.on(server());
        house.write("cabin", event("a.ics"));
        house.write("cabin", event("b.ics"));
        String token = house.sync("cabin", "", null).syncToken();
        remove(house, "a.ics");
        server().clock().tick(Tombstones.KEPT);
        forgetOld();
        assertThat(house.sync("cabin", token, null).responses())
                .containsOnlyKeys(house.calendar("cabin") + "a.ics")
                .containsValue(404);
        String later = house.sync("cabin", token, null).syncToken();
        server().clock().tick(MOMENT);
        assertThat(forgetOld()).isOne();
        assertThat(logged(house)).containsExactly("b.ics");
        house.write("suite", event("elsewhere.ics")); // or the answer from before is given again, which is still true
        house.sync("cabin", token, null).refused(403, "valid-sync-token");
        assertThat(house.sync("cabin", later, null).responses()).isEmpty();
        var anew = house.sync("cabin", "", null);
        assertThat(anew.responses()).containsOnlyKeys(house.calendar("cabin") + "b.ics");
        assertThat(anew.syncToken()).isEqualTo(later);
    }

    @Test
    default void a_token_that_has_missed_nothing_forgotten_is_good_at_any_age() {
        ReportHouse house = ReportHouse.on(server());
        house.write("cabin", event("a.ics"));
        remove(house, "a.ics");
        String token = house.sync("cabin", "", null).syncToken();
        server().clock().tick(Duration.ofDays(400));
        forgetOld();
        assertThat(logged(house)).isEmpty();
        house.write("cabin", event("a.ics"));
        house.write("cabin", event("b.ics"));
        assertThat(house.sync("cabin", token, null).responses()).hasSize(2).containsValue(200);
    }

    @Test
    default void what_came_back_is_not_forgotten_and_what_is_forgotten_changes_no_revision() {
        ReportHouse house = ReportHouse.on(server());
        house.write("cabin", event("a.ics"));
        remove(house, "a.ics", "never.ics");
        house.write("cabin", event("a.ics"));
        String before = looks(house, "");
        server().clock().tick(Tombstones.KEPT.plus(MOMENT));
        assertThat(forgetOld()).isOne();
        assertThat(logged(house)).containsExactly("a.ics");
        assertThat(looks(house, "x-not-from-memory")).isEqualTo(before).contains("urn:roomnight:sync:");
    }

    private static String looks(ReportHouse house, String preference) {
        String body = DavClient.propfind(GetCtagProperty.NAME, SyncTokenProperty.NAME);
        return new DavClient(house.house())
                .ask("PROPFIND", house.home(), body, "Depth", "1", "Prefer", preference)
                .text();
    }

    @Test
    default void a_first_listing_in_pages_goes_on_although_older_removals_were_forgotten() {
        ReportHouse house = ReportHouse.on(server());
        house.write("cabin", event("a.ics"));
        house.write("cabin", event("b.ics"));
        house.write("cabin", event("gone.ics"));
        remove(house, "gone.ics");
        String first = house.sync("cabin", "", 1).syncToken();
        server().clock().tick(Tombstones.KEPT.plus(MOMENT));
        forgetOld();
        assertThat(house.sync("cabin", first, null).responses()).containsOnlyKeys(house.calendar("cabin") + "b.ics");
        String again = house.sync("cabin", "", 1).syncToken();
        assertThat(house.sync("cabin", again, null).responses())
                .containsOnlyKeys(house.calendar("cabin") + "b.ics")
                .containsValue(200);
        house.sync("cabin", again.replaceFirst("\\.[0-9]+-", "-"), null).refused(403, "valid-sync-token");
    }

    @Test
    default void a_first_listing_in_pages_begins_anew_where_what_it_has_was_removed_and_forgotten() {
        ReportHouse house = ReportHouse.on(server());
        house.write("cabin", event("a.ics"));
        house.write("cabin", event("b.ics"));
        house.write("cabin", event("c.ics"));
        String first = house.sync("cabin", "", 1).syncToken();
        remove(house, "a.ics");
        server().clock().tick(Tombstones.KEPT.plus(MOMENT));
        forgetOld();
        house.sync("cabin", first, null).refused(403, "valid-sync-token");
    }

    @Test
    default void nodes_that_forget_at_once_forget_each_removal_once_and_keep_the_newest()
            throws InterruptedException, ExecutionException {
        ReportHouse house = ReportHouse.on(server());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) { // more than two steps
            names.add("e" + i + ".ics");
        }
        remove(house, names.toArray(String[]::new));
        String token = house.sync("cabin", "", null).syncToken();
        server().clock().tick(Tombstones.KEPT.plus(MOMENT));
        int forgotten = 0;
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Tombstones node = (i % 2 == 0 ? server() : other()).bean(Tombstones.class);
                running.add(pool.submit(node::forgetOld));
            }
            for (Future<Integer> one : running) {
                forgotten += one.get();
            }
        }
        assertThat(forgotten).isEqualTo(1_200);
        assertThat(logged(house)).isEmpty();
        SyncingClient client = new SyncingClient(house.door(), house.calendar("cabin"), new Random(1));
        assertThat(client.upToDate()).isEmpty();
        assertThat(house.sync("cabin", token, null).syncToken()).isEqualTo(token);
    }
}
