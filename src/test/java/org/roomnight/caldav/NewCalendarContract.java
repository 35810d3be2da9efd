package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.caldav.DavClient.element;
import static org.roomnight.caldav.DavClient.setting;
import static org.roomnight.davxml.Names.apple;
import static org.roomnight.davxml.Names.caldav;
import static org.roomnight.davxml.Names.dav;

import java.util.List;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.Quotas;
import org.roomnight.calendar.StaffCalendars;

/** MKCALENDAR and MKCOL: calendars that staff make, whole or not at all. */
interface NewCalendarContract {

    TestServer server();

    QName NAME = dav("displayname");
    QName COMPONENTS = caldav("supported-calendar-component-set");

    private static DavReply mkcol(DavClient house, String path, String properties) {
        String body = "<d:mkcol xmlns:d=\"DAV:\">" + setting(properties) + "</d:mkcol>";
        return house.ask("MKCOL", path, body);
    }

    private static String type(String... more) {
        return element(dav("resourcetype"), "<collection xmlns=\"DAV:\"/>" + String.join("", more));
    }

    private static boolean isThere(DavClient house, String path) {
        return house.propfind(path, 0, NAME).status() == 207;
    }

    @Test
    default void a_calendar_is_made_with_its_properties() {
        DavClient house = DavClient.on(server());
        String shifts = house.calendar("Shifts%20&%20more");
        DavReply made = house.mkcalendar(
                shifts,
                element(NAME, "Shifts")
                        + element(apple("calendar-color"), "#FF2968FF")
                        + element(caldav("calendar-description"), "Who works when")
                        + element(caldav("calendar-timezone"), "<![CDATA[" + ProppatchContract.BERLIN + "]]>")
                        + element(COMPONENTS, "<comp name=\"VEVENT\"/>"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(made.http().body()).as("all went well").isEmpty();
        DavReply.Found found = house.properties(
                shifts,
                dav("resourcetype"),
                NAME,
                apple("calendar-color"),
                caldav("calendar-description"),
                caldav("calendar-timezone-id"),
                COMPONENTS,
                dav("current-user-privilege-set"),
                dav("sync-token"));
        assertThat(found.inside(dav("resourcetype"))).containsExactly(dav("collection"), caldav("calendar"));
        assertThat(found.text(NAME)).isEqualTo("Shifts");
        assertThat(found.text(apple("calendar-color"))).isEqualTo("#FF2968FF");
        assertThat(found.text(caldav("calendar-timezone-id"))).isEqualTo("Europe/Berlin");
        assertThat(found.attributes(COMPONENTS, "name")).containsExactly("VEVENT");
        assertThat(found.deepInside(dav("current-user-privilege-set"))).contains(dav("write"), dav("bind"));
        assertThat(house.propfind(house.home(), 1, NAME).hrefs()).contains(shifts);
    }

    @Test
    default void a_calendar_made_without_a_word_takes_events_and_tasks_and_has_its_name_for_title() {
        DavClient house = DavClient.on(server());
        assertThat(house.ask("MKCALENDAR", house.calendar("tasks"), "").status())
                .isEqualTo(201);
        DavReply.Found found = house.properties(house.calendar("tasks"), NAME, COMPONENTS);
        assertThat(found.text(NAME)).isEqualTo("tasks");
        assertThat(found.attributes(COMPONENTS, "name")).containsExactly("VEVENT", "VTODO");
    }

    @Test
    default void extended_mkcol_makes_the_same() {
        DavClient house = DavClient.on(server());
        DavReply made = mkcol(
                house,
                house.calendar("garden"),
                type("<calendar xmlns=\"urn:ietf:params:xml:ns:caldav\"/>") + element(NAME, "Garden"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(house.properties(house.calendar("garden"), NAME).text(NAME)).isEqualTo("Garden");
    }

    @Test
    default void other_collections_are_not_made() {
        DavClient house = DavClient.on(server());
        String folder = house.calendar("folder");
        List<DavReply> replies = List.of(
                house.ask("MKCOL", folder, "<mkcol xmlns=\"DAV:\"/>"),
                mkcol(house, folder, type()),
                mkcol(house, folder, element(NAME, "no type")),
                mkcol(house, folder, type("<addressbook xmlns=\"urn:ietf:params:xml:ns:carddav\"/>")));
        for (DavReply reply : replies) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.precondition()).isEqualTo(dav("valid-resourcetype"));
        }
        assertThat(isThere(house, folder)).isFalse();
        assertThat(house.ask("MKCOL", folder, "x", "Content-Type", "text/plain").status())
                .isEqualTo(415);
        assertThat(isThere(house, folder)).isFalse();
    }

    @Test
    default void mkcol_without_a_body_makes_a_calendar_and_only_where_one_can_be() {
        DavClient house = DavClient.on(server());
        String plain = house.calendar("plain");
        assertThat(house.ask("MKCOL", plain, "").status()).isEqualTo(201);
        DavReply.Found found = house.properties(plain, dav("resourcetype"), NAME, COMPONENTS);
        assertThat(found.inside(dav("resourcetype"))).containsExactly(dav("collection"), caldav("calendar"));
        assertThat(found.text(NAME)).isEqualTo("plain");
        assertThat(found.attributes(COMPONENTS, "name")).containsExactly("VEVENT", "VTODO");
        for (String taken : List.of(plain, house.calendar("cabin"), house.home())) {
            assertThat(house.ask("MKCOL", taken, "").status()).as(taken).isEqualTo(405);
        }
        assertThat(house.ask("MKCOL", house.calendar("none") + "inside/", "").status())
                .isEqualTo(409);
        DavReply nested = house.ask("MKCOL", plain + "inside/", "");
        assertThat(nested.status()).isEqualTo(403);
        assertThat(nested.precondition()).isEqualTo(caldav("calendar-collection-location-ok"));
        DavClient other = DavClient.on(server());
        assertThat(house.ask("MKCOL", other.calendar("mine"), "").status()).isEqualTo(404);
    }

    @Test
    default void X_34_what_is_there_is_not_made_again_and_nothing_is_made_elsewhere() {
        DavClient house = DavClient.on(server());
        house.mkcalendar(house.calendar("own"), "");
        for (String taken : List.of(
                house.calendar("own"),
                house.calendar("bookings"),
                house.calendar("cabin"),
                house.home(),
                house.principal(),
                "/dav/calendars/",
                "/dav/",
                "/")) {
            DavReply reply = house.mkcalendar(taken, "");
            assertThat(reply.status()).as(taken).isEqualTo(403);
            assertThat(reply.precondition()).isEqualTo(dav("resource-must-be-null"));
            DavReply mkcol = house.ask("MKCOL", taken, "");
            assertThat(mkcol.status()).as("RFC 4918 9.3.1").isEqualTo(405);
            assertThat(mkcol.header("Allow")).contains("PROPFIND");
        }
        assertThat(house.mkcalendar(house.calendar("none") + "inside/", "").status())
                .isEqualTo(409);
        DavClient other = DavClient.on(server());
        for (String foreign : List.of(other.calendar("mine"), other.home(), other.calendar("cabin") + "x/")) {
            assertThat(house.mkcalendar(foreign, "").status()).as(foreign).isEqualTo(404);
        }
        for (String outside : List.of("/dav/calendar/", "/dav/x/y/", house.calendar("own") + "inside/")) {
            DavReply reply = house.mkcalendar(outside, "");
            assertThat(reply.status()).as(outside).isEqualTo(403);
            assertThat(reply.precondition()).isEqualTo(caldav("calendar-collection-location-ok"));
        }
    }

    @Test
    default void X_35_a_calendar_that_cannot_be_as_asked_is_not_made() {
        DavClient house = DavClient.on(server());
        String path = house.calendar("new");
        for (String set : List.of(
                "<comp name=\"VJOURNAL\"/>", "<comp name=\"VEVENT\"/><comp name=\"VFREEBUSY\"/>", "", "<comp/>")) {
            DavReply reply = house.mkcalendar(path, element(COMPONENTS, set));
            assertThat(reply.status()).as(set).isEqualTo(403);
            assertThat(reply.precondition()).isEqualTo(caldav("supported-calendar-component"));
        }
        DavReply zone = house.mkcalendar(path, element(caldav("calendar-timezone"), "nonsense"));
        assertThat(zone.status()).isEqualTo(403);
        assertThat(zone.precondition()).isEqualTo(caldav("valid-calendar-data"));
        assertThat(house.ask("MKCALENDAR", path, "<a").status()).isEqualTo(400);
        assertThat(house.ask("MKCALENDAR", path, "<mkcalendar/>").status()).isEqualTo(422);
        assertThat(house.ask("MKCALENDAR", path, "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(isThere(house, path)).isFalse();

        DavReply some = house.mkcalendar(path, element(NAME, "New") + element(dav("getetag"), "x"));
        assertThat(some.status()).isEqualTo(207);
        assertThat(some.only().status(NAME)).isEqualTo(424);
        assertThat(some.only().status(dav("getetag"))).isEqualTo(403);
        DavReply byMkcol = mkcol(
                house, path, type("<calendar xmlns=\"urn:ietf:params:xml:ns:caldav\"/>") + element(dav("owner"), "x"));
        assertThat(byMkcol.status()).isEqualTo(424);
        assertThat(byMkcol.xml().getLocalName()).isEqualTo("mkcol-response");
        assertThat(isThere(house, path)).isFalse();
    }

    @Test
    default void a_new_calendar_of_an_old_name_is_another_one() {
        DavClient house = DavClient.on(server());
        String path = house.calendar("again");
        house.mkcalendar(path, element(NAME, "First"));
        String token = house.properties(path, dav("sync-token")).text(dav("sync-token"));
        var calendar = server().bean(CalendarObjects.class)
                .calendar(house.property(), "again")
                .orElseThrow();
        server().bean(StaffCalendars.class).together(house.property(), () -> {
            server().bean(org.roomnight.calendar.BulkChanges.class).unlink(house.property(), calendar);
            return calendar;
        });
        assertThat(isThere(house, path)).isFalse();
        assertThat(house.mkcalendar(path, "").status()).isEqualTo(201);
        assertThat(house.properties(path, NAME).text(NAME)).isEqualTo("again");
        assertThat(house.properties(path, dav("sync-token")).text(dav("sync-token")))
                .isNotEqualTo(token);
    }

    @Test
    default void there_are_a_hundred_calendars_and_not_one_more() {
        DavClient house = DavClient.on(server());
        StaffCalendars staff = server().bean(StaffCalendars.class);
        staff.together(house.property(), () -> {
            for (int i = 1; i < Quotas.STANDARD.calendars(); i++) {
                staff.create(house.property(), "c" + i, List.of("VEVENT"));
            }
            return 0;
        });
        assertThat(house.mkcalendar(house.calendar("last"), "").status()).isEqualTo(201);
        assertThat(house.mkcalendar(house.calendar("too-many"), "").status()).isEqualTo(507);
        assertThat(house.propfind(house.home(), 1, NAME, dav("sync-token")).hrefs())
                .hasSize(104);
    }

    @Test
    default void a_room_type_that_is_made_later_hides_no_calendar_and_keeps_its_address_when_it_is_renamed() {
        DavClient house = DavClient.on(server());
        String garden = house.calendar("garden");
        house.mkcalendar(garden, "");
        house.write("garden", 2);
        String sync = house.properties(garden, dav("sync-token")).text(dav("sync-token"));
        String path = house.house().path("/guest-room/" + UUID.randomUUID());
        house.house().account().done("PUT", path, "{\"name\":\"Garden\",\"quantity\":1}");
        house.house()
                .account()
                .done(
                        "PUT",
                        house.house().path("/guest-room/" + UUID.randomUUID()),
                        "{\"name\":\"Bookings\",\"quantity\":1}");
        assertThat(house.propfind(house.home(), 1, NAME).hrefs())
                .contains(garden, house.calendar("garden-2"), house.calendar("bookings-2"))
                .doesNotHaveDuplicates();
        assertThat(house.propfind(garden, 1, NAME).hrefs()).hasSize(3);
        assertThat(house.properties(garden, dav("sync-token")).text(dav("sync-token")))
                .isEqualTo(sync);
        assertThat(house.properties(house.calendar("garden-2"), NAME).text(NAME))
                .isEqualTo("Garden");

        house.house().account().done("PUT", path, "{\"name\":\"Orchard\",\"quantity\":1}", "If-Match", "*");
        house.mkcalendar(house.calendar("shed"), "");
        house.house().account().done("PUT", path, "{\"name\":\"Shed\",\"quantity\":1}", "If-Match", "*");
        assertThat(house.properties(house.calendar("garden-2"), NAME).text(NAME))
                .isEqualTo("Shed");
        assertThat(house.mkcalendar(house.calendar("garden-2"), "").status()).isEqualTo(403);
        assertThat(house.ask("MOVE", garden, "", "Destination", house.calendar("garden-2"))
                        .status())
                .isEqualTo(403);
        assertThat(house.propfind(garden, 1, NAME).hrefs()).hasSize(3);
    }
}
