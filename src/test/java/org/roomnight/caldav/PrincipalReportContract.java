package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calquery.Queries;

/** The reports about principals, where each of them may be asked, and what is refused before any of them. */
interface PrincipalReportContract {

    String DAV = " xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'>";

    TestServer server();

    private static String search(String property, String match) {
        return "<D:principal-property-search" + DAV + "<D:property-search><D:prop>" + property + "</D:prop><D:match>"
                + match
                + "</D:match></D:property-search><D:prop><D:displayname/></D:prop></D:principal-property-search>";
    }

    @Test
    default void x_45_a_search_for_all_finds_oneself_alone() {
        ReportHouse house = ReportHouse.on(server());
        ReportHouse.on(server());
        for (String path : List.of("/dav/principals/", "/dav/", house.principal(), house.home())) {
            var all = house.report(path, search("<D:displayname/>", ""));
            assertThat(all.responses()).containsOnlyKeys(house.principal());
        }
        assertThat(house.report("/dav/principals/", search("<D:displayname/>", "harBOUR"))
                        .hrefs())
                .hasSize(1);
        assertThat(house.report("/dav/principals/", search("<D:displayname/>", "elsewhere"))
                        .hrefs())
                .isEmpty();
        assertThat(house.report("/dav/principals/", search("<D:no-such/>", "")).hrefs())
                .isEmpty();
    }

    @Test
    default void the_search_says_what_it_can_search_by() {
        ReportHouse house = ReportHouse.on(server());
        var reply = house.report(
                "/dav/principals/", "<D:principal-search-property-set" + DAV + "</D:principal-search-property-set>");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("principal-search-property>", "displayname", "calendar-user-address-set");
    }

    @Test
    default void a_match_finds_oneself_and_what_one_owns() {
        ReportHouse house = ReportHouse.on(server());
        String self = "<D:principal-match" + DAV + "<D:self/><D:prop><D:displayname/></D:prop></D:principal-match>";
        assertThat(house.report("/dav/principals/", self).hrefs()).containsExactly(house.principal());
        assertThat(house.report(house.home(), self).hrefs()).isEmpty();
        house.report("/dav/principals/", self, "Depth", "1").refused(400);
        String owner = self.replace("<D:self/>", "<D:principal-property><D:owner/></D:principal-property>");
        assertThat(house.report(house.home(), owner).hrefs()).contains(house.home(), house.calendar("cabin"));
    }

    /** RFC 3744 §9.2 to §9.5: defined for Depth: 0 only, required, and so served everywhere. */
    @Test
    default void the_reports_of_principals_are_served_everywhere_and_at_depth_0_only() {
        ReportHouse house = ReportHouse.on(server());
        String prop = "<D:prop><D:displayname/></D:prop>";
        String everywhere = search("<D:displayname/>", "")
                .replace(
                        "</D:principal-property-search>",
                        "<D:apply-to-principal-collection-set/></D:principal-property-search>");
        for (String path : List.of("/", "/dav/", house.principal(), house.home(), house.calendar("cabin"))) {
            assertThat(house.report(path, everywhere).hrefs()).as(path).containsExactly(house.principal());
            for (String body : List.of(
                    "<D:acl-principal-prop-set" + DAV + prop + "</D:acl-principal-prop-set>",
                    "<D:principal-match" + DAV + "<D:self/>" + prop + "</D:principal-match>",
                    search("<D:displayname/>", ""),
                    "<D:principal-search-property-set" + DAV + "</D:principal-search-property-set>")) {
                assertThat(house.report(path, body).status()).as(path + body).isIn(200, 207);
                assertThat(house.report(path, body, "Depth", "0").status()).isIn(200, 207);
                house.report(path, body, "Depth", "1").refused(400);
                house.report(path, body, "Depth", "infinity").refused(400);
            }
        }
    }

    @Test
    default void the_access_list_names_the_owner() {
        ReportHouse house = ReportHouse.on(server());
        String body =
                "<D:acl-principal-prop-set" + DAV + "<D:prop><D:displayname/></D:prop></D:acl-principal-prop-set>";
        assertThat(house.report(house.calendar("cabin"), body).hrefs()).containsExactly(house.principal());
    }

    @Test
    default void hrefs_are_expanded_as_deep_as_the_request_says() {
        ReportHouse house = ReportHouse.on(server());
        String body = "<D:expand-property" + DAV
                + "<D:property name='current-user-principal'>"
                + "<D:property name='displayname'/>"
                + "<D:property name='calendar-home-set' namespace='urn:ietf:params:xml:ns:caldav'>"
                + "<D:property name='owner'/></D:property></D:property>"
                + "<D:property name='displayname'/><D:property name='no-such'/></D:expand-property>";
        var reply = house.report(house.calendar("cabin"), body);
        assertThat(reply.hrefs()).containsExactly(house.calendar("cabin"));
        assertThat(reply.values("href"))
                .containsExactly(house.calendar("cabin"), house.principal(), house.home(), house.principal());
        assertThat(reply.values("displayname")).containsExactly("Harbour House", "Cabin");
        assertThat(reply.text()).contains("no-such");
        assertThat(house.report(house.home(), body, "Depth", "1").hrefs()).hasSizeGreaterThan(2);
        house.report(house.home(), body, "Depth", "infinity").refused(400);
    }

    @Test
    default void a_report_where_it_makes_no_sense_is_refused_and_each_place_says_which_do() {
        ReportHouse house = ReportHouse.on(server());
        String sync = ReportHouse.syncBody("", null, "<D:getetag/>");
        for (String path : List.of("/dav/", house.principal(), house.home())) {
            house.report(path, sync).refused(403, "supported-report");
        }
        String query = Queries.query("", "<D:getetag/>");
        house.report("/dav/", query).refused(403, "supported-report");
        assertThat(house.report(house.calendar("cabin"), search("<D:displayname/>", ""))
                        .hrefs())
                .as("no principal is inside")
                .isEmpty();
        house.report(house.calendar("cabin"), "<C:calendar-frobnicate" + DAV + "</C:calendar-frobnicate>")
                .refused(403, "supported-report");
        String set = "<D:expand-property" + DAV + "<D:property name='supported-report-set'/></D:expand-property>";
        assertThat(house.report(house.calendar("cabin"), set).text()).contains("sync-collection", "calendar-query");
        assertThat(house.report(house.home(), set).text())
                .contains("free-busy-query")
                .doesNotContain("sync-collection");
    }

    @Test
    default void x_10_a_body_that_is_no_xml_by_its_type_is_not_read() {
        ReportHouse house = ReportHouse.on(server());
        String sync = ReportHouse.syncBody("", null, "<D:getetag/>");
        house.report(house.calendar("cabin"), sync, "Content-Type", "application/json")
                .refused(415);
        house.report(house.calendar("cabin"), sync, "Content-Type", "text/plain")
                .refused(415);
        assertThat(house.report(house.calendar("cabin"), sync, "Content-Type", "text/xml; charset=utf-8")
                        .status())
                .isEqualTo(207);
        house.report(house.calendar("cabin"), "").refused(400);
    }

    @Test
    default void what_is_not_there_and_what_is_anothers_is_not_found() {
        ReportHouse house = ReportHouse.on(server());
        ReportHouse other = ReportHouse.on(server());
        String sync = ReportHouse.syncBody("", null, "<D:getetag/>");
        house.report(house.calendar("none"), sync).refused(404);
        house.report(other.calendar("cabin"), sync).refused(404);
        house.report(other.home(), Queries.query("", "<D:getetag/>")).refused(404);
        house.report("/dav/nowhere/", sync).refused(404);
    }
}
