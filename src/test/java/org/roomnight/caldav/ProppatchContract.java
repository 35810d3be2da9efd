package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.caldav.DavClient.element;
import static org.roomnight.caldav.DavClient.removing;
import static org.roomnight.caldav.DavClient.setting;
import static org.roomnight.davxml.Names.apple;
import static org.roomnight.davxml.Names.caldav;
import static org.roomnight.davxml.Names.calendarserver;
import static org.roomnight.davxml.Names.dav;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calendar.DavProperties;
import org.roomnight.davxml.DavBodies;

/** PROPPATCH: who may set what to what, all or nothing. */
interface ProppatchContract {

    TestServer server();

    QName OWN = new QName("urn:example:program", "note");
    QName NAME = dav("displayname");
    QName COLOR = apple("calendar-color");
    QName ZONE = caldav("calendar-timezone");
    QName ZONE_ID = caldav("calendar-timezone-id");

    String BERLIN = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//Client//EN
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:STANDARD
        DTSTART:19961027T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        END:VCALENDAR
        """;

    /** RFC 4918 §14.26 has one; some programs put each property into one of its own. */
    @Test
    default void properties_may_stand_in_a_prop_each() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        DavReply set = house.proppatch(
                cabin,
                "<d:set><d:prop>" + element(NAME, "Hut") + "</d:prop><d:prop>" + element(OWN, "x")
                        + "</d:prop></d:set>");
        assertThat(set.only().statuses().values()).containsExactly(200, 200);
        assertThat(house.properties(cabin, NAME).text(NAME)).isEqualTo("Hut");
        assertThat(house.properties(cabin, OWN).text(OWN)).isEqualTo("x");
        house.proppatch(
                cabin,
                "<d:remove><d:prop>" + DavClient.empty(NAME) + "</d:prop><d:prop>" + DavClient.empty(OWN)
                        + "</d:prop></d:remove>");
        assertThat(house.properties(cabin, OWN).status(OWN)).isEqualTo(404);
        assertThat(house.proppatch(cabin, "<d:set/>").status()).isEqualTo(400);
    }

    @Test
    default void what_a_client_sets_it_finds_again_as_it_was() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        String value = "<e:a xmlns:e=\"urn:example:e\" e:x=\"1 &lt; 2\">über &amp; <e:b/>unter</e:a>";
        DavReply set = house.proppatch(
                cabin,
                "<d:set xml:lang=\"de\"><d:prop>" + element(OWN, value) + "</d:prop></d:set>"
                        + setting(element(NAME, "Hütte am See") + element(COLOR, "#12ab34")));
        assertThat(set.status()).isEqualTo(207);
        assertThat(set.hrefs()).containsExactly(cabin);
        assertThat(set.only().statuses()).containsOnlyKeys(OWN, NAME, COLOR).containsValue(200);
        assertThat(set.only().text(NAME)).as("no values in the answer").isEmpty();
        DavReply.Found found = house.properties(cabin, OWN, NAME, COLOR);
        assertThat(found.text(OWN)).isEqualTo("über & unter");
        assertThat(found.element(OWN).getAttribute("xml:lang")).isEqualTo("de");
        assertThat(found.inside(OWN)).containsExactly(new QName("urn:example:e", "a"));
        assertThat(found.text(NAME)).isEqualTo("Hütte am See");
        assertThat(found.text(COLOR)).isEqualTo("#12ab34");
    }

    @Test
    default void what_is_removed_is_gone_and_a_title_becomes_that_of_the_room_type_again() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        house.proppatch(cabin, setting(element(OWN, "x") + element(NAME, "Hut")));
        DavReply reply = house.proppatch(cabin, removing(OWN) + removing(NAME) + removing(dav("never-was")));
        assertThat(reply.only().statuses().values()).containsOnly(200);
        DavReply.Found found = house.properties(cabin, OWN, NAME);
        assertThat(found.status(OWN)).isEqualTo(404);
        assertThat(found.text(NAME)).isEqualTo("Cabin");
        house.proppatch(cabin, setting(element(OWN, "1")) + removing(OWN) + setting(element(OWN, "2")));
        assertThat(house.properties(cabin, OWN).text(OWN)).as("in their order").isEqualTo("2");
    }

    @Test
    default void one_change_that_is_refused_refuses_all() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        DavReply reply = house.proppatch(
                cabin, setting(element(OWN, "x") + element(dav("getetag"), "y")) + removing(dav("resourcetype")));
        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.only().status(OWN)).isEqualTo(424);
        assertThat(reply.only().status(dav("getetag"))).isEqualTo(403);
        assertThat(reply.only().status(dav("resourcetype"))).isEqualTo(403);
        assertThat(reply.text()).contains("cannot-modify-protected-property");
        assertThat(house.properties(cabin, OWN).status(OWN)).isEqualTo(404);
    }

    @Test
    default void what_the_server_alone_knows_cannot_be_set() {
        DavClient house = DavClient.on(server());
        for (QName name : List.of(
                dav("getcontenttype"),
                dav("sync-token"),
                calendarserver("getctag"),
                dav("owner"),
                dav("acl"),
                dav("current-user-privilege-set"),
                caldav("supported-calendar-component-set"),
                caldav("max-resource-size"))) {
            assertThat(house.set(house.calendar("cabin"), name, "x").only().status(name))
                    .as("%s", name)
                    .isEqualTo(403);
        }
        assertThat(house.set(house.principal(), NAME, "x").only().status(NAME)).isEqualTo(403);
    }

    @Test
    default void X_33_values_that_a_property_cannot_have_are_a_conflict() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        String longest = "x".repeat(255);
        for (String bad : List.of("a&#9;b", "a&#10;b", "a&#x7F;b", "a&#x85;b", "", "  ", "<b>x</b>", longest + "x")) {
            assertThat(house.set(cabin, NAME, bad).only().status(NAME)).as(bad).isEqualTo(409);
        }
        for (String bad : List.of("red", "#12345", "#1234567", "url(#112233)")) {
            assertThat(house.set(cabin, COLOR, bad).only().status(COLOR))
                    .as(bad)
                    .isEqualTo(409);
        }
        assertThat(house.properties(cabin, NAME).text(NAME)).isEqualTo("Cabin");
        for (String good : List.of("&lt;script&gt;alert(1)&lt;/script&gt;", "<![CDATA[<script>&]]>", longest)) {
            assertThat(house.set(cabin, NAME, good).only().status(NAME))
                    .as(good)
                    .isEqualTo(200);
        }
        house.set(cabin, NAME, "<![CDATA[<script>&]]>");
        DavReply found = house.propfind(cabin, 0, NAME);
        assertThat(found.only().text(NAME)).isEqualTo("<script>&");
        assertThat(found.text()).contains("&lt;script").doesNotContain("<script");
    }

    @Test
    default void X_33_what_is_too_large_is_not_kept() {
        DavClient house = DavClient.on(server());
        String cabin = house.calendar("cabin");
        assertThat(house.set(cabin, OWN, "x".repeat(60_000)).only().status(OWN)).isEqualTo(200);
        assertThat(house.set(cabin, OWN, "y".repeat(DavProperties.MAX_LENGTH))
                        .only()
                        .status(OWN))
                .isEqualTo(507);
        assertThat(house.set(cabin, OWN, "y".repeat(DavBodies.MAX_OCTETS)).status())
                .isEqualTo(413);
        assertThat(house.properties(cabin, OWN).text(OWN)).startsWith("xxx").hasSize(60_000);
    }

    @Test
    default void a_resource_keeps_a_hundred_properties_and_not_one_more() {
        DavClient house = DavClient.on(server());
        String most = IntStream.range(0, DavProperties.MAX_OF_RESOURCE)
                .mapToObj(i -> element(new QName("urn:example:program", "p" + i), "x"))
                .collect(Collectors.joining());
        assertThat(house.proppatch(house.home(), setting(most))
                        .only()
                        .statuses()
                        .values())
                .containsOnly(200);
        assertThat(house.set(house.home(), OWN, "x").only().status(OWN)).isEqualTo(507);
        QName first = new QName("urn:example:program", "p0");
        assertThat(house.set(house.home(), first, "y").only().status(first))
                .as("not more")
                .isEqualTo(200);
        assertThat(house.proppatch(house.home(), removing(first) + setting(element(OWN, "x")))
                        .only()
                        .statuses()
                        .values())
                .containsOnly(200);
    }

    @Test
    default void a_zone_is_one_vtimezone_or_the_name_of_one() {
        DavClient house = DavClient.on(server());
        house.mkcalendar(house.calendar("own"), "");
        String own = house.calendar("own");
        String event = BERLIN.replace("END:VCALENDAR", "BEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR");
        String ruleless = BERLIN.replaceAll("(?s)BEGIN:STANDARD.*END:STANDARD\n", "")
                .replaceAll("(?s)BEGIN:DAYLIGHT.*END:DAYLIGHT\n", "");
        for (String bad : List.of("Europe/Berlin", "", BERLIN.replace("END:VTIMEZONE\n", ""), event, ruleless)) {
            DavReply reply = house.set(own, ZONE, bad);
            assertThat(reply.only().status(ZONE)).as(bad).isEqualTo(403);
            assertThat(reply.text()).contains("C:valid-calendar-data");
        }
        DavReply unknown = house.set(own, ZONE_ID, "Mars/Olympus");
        assertThat(unknown.only().status(ZONE_ID)).isEqualTo(403);
        assertThat(unknown.text()).contains("C:valid-timezone");

        assertThat(house.properties(own, ZONE_ID).text(ZONE_ID)).isEqualTo("Europe/Lisbon");
        assertThat(house.set(own, ZONE, BERLIN).only().status(ZONE)).isEqualTo(200);
        assertThat(house.properties(own, ZONE_ID).text(ZONE_ID)).isEqualTo("Europe/Berlin");
        assertThat(house.properties(own, ZONE).text(ZONE)).isEqualTo(BERLIN);
        house.set(own, ZONE_ID, "Asia/Tokyo");
        assertThat(house.properties(own, ZONE_ID).text(ZONE_ID)).isEqualTo("Asia/Tokyo");
        assertThat(house.properties(own, ZONE).text(ZONE))
                .as("the same zone, whichever of the two was set")
                .contains("TZID:Asia/Tokyo\r\n", "TZOFFSETTO:+0900\r\n");
        assertThat(house.set(house.calendar("cabin"), ZONE_ID, "Asia/Tokyo")
                        .only()
                        .status(ZONE_ID))
                .as("nights are those of the property's zone")
                .isEqualTo(403);
        assertThat(house.properties(house.calendar("cabin"), ZONE).text(ZONE))
                .as("so the calendars of rooms have it")
                .contains("TZID:Europe/Lisbon\r\n", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n");
    }

    @Test
    default void a_read_only_calendar_takes_a_color_but_nothing_that_programs_make_up() {
        DavClient house = DavClient.on(server());
        String bookings = house.calendar("bookings");
        assertThat(house.set(bookings, COLOR, "#00FF00FF").only().status(COLOR)).isEqualTo(200);
        assertThat(house.properties(bookings, COLOR).text(COLOR)).isEqualTo("#00FF00FF");
        DavReply refused = house.set(bookings, OWN, "x");
        assertThat(refused.only().status(OWN)).isEqualTo(403);
        assertThat(refused.text()).contains("D:need-privileges");
    }

    @Test
    default void an_entry_of_staff_takes_properties_and_a_room_stay_does_not() {
        DavClient house = DavClient.on(server());
        house.write("cabin", 1);
        String entry = house.calendar("cabin") + "entry-0.ics";
        assertThat(house.set(entry, OWN, "x").only().status(OWN)).isEqualTo(200);
        assertThat(house.properties(entry, OWN).text(OWN)).isEqualTo("x");
        house.house().record(house.house().suite(), "2027-03-10", "2027-03-12");
        for (String calendar : List.of("suite", "bookings")) {
            String stay =
                    house.propfind(house.calendar(calendar), 1, NAME).hrefs().getLast();
            DavReply reply = house.set(stay, OWN, "x");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.precondition()).isEqualTo(dav("need-privileges"));
        }
    }

    @Test
    default void an_entry_takes_its_properties_along_and_leaves_those_of_what_it_overwrites() {
        DavClient house = DavClient.on(server());
        house.write("cabin", 1);
        house.write("suite", 1);
        house.mkcalendar(house.calendar("own"), "");
        String first = house.calendar("cabin") + "entry-0.ics";
        String second = house.calendar("suite") + "entry-0.ics";
        QName other = new QName("urn:example:program", "other");
        house.proppatch(
                first, setting(element(OWN, "a <b xmlns=\"urn:example:e\">deep</b> one") + element(NAME, "First")));
        house.set(second, other, "of what was there");
        assertThat(house.ask("MOVE", first, "", "Destination", second).status()).isEqualTo(204);
        DavReply.Found moved = house.properties(second, OWN, NAME, other);
        assertThat(moved.text(OWN)).isEqualTo("a deep one");
        assertThat(moved.inside(OWN)).containsExactly(new QName("urn:example:e", "b"));
        assertThat(moved.text(NAME)).isEqualTo("First");
        assertThat(moved.status(other)).isEqualTo(404);

        String copy = house.calendar("own") + "copy.ics";
        assertThat(house.ask("COPY", second, "", "Destination", copy).status()).isEqualTo(201);
        house.set(second, OWN, "changed later");
        assertThat(house.properties(copy, OWN).text(OWN)).isEqualTo("a deep one");
        assertThat(house.properties(second, OWN).text(OWN)).isEqualTo("changed later");
    }

    @Test
    default void a_calendar_takes_its_properties_and_those_of_its_entries_along() {
        DavClient house = DavClient.on(server());
        String plan = house.calendar("plan");
        house.mkcalendar(plan, element(NAME, "Our plan") + element(COLOR, "#123456FF") + element(OWN, "mine"));
        house.write("plan", 1);
        house.set(plan + "entry-0.ics", OWN, "inside");
        String copy = house.calendar("copy");
        String shallow = house.calendar("shallow");
        String moved = house.calendar("moved");
        assertThat(house.ask("COPY", plan, "", "Destination", copy).status()).isEqualTo(201);
        assertThat(house.ask("COPY", plan, "", "Destination", shallow, "Depth", "0")
                        .status())
                .isEqualTo(201);
        assertThat(house.ask("MOVE", plan, "", "Destination", moved).status()).isEqualTo(201);
        for (String there : List.of(copy, shallow, moved)) {
            DavReply.Found found = house.properties(there, NAME, COLOR, OWN);
            assertThat(found.text(NAME)).as(there).isEqualTo("Our plan");
            assertThat(found.text(COLOR)).as(there).isEqualTo("#123456FF");
            assertThat(found.text(OWN)).as(there).isEqualTo("mine");
        }
        assertThat(house.properties(copy + "entry-0.ics", OWN).text(OWN)).isEqualTo("inside");
        assertThat(house.properties(moved + "entry-0.ics", OWN).text(OWN)).isEqualTo("inside");
        assertThat(house.propfind(shallow, 1, OWN).hrefs()).containsExactly(shallow);
        assertThat(house.propfind(plan, 0, OWN).status()).isEqualTo(404);
    }

    @Test
    default void principal_and_home_take_properties_and_what_only_leads_there_does_not() {
        DavClient house = DavClient.on(server());
        for (String path : List.of(house.principal(), house.home())) {
            house.set(path, OWN, path);
            assertThat(house.properties(path, OWN).text(OWN)).isEqualTo(path);
        }
        house.set(house.home(), NAME, "Our calendars");
        assertThat(house.properties(house.home(), NAME).text(NAME)).isEqualTo("Our calendars");
        for (String path : List.of("/", "/dav/", "/dav/principals/", "/dav/calendars/")) {
            DavReply reply = house.set(path, OWN, "x");
            assertThat(reply.status()).as(path).isEqualTo(405);
            assertThat(reply.header("Allow")).contains("PROPFIND").doesNotContain("PROPPATCH");
        }
        DavClient other = DavClient.on(server());
        for (String path : List.of(other.principal(), other.home(), other.calendar("cabin"), house.calendar("x"))) {
            assertThat(house.set(path, OWN, "x").status()).as(path).isEqualTo(404);
        }
    }

    @Test
    default void who_prefers_a_minimal_answer_gets_none_when_all_is_well() {
        DavClient house = DavClient.on(server());
        DavReply good = house.proppatch(house.home(), setting(element(OWN, "x")), "Prefer", "return=minimal");
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.http().body()).isEmpty();
        assertThat(good.header("Preference-Applied")).isEqualTo("return=minimal");
        DavReply bad = house.proppatch(house.home(), setting(element(dav("owner"), "x")), "Prefer", "return=minimal");
        assertThat(bad.status()).isEqualTo(207);
        assertThat(bad.only().status(dav("owner"))).isEqualTo(403);
    }

    @Test
    default void a_change_is_seen_at_once_by_who_asked_before() {
        DavClient house = DavClient.on(server());
        QName tag = calendarserver("getctag");
        String before = house.properties(house.calendar("cabin"), tag).text(tag);
        house.set(house.calendar("cabin"), COLOR, "#010203");
        assertThat(house.properties(house.calendar("cabin"), tag).text(tag)).isNotEqualTo(before);
        assertThat(house.properties(house.calendar("cabin"), COLOR).text(COLOR)).isEqualTo("#010203");
    }

    @Test
    default void bodies_that_are_no_update_are_refused() {
        DavClient house = DavClient.on(server());
        String home = house.home();
        assertThat(house.ask("PROPPATCH", home, "").status()).isEqualTo(400);
        assertThat(house.ask("PROPPATCH", home, "<a").status()).isEqualTo(400);
        assertThat(house.proppatch(home, "").status()).isEqualTo(400);
        assertThat(house.ask("PROPPATCH", home, "<propfind xmlns=\"DAV:\"/>").status())
                .isEqualTo(422);
        assertThat(house.proppatch(home, setting(element(OWN, "x")), "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }
}
