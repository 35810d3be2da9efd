package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.report.RequestLimiter;
import org.roomnight.calquery.Queries;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;

/**
 * Which questions count as costly. While one of the property is answered and another waits, a further one is told to come
 * back at once; what programs ask every few minutes never is.
 */
interface CostlyQuestionContract {

    /** Together over the mebibyte that may be searched without waiting. */
    int ENTRIES = 12;

    int ENTRY_KIBIBYTES = 95;

    String EXPANDED =
            "<C:calendar-data><C:expand start=\"20270101T000000Z\" end=\"20280101T000000Z\"/></C:calendar-data>";

    TestServer server();

    private DavClient houseWithMuchText() {
        DavClient client = DavClient.on(server());
        client.mkcalendar(client.calendar("big"), "");
        client.mkcalendar(client.calendar("small"), "");
        String line = "X-FILL:" + "y".repeat(1015) + "\r\n";
        for (int i = 0; i < ENTRIES; i++) {
            put(client, "big", i, line.repeat(ENTRY_KIBIBYTES));
        }
        put(client, "small", 0, line);
        return client;
    }

    private static void put(DavClient client, String calendar, int number, String lines) {
        String entry = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:x\r
            BEGIN:VEVENT\r
            UID:%s-%d\r
            DTSTAMP:20270101T000000Z\r
            DTSTART;VALUE=DATE:20270301\r
            TRANSP:TRANSPARENT\r
            %sEND:VEVENT\r
            END:VCALENDAR\r
            """.formatted(calendar, number, lines);
        DavReply reply = client.ask("PUT", client.calendar(calendar) + number, entry, "Content-Type", "text/calendar");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    /** While one costly question of the property is answered for as long as the test wants, and another one waits. */
    private void whileBusy(DavClient client, Runnable questions) throws InterruptedException {
        Property property =
                server().bean(Properties.class).find(client.property()).orElseThrow();
        RequestLimiter limiter = server().bean(RequestLimiter.class);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> limiter.run(property, () -> {
            inside.countDown();
            return await(over);
        }));
        inside.await();
        Thread second = Thread.startVirtualThread(
                () -> client.ask("REPORT", client.calendar("big"), textSearch("<C:calendar-data/>"), "Depth", "1"));
        try {
            questions.run();
        } finally {
            over.countDown();
            first.join();
            second.join();
        }
    }

    private static boolean await(CountDownLatch over) {
        try {
            over.await();
            return true;
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String textSearch(String properties) {
        return Queries.query(
                Queries.comp("VEVENT", Queries.prop("SUMMARY", "<C:text-match>nothing</C:text-match>")), properties);
    }

    private static DavReply report(DavClient client, String calendar, String body) {
        return client.ask("REPORT", client.calendar(calendar), body, "Depth", "1");
    }

    @Test
    default void what_reads_more_than_a_mebibyte_of_entries_is_costly() throws InterruptedException {
        DavClient client = houseWithMuchText();
        whileBusy(client, () -> {
            assertLater(report(client, "big", textSearch("<D:getetag/>")));
            assertLater(client.ask("REPORT", client.home(), textSearch("<D:getetag/>"), "Depth", "1"));
            assertLater(report(client, "big", Queries.query(Queries.comp("VEVENT"), EXPANDED)));
            assertLater(client.ask("COPY", client.calendar("small"), "", "Destination", copied(client)));
        });
        assertThat(report(client, "big", textSearch("<D:getetag/>")).status()).isEqualTo(207);
    }

    private static String copied(DavClient client) {
        return TestServer.PUBLIC_URL + client.calendar("copy");
    }

    private static void assertLater(DavReply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.text()).contains("Ask again later");
    }

    @Test
    default void what_programs_ask_every_few_minutes_is_never_put_off() throws InterruptedException {
        DavClient client = houseWithMuchText();
        String token = client.properties(client.calendar("big"), Names.dav("sync-token"))
                .text(Names.dav("sync-token"));
        whileBusy(client, () -> {
            assertThat(client.propfind(client.home(), 1, Names.dav("sync-token"), Names.dav("displayname"))
                            .status())
                    .isEqualTo(207);
            assertThat(client.propfind(client.calendar("big"), 1, Names.dav("getetag"))
                            .status())
                    .isEqualTo(207);
            assertThat(report(client, "big", sync(token)).status()).isEqualTo(207);
            assertThat(report(client, "big", sync("")).status()).isEqualTo(207);
            assertThat(report(
                                    client,
                                    "big",
                                    Queries.query(
                                            Queries.comp(
                                                    "VEVENT", Queries.range("20270201T000000Z", "20270401T000000Z")),
                                            "<D:getetag/>"))
                            .status())
                    .isEqualTo(207);
            assertThat(report(client, "big", multiget(client)).status()).isEqualTo(207);
            assertThat(report(client, "small", textSearch("<D:getetag/>")).status())
                    .isEqualTo(207);
            assertThat(client.ask("GET", client.calendar("big") + 0, "").status())
                    .isEqualTo(200);
            put(client, "small", 1, "");
            assertThat(client.house().feed().statusCode()).isEqualTo(200);
        });
    }

    private static String sync(String token) {
        return """
            <D:sync-collection xmlns:D="DAV:"><D:sync-token>%s</D:sync-token><D:sync-level>1</D:sync-level>\
            <D:prop><D:getetag/></D:prop></D:sync-collection>\
            """.formatted(token);
    }

    private static String multiget(DavClient client) {
        return """
            <C:calendar-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">\
            <D:prop><D:getetag/><C:calendar-data/></D:prop><D:href>%1$s0</D:href><D:href>%1$s1</D:href>\
            </C:calendar-multiget>\
            """.formatted(client.calendar("big"));
    }
}
