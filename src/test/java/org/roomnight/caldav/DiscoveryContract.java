package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Names.apple;
import static org.roomnight.davxml.Names.caldav;
import static org.roomnight.davxml.Names.calendarserver;
import static org.roomnight.davxml.Names.dav;

import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** What calendar programs ask to find their calendars, in their words, and what they need to be told. */
interface DiscoveryContract {

    TestServer server();

    /** macOS 15 and iOS 18 Calendar: an account by server name, user name and password. */
    String APPLE_FINDS_THE_PRINCIPAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <A:propfind xmlns:A="DAV:"><A:prop>
              <A:current-user-principal/><A:principal-URL/><A:resourcetype/>
            </A:prop></A:propfind>
            """;

    String APPLE_ASKS_THE_PRINCIPAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <A:propfind xmlns:A="DAV:"><A:prop>
              <B:calendar-home-set xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <B:calendar-user-address-set xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <A:current-user-principal/><A:displayname/>
              <C:dropbox-home-URL xmlns:C="http://calendarserver.org/ns/"/>
              <C:email-address-set xmlns:C="http://calendarserver.org/ns/"/>
              <C:notification-URL xmlns:C="http://calendarserver.org/ns/"/>
              <A:principal-collection-set/><A:principal-URL/><A:resource-id/>
              <B:schedule-inbox-URL xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <B:schedule-outbox-URL xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <A:supported-report-set/>
            </A:prop></A:propfind>
            """;

