package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Names.caldav;
import static org.roomnight.davxml.Names.dav;

import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** What each kind of resource says that it can do (RFC 4918 §10.1, RFC 3253 §3.1, RFC 4791 §5.1). */
interface OptionsContract {

    QName METHODS = dav("supported-method-set");
    QName REPORTS = dav("supported-report-set");

    TestServer server();

    /** One of each kind, the entry last. */
    private static List<String> kinds(DavClient house) {
        house.write("cabin", 1);
        return List.of(
                "/",
                "/dav/",
                "/dav/principals/",
                house.principal(),
                "/dav/calendars/",
                house.home(),
                house.calendar("bookings"),
                house.calendar("cabin"),
                house.calendar("cabin") + "entry-0.ics");
    }

    @Test
    default void each_kind_of_resource_says_which_methods_it_takes_and_takes_them() {
        DavClient house = DavClient.on(server());
        for (String path : kinds(house)) {
            DavReply options = house.ask("OPTIONS", path, "");
            assertThat(options.status()).isEqualTo(200);
            assertThat(options.header("DAV")).isEqualTo("1, 3, extended-mkcol, calendar-access, calendar-no-timezone");
            List<String> allowed = List.of(options.header("Allow").split(", "));
            assertThat(allowed)
                    .as(path)
                    .contains("OPTIONS", "GET", "HEAD", "PROPFIND", "REPORT")
                    .doesNotContain("POST", "LOCK", "UNLOCK", "ACL");
            assertThat(house.properties(path, METHODS).attributes(METHODS, "name"))
                    .containsExactlyElementsOf(allowed);
            for (String method : List.of("GET", "HEAD", "PROPFIND", "REPORT", "PROPPATCH", "MKCOL", "PUT")) {
                boolean taken = ask(house, method, path).status() != 405;
                boolean exists = method.startsWith("MK"); // where something is, nothing can be made
                assertThat(taken).as(method + " " + path).isEqualTo(allowed.contains(method) && !exists);
            }
        }
    }

    /** PROPPATCH with a body, for it is read before the address is looked at. */
    private static DavReply ask(DavClient house, String method, String path) {
        return method.equals("PROPPATCH")
                ? house.set(path, new QName("urn:example:program", "note"), "x")
                : house.ask(method, path, "", "Depth", "0");
    }

    @Test
    default void each_kind_of_resource_says_which_reports_it_answers() {
        DavClient house = DavClient.on(server());
        for (String path : kinds(house)) {
            List<QName> reports = house.properties(path, REPORTS).deepInside(REPORTS);
            assertThat(reports).as(path).contains(dav("expand-property"), dav("acl-principal-prop-set"));
            boolean calendar = path.startsWith(house.calendar("cabin")) || path.equals(house.calendar("bookings"));
            boolean collection = calendar && path.endsWith("/");
            assertThat(reports.contains(caldav("calendar-query")))
                    .as(path)
                    .isEqualTo(calendar || path.equals(house.home()));
            assertThat(reports.contains(caldav("calendar-multiget")))
                    .isEqualTo(reports.contains(caldav("calendar-query")));
            assertThat(reports.contains(caldav("free-busy-query"))).isEqualTo(collection || path.equals(house.home()));
            assertThat(reports.contains(dav("sync-collection"))).isEqualTo(collection);
            assertThat(reports)
                    .contains(
                            dav("principal-match"),
                            dav("principal-property-search"),
                            dav("principal-search-property-set"));
        }
    }

    @Test
    default void scheduling_is_neither_here_nor_said_to_be() {
        DavClient house = DavClient.on(server());
        assertThat(house.ask("OPTIONS", house.home(), "").header("DAV")).doesNotContain("schedule", "access-control");
        DavReply.Found principal = house.properties(
                house.principal(), caldav("schedule-inbox-URL"), caldav("schedule-outbox-URL"), caldav("schedule-tag"));
        assertThat(principal.statuses().values()).containsOnly(404);
        DavReply posted = house.ask("POST", house.home(), "", "Content-Type", "text/calendar");
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.header("Allow")).doesNotContain("POST");
    }

    @Test
    default void a_collection_is_found_without_its_slash_and_tells_its_address() {
        DavClient house = DavClient.on(server());
        for (String path :
                List.of("/dav/", "/dav/calendars/", house.principal(), house.home(), house.calendar("cabin"))) {
            String without = path.substring(0, path.length() - 1);
            DavReply reply = house.propfind(without, 0, dav("resourcetype"));
            assertThat(reply.hrefs()).containsExactly(path);
            assertThat(reply.header("Content-Location")).isEqualTo(path);
            assertThat(house.ask("GET", without, "").header("Content-Location")).isEqualTo(path);
            assertThat(house.propfind(path, 0, dav("resourcetype")).header("Content-Location"))
                    .isEmpty();
        }
        assertThat(house.propfind(house.home() + "none", 0, dav("resourcetype")).header("Content-Location"))
                .isEmpty();
    }

    @Test
    default void each_answer_says_what_the_server_can() {
        DavClient house = DavClient.on(server());
        assertThat(house.propfind(house.home(), 0, dav("owner")).header("DAV")).contains("calendar-access");
        assertThat(house.propfind("/dav/none", 0, dav("owner")).header("DAV")).contains("calendar-access");
    }
}
