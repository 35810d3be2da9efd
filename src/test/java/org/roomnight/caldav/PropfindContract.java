package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Names.apple;
import static org.roomnight.davxml.Names.caldav;
import static org.roomnight.davxml.Names.calendarserver;
import static org.roomnight.davxml.Names.dav;

import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.TestServer;

/** PROPFIND: what it refuses, what it leaves out, and the values of properties. */
interface PropfindContract {

    TestServer server();

    String ALLPROP = "<propfind xmlns=\"DAV:\"><allprop/></propfind>";
    String PROPNAME = "<propfind xmlns=\"DAV:\"><propname/></propfind>";
    QName OWN = new QName("urn:example:program", "note");

    @Test
    default void X_13_infinity_is_refused_for_collections_also_where_it_is_only_meant() {
        DavClient house = DavClient.on(server());
        for (String path : List.of("/", "/dav/", house.principal(), house.home(), house.calendar("cabin"))) {
            DavReply reply = house.ask("PROPFIND", path, "", "Depth", "infinity");
            assertThat(reply.status()).as(path).isEqualTo(403);
            assertThat(reply.precondition()).isEqualTo(dav("propfind-finite-depth"));
        }
        for (String path : List.of(house.home(), house.calendar("cabin"))) {
            DavReply reply = house.ask("PROPFIND", path, "");
            assertThat(reply.status()).as(path).isEqualTo(403);
            assertThat(reply.precondition()).isEqualTo(dav("propfind-finite-depth"));
        }
        house.write("cabin", 1);
        String entry = house.calendar("cabin") + "entry-0.ics";
        assertThat(house.ask("PROPFIND", entry, "").hrefs())
                .as("nothing is below")
                .containsExactly(entry);
    }

    /** Programs leave the header out; here that leads to few resources. */
    @Test
    default void without_a_depth_what_has_few_members_is_listed_with_them() {
        DavClient house = DavClient.on(server());
        assertThat(house.ask("PROPFIND", "/", "").hrefs()).containsExactly("/");
        assertThat(house.ask("PROPFIND", "/dav/", "").hrefs())
                .containsExactly("/dav/", "/dav/principals/", "/dav/calendars/");
        assertThat(house.ask("PROPFIND", "/dav/principals/", "").hrefs())
                .containsExactly("/dav/principals/", house.principal());
        assertThat(house.ask("PROPFIND", house.principal(), "").hrefs()).containsExactly(house.principal());
    }

    /** CALDAV:calendar-data is for reports (RFC 4791 §9.6); max-instances would not be true of any number. */
    @Test
    default void what_is_no_property_is_not_found_and_not_named() {
        DavClient house = DavClient.on(server());
        house.write("cabin", 1);
        QName data = caldav("calendar-data");
        String entry = house.calendar("cabin") + "entry-0.ics";
        assertThat(house.properties(entry, data).status(data)).isEqualTo(404);
        assertThat(house.propfind(house.calendar("cabin"), 1, data).of(entry).status(data))
                .isEqualTo(404);
        assertThat(house.ask("PROPFIND", entry, PROPNAME, "Depth", "0").text()).doesNotContain("calendar-data");
        assertThat(house.ask("PROPFIND", entry, ALLPROP, "Depth", "0").text()).doesNotContain("calendar-data");
        String include =
                "<propfind xmlns=\"DAV:\"><allprop/><include>%s</include></propfind>".formatted(DavClient.empty(data));
        assertThat(house.ask("PROPFIND", entry, include, "Depth", "0").of(entry).status(data))
                .isEqualTo(404);
        QName instances = caldav("max-instances");
        assertThat(house.properties(house.calendar("cabin"), instances).status(instances))
                .isEqualTo(404);
    }

    @Test
    default void writable_calendars_are_listed_first_and_the_bookings_last() {
        DavClient house = DavClient.on(server());
        house.mkcalendar(house.calendar("zz-own"), "");
        List<String> hrefs =
                house.propfind(house.home(), 1, dav("resourcetype")).hrefs();
        assertThat(hrefs.getLast()).isEqualTo(house.calendar("bookings"));
        assertThat(hrefs).contains(house.calendar("zz-own"), house.calendar("cabin"));
    }

