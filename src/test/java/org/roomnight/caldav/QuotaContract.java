package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calendar.BulkChanges;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.Collection;
import org.roomnight.calendar.Holding;
import org.roomnight.davxml.Names;

/** What one property may store: 4 calendars, 12 entries, 1 MiB of entries and 1 MiB of properties. */
interface QuotaContract {

    List<String> QUOTAS = List.of(
            "--roomnight.quota.calendars=4",
            "--roomnight.quota.entries=12",
            "--roomnight.quota.megabytes=1",
            "--roomnight.quota.property-megabytes=1");

    TestServer server();

    /** One of the same database with the quotas that nobody changed. */
    TestServer roomy();

    default Holding holding(DavClient client) {
        return server().bean(CalendarObjects.class).holding(client.property());
    }

    default DavReply put(DavClient client, String path, String uid, int kibibytes) {
        String lines = ("X-FILL:" + "y".repeat(1015) + "\r\n").repeat(kibibytes);
        return client.ask(
                "PUT",
                path,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTODO\r\nUID:%s\r\nDTSTAMP:20270101T000000Z\r\n%sEND:VTODO\r\nEND:VCALENDAR\r\n"
                        .formatted(uid, lines),
                "Content-Type",
                "text/calendar");
    }

    @Test
    default void the_last_entry_of_the_quota_is_stored_and_the_next_is_not() {
        DavClient client = DavClient.on(server());
        client.mkcalendar(client.calendar("a"), "");
        client.mkcalendar(client.calendar("b"), "");
        for (int i = 0; i < 6; i++) {
            assertThat(put(client, client.calendar("a") + i, "a" + i, 0).status())
                    .isEqualTo(201);
            assertThat(put(client, client.calendar("b") + i, "b" + i, 0).status())
                    .isEqualTo(201);
        }
        DavReply refused = put(client, client.calendar("b") + 6, "b6", 0);
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.text()).contains("quota-not-exceeded", "12 entries");
        assertThat(put(client, client.calendar("b") + 5, "b5", 1).status())
                .as("one that is there may change")
                .isEqualTo(204);
        client.ask("DELETE", client.calendar("a") + 0, "");
        assertThat(put(client, client.calendar("b") + 6, "b6", 0).status()).isEqualTo(201);
        assertThat(holding(client).entries()).isEqualTo(12);
        assertThat(client.ask("COPY", client.calendar("a") + 1, "", "Destination", client.calendar("b") + "c")
                        .status())
                .isEqualTo(507);
        assertThat(client.ask("MOVE", client.calendar("a") + 1, "", "Destination", client.calendar("b") + "m")
                        .status())
                .isEqualTo(201);
        assertThat(client.ask("COPY", client.calendar("a"), "", "Destination", client.calendar("c"))
                        .status())
                .isEqualTo(507);
        client.ask("DELETE", client.calendar("b"), "");
        assertThat(holding(client).entries()).as("a has four left").isEqualTo(4);
        assertThat(client.ask("COPY", client.calendar("a"), "", "Destination", client.calendar("c"))
                        .status())
                .isEqualTo(201);
        assertThat(holding(client).entries()).isEqualTo(8);
    }

    @Test
    default void octets_of_a_calendar_and_of_the_property_are_bounded() {
        DavClient client = DavClient.on(server());
        client.mkcalendar(client.calendar("a"), "");
        client.mkcalendar(client.calendar("b"), "");
        assertThat(put(client, client.calendar("a") + 1, "1", 180).status()).isEqualTo(201);
        assertThat(put(client, client.calendar("a") + 2, "2", 180).status()).isEqualTo(201);
        assertThat(put(client, client.calendar("a") + 3, "3", 180).status())
                .as("half of the property's room")
                .isEqualTo(507);
        assertThat(put(client, client.calendar("b") + 1, "1", 180).status()).isEqualTo(201);
        assertThat(put(client, client.calendar("b") + 2, "2", 180).status()).isEqualTo(201);
        assertThat(client.ask("COPY", client.calendar("a"), "", "Destination", client.calendar("c"))
                        .status())
                .isEqualTo(507);
        assertThat(client.ask("COPY", client.calendar("a"), "", "Destination", client.calendar("b"))
                        .status())
                .as("in place of another")
                .isEqualTo(204);
        assertThat(put(client, client.calendar("a") + 2, "2", 0).status()).isEqualTo(204);
        long before = holding(client).octets();
        client.ask("DELETE", client.calendar("a") + 1, "");
        assertThat(holding(client).octets()).isLessThan(before - 180 * 1024);
    }

    @Test
    default void properties_of_a_calendar_with_its_entries_are_bounded_in_octets() {
        DavClient client = DavClient.on(server());
        client.mkcalendar(client.calendar("a"), "");
        int set = 0;
        while (set < 20) {
            DavReply reply = client.proppatch(client.calendar("a"), large(set));
            if (!reply.text().contains("200 OK")) {
                assertThat(reply.text()).contains("507", "quota-not-exceeded");
                break;
            }
            set++;
        }
        assertThat(set).as("of 60,000 octets in half a mebibyte").isEqualTo(8);
        assertThat(put(client, client.calendar("a") + 1, "1", 0).status()).isEqualTo(201);
        assertThat(client.proppatch(client.calendar("a") + 1, large(0)).text()).contains("507");
        assertThat(client.ask("COPY", client.calendar("a"), "", "Depth", "0", "Destination", client.calendar("b"))
                        .status())
                .isEqualTo(201);
        assertThat(client.ask("COPY", client.calendar("a"), "", "Depth", "0", "Destination", client.calendar("c"))
                        .status())
                .as("three are more than a mebibyte")
                .isEqualTo(507);
        client.proppatch(client.calendar("a"), DavClient.removing(Names.roomnight("p0")));
        assertThat(client.proppatch(client.calendar("a") + 1, large(0)).text()).contains("200 OK");
        client.ask("DELETE", client.calendar("a"), "");
        assertThat(holding(client).properties()).isEqualTo(8);
    }

    private static String large(int number) {
        return DavClient.setting(DavClient.element(Names.roomnight("p" + number), "y".repeat(60_000)));
    }

    @Test
    default void a_copy_of_several_steps_has_every_entry_with_its_properties_and_leaves_nothing_behind() {
        DavClient client = DavClient.on(roomy());
        client.mkcalendar(client.calendar("a"), "");
        client.write("a", 450);
        client.proppatch(client.calendar("a") + "entry-3.ics", large(1));
        client.mkcalendar(client.calendar("b"), "");
        client.write("b", 250);
        assertThat(client.ask("COPY", client.calendar("a"), "", "Destination", client.calendar("b"))
                        .status())
                .isEqualTo(204);
        Set<String> expected =
                IntStream.range(0, 450).mapToObj("entry-%d.ics"::formatted).collect(Collectors.toSet());
        CalendarObjects objects = roomy().bean(CalendarObjects.class);
        Collection copied =
                objects.calendar(client.property(), "b").orElseThrow().key();
        assertThat(objects.members(client.property(), copied).stream().map(CalendarObjects.Member::name))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(objects.holding(client.property(), copied))
                .isEqualTo(objects.holding(
                        client.property(),
                        objects.calendar(client.property(), "a").orElseThrow().key()));
        assertThat(objects.holding(client.property()).entries()).isEqualTo(900);
        assertThat(client.propfind(client.calendar("b") + "entry-3.ics", 0, Names.roomnight("p1"))
                        .text())
                .contains("yyyy");
    }

    @Test
    default void what_a_crash_leaves_of_a_copy_is_not_seen_and_removed_later() {
        DavClient client = DavClient.on(roomy());
        client.mkcalendar(client.calendar("a"), "");
        client.write("a", 250);
        TestServer server = roomy();
        CalendarObjects objects = server.bean(CalendarObjects.class);
        BulkChanges bulk = server.bean(BulkChanges.class);
        var from = objects.calendar(client.property(), "a").orElseThrow();
        var copy = server.bean(org.roomnight.calendar.StaffCalendars.class)
                .together(client.property(), () -> bulk.begin(client.property(), from));
        bulk.fill(copy);
        assertThat(objects.holding(client.property(), copy.made()).entries()).isEqualTo(250);
        assertThat(objects.holding(client.property()).entries())
                .as("nobody sees it")
                .isEqualTo(250);
        bulk.removeLeftBehind();
        assertThat(objects.holding(client.property(), copy.made()).entries())
                .as("it may still be made")
                .isEqualTo(250);
        server.clock().tick(java.time.Duration.ofMinutes(3));
        bulk.removeLeftBehind();
        assertThat(objects.holding(client.property(), copy.made()).entries()).isZero();
        assertThat(objects.members(client.property(), copy.made())).isEmpty();
        assertThat(objects.members(client.property(), from.key())).hasSize(250);
    }
}