    String APPLE_LISTS_THE_HOME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <A:propfind xmlns:A="DAV:"><A:prop>
              <A:add-member/>
              <C:allowed-sharing-modes xmlns:C="http://calendarserver.org/ns/"/>
              <D:autoprovisioned xmlns:D="http://apple.com/ns/ical/"/>
              <E:bulk-requests xmlns:E="http://me.com/_namespace/"/>
              <D:calendar-color xmlns:D="http://apple.com/ns/ical/"/>
              <B:calendar-description xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <B:calendar-free-busy-set xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <D:calendar-order xmlns:D="http://apple.com/ns/ical/"/>
              <B:calendar-timezone xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <A:current-user-privilege-set/>
              <B:default-alarm-vevent-date xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <A:displayname/>
              <C:getctag xmlns:C="http://calendarserver.org/ns/"/>
              <A:owner/>
              <C:publish-url xmlns:C="http://calendarserver.org/ns/"/>
              <C:push-transports xmlns:C="http://calendarserver.org/ns/"/>
              <A:quota-available-bytes/><A:resource-id/><A:resourcetype/>
              <B:schedule-calendar-transp xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <B:supported-calendar-component-set xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <B:supported-calendar-component-sets xmlns:B="urn:ietf:params:xml:ns:caldav"/>
              <A:supported-report-set/><A:sync-token/>
            </A:prop></A:propfind>
            """;

    @Test
    default void apple_finds_its_calendars_from_the_name_of_the_server_alone() {
        DavClient house = DavClient.on(server());
        DavReply wellKnown = house.ask("PROPFIND", "/.well-known/caldav", APPLE_FINDS_THE_PRINCIPAL, "Depth", "0");
        assertThat(wellKnown.status()).isEqualTo(301);
        assertThat(wellKnown.header("Location")).isEqualTo("/dav/");
        for (String start : List.of("/", "/dav/", house.principal())) {
            DavReply found = house.ask("PROPFIND", start, APPLE_FINDS_THE_PRINCIPAL, "Depth", "0", "Brief", "t");
            assertThat(found.status()).isEqualTo(207);
            assertThat(found.of(start).hrefs(dav("current-user-principal"))).containsExactly(house.principal());
            assertThat(found.text()).as("Brief: t").doesNotContain(" 404 ");
        }

        DavReply options = house.ask("OPTIONS", house.principal(), "");
        assertThat(options.header("DAV")).contains("calendar-access");
        DavReply.Found principal = house.ask("PROPFIND", house.principal(), APPLE_ASKS_THE_PRINCIPAL, "Depth", "0")
                .only();
        assertThat(principal.hrefs(caldav("calendar-home-set"))).containsExactly(house.home());
        assertThat(principal.hrefs(caldav("calendar-user-address-set")))
                .contains("urn:uuid:" + house.house().hotel());
        assertThat(principal.text(dav("displayname"))).isEqualTo("Harbour House");
        assertThat(principal.hrefs(dav("principal-URL"))).containsExactly(house.principal());
        assertThat(principal.status(caldav("schedule-inbox-URL"))).isEqualTo(404);
        assertThat(principal.status(calendarserver("notification-URL"))).isEqualTo(404);
    }

    @Test
    default void apple_sees_all_calendars_and_where_it_may_write() {
        DavClient house = DavClient.on(server());
        DavReply home = house.ask("PROPFIND", house.home(), APPLE_LISTS_THE_HOME, "Depth", "1");
        assertThat(home.hrefs())
                .containsExactlyInAnyOrder(
                        house.home(), house.calendar("bookings"), house.calendar("cabin"), house.calendar("suite"));
        assertThat(home.of(house.home()).inside(dav("resourcetype"))).containsExactly(dav("collection"));
        for (String name : List.of("bookings", "cabin", "suite")) {
            DavReply.Found calendar = home.of(house.calendar(name));
            assertThat(calendar.inside(dav("resourcetype"))).containsExactly(dav("collection"), caldav("calendar"));
            assertThat(calendar.attributes(caldav("supported-calendar-component-set"), "name"))
                    .containsExactly("VEVENT");
            assertThat(calendar.hrefs(dav("owner"))).containsExactly(house.principal());
            assertThat(calendar.text(dav("sync-token"))).startsWith("urn:roomnight:sync:");
            assertThat(calendar.text(calendarserver("getctag"))).isNotEmpty();
            assertThat(calendar.deepInside(dav("supported-report-set")))
                    .contains(caldav("calendar-multiget"), dav("sync-collection"));
            assertThat(calendar.deepInside(dav("current-user-privilege-set")).contains(dav("write")))
                    .isEqualTo(!name.equals("bookings"));
        }
        assertThat(home.of(house.calendar("cabin")).text(dav("displayname"))).isEqualTo("Cabin");
        assertThat(home.of(house.home()).attributes(caldav("supported-calendar-component-sets"), "name"))
                .hasSize(3);
    }

    @Test
    default void apple_looks_whether_a_calendar_has_changed_by_its_tags() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        DavReply.Found before = house.properties(cabin, calendarserver("getctag"), dav("sync-token"));
        house.house().record(house.house().suite(), "2027-03-10", "2027-03-12");
        DavReply.Found other = house.properties(cabin, calendarserver("getctag"), dav("sync-token"));
        assertThat(other.text(calendarserver("getctag"))).isEqualTo(before.text(calendarserver("getctag")));
        assertThat(other.text(dav("sync-token"))).isEqualTo(before.text(dav("sync-token")));
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        DavReply.Found after = house.properties(cabin, calendarserver("getctag"), dav("sync-token"));
        assertThat(after.text(calendarserver("getctag"))).isNotEqualTo(before.text(calendarserver("getctag")));
        assertThat(after.text(dav("sync-token"))).isNotEqualTo(before.text(dav("sync-token")));
        DavReply listed = house.propfind(cabin, 1, dav("getetag"), dav("getcontenttype"));
        assertThat(listed.hrefs()).hasSize(2);
        assertThat(listed.of(listed.hrefs().getLast()).text(dav("getcontenttype")))
                .isEqualTo("text/calendar; charset=utf-8; component=VEVENT");
    }

    /** DAVx5 4.4: a base address, user name and password. */
    @Test
    default void davx5_finds_the_home_and_what_it_may_do_there() {
        DavClient house = DavClient.on(server());
        DavReply.Found base = house.properties(
                "/dav/",
                dav("resourcetype"),
                dav("displayname"),
                caldav("calendar-description"),
                dav("current-user-privilege-set"),
                caldav("calendar-home-set"),
                dav("current-user-principal"));
        assertThat(base.hrefs(dav("current-user-principal"))).containsExactly(house.principal());
        assertThat(base.status(caldav("calendar-home-set"))).isEqualTo(404);
        DavReply.Found principal = house.properties(
                house.principal(),
                dav("displayname"),
                dav("resourcetype"),
                caldav("calendar-home-set"),
                calendarserver("calendar-proxy-read-for"),
                calendarserver("calendar-proxy-write-for"),
                dav("group-membership"));
        assertThat(principal.inside(dav("resourcetype"))).contains(dav("principal"));
        assertThat(principal.hrefs(caldav("calendar-home-set"))).containsExactly(house.home());
        assertThat(principal.hrefs(dav("group-membership"))).isEmpty();
        DavReply home = house.propfind(
                house.home(),
                1,
                dav("resourcetype"),
                dav("current-user-privilege-set"),
                dav("displayname"),
                dav("owner"),
                caldav("calendar-description"),
                apple("calendar-color"),
                caldav("calendar-timezone"),
                caldav("calendar-timezone-id"),
                caldav("supported-calendar-component-set"),
                calendarserver("source"));
        assertThat(home.of(house.home()).deepInside(dav("current-user-privilege-set")))
                .contains(dav("bind"), dav("unbind"));
        assertThat(home.of(house.calendar("bookings")).deepInside(dav("current-user-privilege-set")))
                .contains(dav("read"))
                .doesNotContain(dav("write"), dav("write-content"), dav("bind"), dav("unbind"));
        assertThat(home.of(house.calendar("suite")).deepInside(dav("current-user-privilege-set")))
                .contains(dav("write-content"), dav("bind"), dav("unbind"));
        assertThat(home.of(house.calendar("suite")).text(caldav("calendar-timezone-id")))
                .isEqualTo("Europe/Lisbon");
    }

    /** Thunderbird 128: takes a calendar with any of four privileges for writable, write-properties among them. */
    @Test
    default void thunderbird_finds_calendars_from_any_address_and_takes_the_bookings_for_read_only() {
        DavClient house = DavClient.on(server());
        for (String start : List.of("/dav/", house.home(), house.calendar("bookings"))) {
            DavReply.Found found = house.properties(
                    start,
                    dav("resourcetype"),
                    dav("owner"),
                    dav("displayname"),
                    dav("current-user-principal"),
                    dav("current-user-privilege-set"),
                    apple("calendar-color"),
                    caldav("calendar-home-set"));
            assertThat(found.hrefs(dav("current-user-principal"))).containsExactly(house.principal());
        }
        DavReply home = house.propfind(
                house.home(),
                1,
                dav("resourcetype"),
                dav("displayname"),
                dav("current-user-privilege-set"),
                apple("calendar-color"));
        List<QName> writing = List.of(dav("write"), dav("write-content"), dav("write-properties"), dav("all"));
        assertThat(home.of(house.calendar("bookings")).deepInside(dav("current-user-privilege-set")))
                .doesNotContainAnyElementsOf(writing);
        assertThat(home.of(house.calendar("cabin")).deepInside(dav("current-user-privilege-set")))
                .containsAnyElementsOf(writing);
    }

    @Test
    default void a_principal_has_one_address_and_is_in_no_group() {
        DavClient house = DavClient.on(server());
        DavReply.Found principal = house.properties(
                house.principal(),
                dav("alternate-URI-set"),
                dav("group-member-set"),
                dav("group-membership"),
                dav("principal-URL"));
        assertThat(principal.statuses().values()).containsOnly(200);
        assertThat(principal.hrefs(dav("principal-URL"))).containsExactly(house.principal());
        for (String empty : List.of("alternate-URI-set", "group-member-set", "group-membership")) {
            assertThat(principal.hrefs(dav(empty))).isEmpty();
        }
        assertThat(house.properties(house.calendar("cabin"), dav("group")).status(dav("group")))
                .isEqualTo(404);
        DavReply taken = house.set(house.calendar("cabin"), dav("owner"), "<href xmlns=\"DAV:\">/</href>");
        assertThat(taken.only().status(dav("owner"))).isEqualTo(403);
        assertThat(taken.text()).contains("D:cannot-modify-protected-property");
    }

    @Test
    default void another_house_is_not_there_and_nobody_is_let_in_without_a_passkey() {
        server().forgiveFailures();
        DavClient house = DavClient.on(server());
        DavClient other = DavClient.on(server());
        for (String path : List.of(other.principal(), other.home(), other.calendar("bookings"), "/dav/nothing")) {
            DavReply reply = house.propfind(path, 0, dav("displayname"));
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.text()).doesNotContain(other.house().hotel());
        }
        assertThat(house.propfind("/dav/principals/", 1, dav("resourcetype")).hrefs())
                .containsExactly("/dav/principals/", house.principal());
        assertThat(house.propfind("/dav/calendars/", 1, dav("resourcetype")).hrefs())
                .containsExactly("/dav/calendars/", house.home());
        DavClient stranger = new DavClient(house.house().withPasskey("pkey_00000000000000000000000000000000"));
        assertThat(stranger.propfind("/dav/", 0, dav("resourcetype")).status()).isEqualTo(401);
    }
}