    @Test
    default void X_14_a_depth_that_is_none_is_refused() {
        DavClient house = DavClient.on(server());
        for (String depth : List.of("2", "-1", "one", "0, 1", "0,noroot")) {
            assertThat(house.ask("PROPFIND", "/dav/", "", "Depth", depth).status())
                    .as(depth)
                    .isEqualTo(400);
        }
        String request = "PROPFIND /dav/ HTTP/1.1\r\nHost: stay\r\nAuthorization: %s\r\n%s\r\n"
                .formatted(TestServer.basic(house.house().hotel(), house.house().passkey()), "%s");
        for (String headers : List.of("Depth: 0\r\nDepth: 0\r\n", "Depth:\r\n")) {
            try (RawHttp http = new RawHttp(server())) {
                assertThat(http.send(request.formatted(headers)).read().status())
                        .as(headers)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    default void X_10_a_body_of_another_type_than_xml_is_refused() {
        DavClient house = DavClient.on(server());
        for (String type : List.of("application/json", "text/plain", "text/calendar")) {
            DavReply reply = house.ask("PROPFIND", "/dav/", ALLPROP, "Depth", "0", "Content-Type", type);
            assertThat(reply.status()).as(type).isEqualTo(415);
        }
        for (String type : List.of("text/xml", "Application/XML;charset=utf-8")) {
            DavReply reply = house.ask("PROPFIND", "/dav/", ALLPROP, "Depth", "0", "Content-Type", type);
            assertThat(reply.status()).as(type).isEqualTo(207);
        }
    }

    @Test
    default void X_11_two_questions_in_one_are_refused() {
        String both = "<propfind xmlns=\"DAV:\"><allprop/><propname/></propfind>";
        assertThat(DavClient.on(server())
                        .ask("PROPFIND", "/dav/", both, "Depth", "0")
                        .status())
                .isEqualTo(400);
    }

    @Test
    default void X_15_no_body_asks_for_the_properties_of_webdav_and_those_that_clients_made_up() {
        DavClient house = DavClient.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        String cabin = house.calendar("cabin");
        assertThat(house.set(cabin, OWN, "quiet room").status()).isEqualTo(207);
        house.set(cabin, apple("calendar-color"), "#FF0000FF");
        house.set(cabin, caldav("calendar-description"), "by the sea");
        DavReply nobody = house.ask("PROPFIND", cabin, "", "Depth", "1");
        assertThat(nobody.text())
                .isEqualTo(house.ask("PROPFIND", cabin, ALLPROP, "Depth", "1").text());
        assertThat(nobody.of(cabin).statuses().keySet())
                .containsExactlyInAnyOrder(
                        dav("resourcetype"),
                        dav("displayname"),
                        dav("supportedlock"),
                        dav("lockdiscovery"),
                        apple("calendar-color"),
                        OWN);
        assertThat(nobody.of(nobody.hrefs().getLast()).statuses().keySet())
                .containsExactlyInAnyOrder(
                        dav("resourcetype"),
                        dav("getetag"),
                        dav("getcontenttype"),
                        dav("getcontentlength"),
                        dav("getlastmodified"),
                        dav("creationdate"),
                        dav("supportedlock"),
                        dav("lockdiscovery"));
        String more = "<propfind xmlns=\"DAV:\"><allprop/><include><sync-token/><none/></include></propfind>";
        DavReply.Found included =
                house.ask("PROPFIND", cabin, more, "Depth", "0").only();
        assertThat(included.has(dav("sync-token"))).isTrue();
        assertThat(included.status(dav("none"))).isEqualTo(404);
    }

    @Test
    default void names_are_told_without_values() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        house.set(cabin, OWN, "quiet room");
        DavReply reply = house.ask("PROPFIND", cabin, PROPNAME, "Depth", "0");
        assertThat(reply.of(cabin).statuses())
                .containsKeys(dav("sync-token"), calendarserver("getctag"), caldav("max-resource-size"), OWN)
                .doesNotContainKeys(caldav("calendar-home-set"), dav("getetag"), apple("calendar-order"));
        assertThat(reply.of(cabin).elements().values())
                .allMatch(element -> element.getTextContent().isEmpty());
    }

    @Test
    default void a_client_that_prefers_less_gets_less() {
        DavClient house = DavClient.on(server());
        String body = DavClient.propfind(dav("resourcetype"), dav("quota-used-bytes"));
        DavReply plain = house.ask("PROPFIND", house.home(), body, "Depth", "1");
        assertThat(plain.header("Vary")).contains("Prefer").contains("Brief");
        assertThat(plain.header("Preference-Applied")).isEmpty();
        assertThat(plain.of(house.home()).status(dav("quota-used-bytes"))).isEqualTo(404);

        DavReply minimal = house.ask("PROPFIND", house.home(), body, "Depth", "1", "Prefer", "return=minimal");
        assertThat(minimal.header("Preference-Applied")).isEqualTo("return=minimal");
        assertThat(minimal.hrefs()).isEqualTo(plain.hrefs());
        assertThat(minimal.of(house.home()).statuses()).containsOnlyKeys(dav("resourcetype"));
        assertThat(house.ask("PROPFIND", house.home(), body, "Depth", "1", "Brief", "t")
                        .text())
                .isEqualTo(minimal.text());

        DavReply noRoot =
                house.ask("PROPFIND", house.home(), body, "Depth", "1", "Prefer", "return=minimal, depth-noroot");
        assertThat(noRoot.header("Preference-Applied")).isEqualTo("return=minimal, depth-noroot");
        assertThat(noRoot.hrefs())
                .isEqualTo(plain.hrefs().subList(1, plain.hrefs().size()));
        DavReply alone = house.ask("PROPFIND", house.home(), body, "Depth", "0", "Prefer", "depth-noroot");
        assertThat(alone.hrefs()).as("without the root nothing would be left").containsExactly(house.home());
        assertThat(alone.header("Preference-Applied")).isEmpty();
    }

    @Test
    default void a_listing_tells_of_each_object_what_get_would_tell() {
        DavClient house = DavClient.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        house.write("cabin", 2);
        QName[] names = {dav("getetag"), dav("getcontentlength"), dav("getcontenttype"), dav("resourcetype")};
        DavReply listed = house.propfind(house.calendar("cabin"), 1, names);
        assertThat(listed.hrefs()).hasSize(4);
        for (String href : listed.hrefs().subList(1, 4)) {
            DavReply.Found inListing = listed.of(href);
            DavReply.Found alone = house.properties(href, names);
            for (QName name : names) {
                assertThat(inListing.has(name)).isTrue();
                assertThat(inListing.text(name)).isEqualTo(alone.text(name));
            }
            assertThat(inListing.text(dav("getetag"))).matches("\"[0-9a-f]{32}\"");
            assertThat(inListing.inside(dav("resourcetype"))).isEmpty();
        }
        assertThat(listed.of(house.calendar("cabin")).status(dav("getetag"))).isEqualTo(404);
    }

    @Test
    default void who_may_write_what_is_told_of_each_object() {
        DavClient house = DavClient.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        house.write("cabin", 1);
        DavReply listed = house.propfind(house.calendar("cabin"), 1, dav("current-user-privilege-set"));
        for (String href : listed.hrefs()) {
            List<QName> privileges = listed.of(href).deepInside(dav("current-user-privilege-set"));
            assertThat(privileges).contains(dav("read"), dav("read-current-user-privilege-set"));
            boolean stay = !href.endsWith("/") && !href.endsWith("entry-0.ics");
            assertThat(privileges.contains(dav("write-content"))).as(href).isEqualTo(!stay);
        }
    }

    @Test
    default void limits_and_what_can_be_asked_are_told() {
        DavClient house = DavClient.on(server());
        DavReply.Found cabin = house.properties(
                house.calendar("cabin"),
                caldav("max-resource-size"),
                caldav("min-date-time"),
                caldav("max-date-time"),
                caldav("max-attendees-per-instance"),
                caldav("supported-calendar-data"),
                caldav("supported-collation-set"),
                caldav("schedule-calendar-transp"),
                dav("supported-privilege-set"),
                dav("acl"),
                dav("acl-restrictions"),
                dav("inherited-acl-set"),
                dav("principal-collection-set"));
        assertThat(cabin.statuses().values()).containsOnly(200);
        assertThat(cabin.text(caldav("max-resource-size"))).isEqualTo("524288");
        assertThat(cabin.text(caldav("max-attendees-per-instance"))).isEqualTo("200");
        assertThat(cabin.attributes(caldav("supported-calendar-data"), "content-type"))
                .containsExactly("text/calendar");
        assertThat(cabin.attributes(caldav("supported-calendar-data"), "version"))
                .containsExactly("2.0");
        assertThat(cabin.deepInside(dav("acl"))).contains(dav("grant"), dav("protected"), dav("write-content"));
        assertThat(cabin.deepInside(dav("supported-privilege-set"))).contains(caldav("read-free-busy"));
    }

    @Test
    default void a_room_type_gives_its_calendar_a_title_and_a_color() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        assertThat(house.properties(cabin, apple("calendar-color")).status(apple("calendar-color")))
                .isEqualTo(404);
        String path = house.house().path("/guest-room/" + house.house().cabin());
        house.house()
                .account()
                .done("PUT", path, "{\"name\":\"Hut\",\"quantity\":1,\"color\":\"#a1b2c3\"}", "If-Match", "*");
        DavReply.Found now = house.properties(cabin, apple("calendar-color"), dav("displayname"));
        assertThat(now.text(apple("calendar-color"))).isEqualTo("#A1B2C3FF");
        assertThat(now.text(dav("displayname"))).as("its address stays").isEqualTo("Hut");
    }

    @Test
    default void a_listing_of_thousands_is_whole() {
        DavClient house = DavClient.on(server());
        house.write("suite", 1_200);
        house.set(house.calendar("suite") + "entry-1199.ics", OWN, "last");
        DavReply listed = house.propfind(house.calendar("suite"), 1, dav("getetag"), OWN);
        assertThat(listed.hrefs()).hasSize(1_201).doesNotHaveDuplicates();
        assertThat(listed.of(house.calendar("suite") + "entry-1199.ics").text(OWN))
                .isEqualTo("last");
        assertThat(listed.of(house.calendar("suite") + "entry-0.ics").status(OWN))
                .isEqualTo(404);
    }
}
