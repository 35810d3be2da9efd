package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Bodies.assertRefused;
import static org.roomnight.davxml.Bodies.read;
import static org.roomnight.davxml.Bodies.report;
import static org.roomnight.davxml.Bodies.utf8;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.davxml.Report.CalendarMultiget;
import org.roomnight.davxml.Report.FreeBusyQuery;
import org.roomnight.davxml.Report.SyncCollection;

/** Multiget, sync-collection and free-busy-query. */
class CalendarReportsTest {

    private static final PropRequest NOTHING = new PropRequest.Some(List.of(), null);
    private static final PropRequest ETAG = new PropRequest.Some(List.of(Names.dav("getetag")), null);

    @Test
    void X_09_hrefs_are_trimmed_and_may_be_cdata() {
        assertThat(read(multiget("<D:href>\n  /a.ics\t</D:href>", "<D:href>/b<![CDATA[&c.ics ]]></D:href>")))
                .isEqualTo(new CalendarMultiget(NOTHING, List.of("/a.ics", "/b&c.ics")));
    }

    private static Asked<Report> multiget(String... hrefs) {
        return report("C:calendar-multiget", hrefs);
    }

    @Test
    void X_25_each_object_is_named_once() {
        assertThat(read(multiget("<D:href>/b</D:href>", "<D:href>/a</D:href>", "<D:href> /b </D:href>")))
                .isEqualTo(new CalendarMultiget(NOTHING, List.of("/b", "/a")));
    }

    @Test
    void X_25_a_multiget_that_names_nothing_is_refused() {
        assertRefused(multiget(), 400);
        assertRefused(multiget("<D:prop/>", "<C:href>/a</C:href>"), 400);
    }

    @Test
    void X_26_hrefs_are_not_judged_here() {
        var hrefs = List.of("http://other.example/x", "../x", "/%252e", "x", "");
        String elements = String.join(
                "", hrefs.stream().map("<D:href>%s</D:href>"::formatted).toList());
        assertThat(read(multiget(elements), CalendarMultiget.class).hrefs()).isEqualTo(hrefs);
    }

    @Test
    void apple_calendar_fetches_objects() {
        byte[] body = utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <B:calendar-multiget xmlns:B="urn:ietf:params:xml:ns:caldav">
                  <A:prop xmlns:A="DAV:">
                    <A:getetag/>
                    <B:calendar-data/>
                    <B:schedule-tag/>
                  </A:prop>
                  <A:href xmlns:A="DAV:">/dav/calendars/7/bookings/1.ics</A:href>
                  <A:href xmlns:A="DAV:">/dav/calendars/7/bookings/2.ics</A:href>
                </B:calendar-multiget>
                """);
        assertThat(read(DavBodies.report(body)))
                .isEqualTo(new CalendarMultiget(
                        new PropRequest.Some(
                                List.of(
                                        Names.dav("getetag"),
                                        Names.caldav("calendar-data"),
                                        Names.caldav("schedule-tag")),
                                CalendarData.WHOLE),
                        List.of("/dav/calendars/7/bookings/1.ics", "/dav/calendars/7/bookings/2.ics")));
    }

    private static Asked<Report> sync(String... inside) {
        return report("D:sync-collection", inside);
    }

    @Test
    void a_synchronisation_begins_with_an_empty_token() {
        byte[] body = utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <A:sync-collection xmlns:A="DAV:">
                  <A:sync-token/>
                  <A:sync-level>1</A:sync-level>
                  <A:prop><A:getetag/></A:prop>
                </A:sync-collection>
                """);
        assertThat(read(DavBodies.report(body))).isEqualTo(new SyncCollection(ETAG, "", null));
    }

    @Test
    void davx5_goes_on_with_a_token_and_a_limit() {
        byte[] body = utf8("""
                <?xml version='1.0' encoding='UTF-8' ?><sync-collection xmlns="DAV:"><sync-token>urn:x:7</sync-token>\
                <sync-level>1</sync-level><limit><nresults>750</nresults></limit><prop><getetag /></prop>\
                </sync-collection>""");
        assertThat(read(DavBodies.report(body))).isEqualTo(new SyncCollection(ETAG, "urn:x:7", 750));
    }

    @Test
    void the_level_may_be_left_out_as_in_old_drafts() {
        assertThat(read(sync("<D:sync-token> t\n</D:sync-token>"))).isEqualTo(new SyncCollection(NOTHING, "t", null));
    }

    @Test
    void X_29_a_token_is_there_once() {
        assertRefused(sync("<D:sync-level>1</D:sync-level>"), 400);
        assertRefused(sync("<D:sync-token/><D:sync-token/>"), 400);
    }

    @Test
    void X_30_collections_are_synchronised_one_at_a_time() {
        var precondition = Names.dav("sync-traversal-supported");
        assertRefused(sync("<D:sync-token/><D:sync-level>infinite</D:sync-level>"), 403, precondition);
        assertRefused(sync("<D:sync-token/><D:sync-level> infinity </D:sync-level>"), 403, precondition);
        assertRefused(sync("<D:sync-token/><D:sync-level>0</D:sync-level>"), 400);
        assertRefused(sync("<D:sync-token/><D:sync-level/>"), 400);
        assertRefused(sync("<D:sync-token/><D:sync-level>1</D:sync-level><D:sync-level>1</D:sync-level>"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "-1", "+1", "1.5", "", "x", "\u0661", "1 0", "0x1"})
    void X_31_a_limit_is_a_whole_number_from_1_on(String number) {
        assertRefused(sync("<D:sync-token/><D:limit><D:nresults>" + number + "</D:nresults></D:limit>"), 400);
    }

    @Test
    void X_31_a_limit_may_be_larger_than_any_answer() {
        assertThat(limit("1")).isOne();
        assertThat(limit(" 007 ")).isEqualTo(7);
        assertThat(limit("1000000000")).isGreaterThanOrEqualTo(1_000_000_000);
        assertThat(limit("9".repeat(1000))).isEqualTo(Integer.MAX_VALUE);
    }

    private static @Nullable Integer limit(String number) {
        var asked = sync("<D:sync-token/><D:limit><D:nresults>" + number + "</D:nresults></D:limit>");
        return read(asked, SyncCollection.class).limit();
    }

    @Test
    void X_31_a_limit_has_one_number() {
        String limit = "<D:limit><D:nresults>1</D:nresults></D:limit>";
        assertRefused(sync("<D:sync-token/>", limit, limit), 400);
        assertRefused(sync("<D:sync-token/><D:limit/>"), 400);
    }

    @Test
    void free_and_busy_times_are_asked_for_a_range() {
        assertThat(read(report("C:free-busy-query", "<C:time-range start='20260701T000000Z'/>")))
                .isEqualTo(new FreeBusyQuery(new TimeRange(Instant.parse("2026-07-01T00:00:00Z"), null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<C:time-range/>",
                "<C:time-range start='20260701'/>",
                "<C:time-range start='20260701T000000Z' end='20260701T000000Z'/>",
                "<C:time-range start='20260701T000000Z'/><C:time-range start='20260701T000000Z'/>"
            })
    void X_18_free_and_busy_times_of_no_range_are_refused(String inside) {
        assertRefused(report("C:free-busy-query", inside), 400);
    }
}
