package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** Entries that staff write, one by one. */
interface EntryContract {

    DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    TestServer server();

    private DavHouse house() {
        return DavHouse.on(server());
    }

    @Test
    default void an_entry_is_kept_octet_for_octet() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        AnEntry entry = anEntry("a")
                .also("X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC")
                .also("DESCRIPTION:folded as the\r\n  program likes");
        var stored = house.put(path, entry.toString());
        assertThat(stored.statusCode()).isEqualTo(201);
        var read = house.get(path);
        assertThat(text(read)).isEqualTo(entry.toString());
        assertThat(header(read, "ETag")).isNotEmpty().isEqualTo(header(stored, "ETag"));
        assertThat(header(read, "Content-Type")).isEqualTo("text/calendar; charset=utf-8; component=VEVENT");
        assertThat(house.get(path, "If-None-Match", header(read, "ETag")).statusCode())
                .isEqualTo(304);
        var head = house.send("HEAD", path, "");
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(read.body().length));
    }

    @Test
    default void what_was_stored_is_sent_back_where_that_is_preferred() {
        DavHouse house = house();
        var stored =
                house.put(house.path("suite", "a.ics"), anEntry("a").toString(), "Prefer", "return=representation");
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(text(stored)).isEqualTo(anEntry("a").toString());
        assertThat(header(stored, "Preference-Applied")).isEqualTo("return=representation");
        assertThat(header(stored, "ETag")).isNotEmpty();
    }

    @Test
    default void c_09_an_entry_without_dtstamp_is_given_one_and_its_entity_tag_is_not_told() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        AnEntry entry = anEntry("a").without("DTSTAMP").also("DESCRIPTION:kept\\, as it is");
        var stored = house.put(path, entry.toString());
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(header(stored, "ETag")).isEmpty();
        assertThat(text(house.get(path)))
                .isEqualTo(entry.also("DTSTAMP:" + UTC.format(server().clock().instant()))
                        .toString());
        assertThat(house.available(house.house().suite(), "2027-06-01")).isEqualTo(2);
    }

    @Test
    default void c_36_c_37_conditions_hold_or_nothing_happens() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        String entry = anEntry("a").toString();
        assertThat(house.put(path, entry, "If-Match", "\"0\"").statusCode()).isEqualTo(412);
        assertThat(house.put(path, entry, "If-Match", "*").statusCode()).isEqualTo(412);
        String tag = header(house.put(path, entry, "If-None-Match", "*"), "ETag");
        assertThat(house.put(path, entry, "If-None-Match", "*").statusCode()).isEqualTo(412);
        String changed = anEntry("a").with("SUMMARY:Other").toString();
        assertThat(house.put(path, changed, "If-Match", "W/" + tag).statusCode())
                .isEqualTo(412);
        assertThat(house.delete(path, "If-Match", "\"0\"").statusCode()).isEqualTo(412);
        assertThat(text(house.get(path))).isEqualTo(entry);
        var done = house.put(path, changed, "If-Match", "\"x\", " + tag);
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(house.delete(path, "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(house.delete(path, "If-Match", header(done, "ETag")).statusCode())
                .isEqualTo(204);
        assertThat(house.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    default void c_37_an_if_match_on_nothing_is_refused() {
        DavHouse house = house();
        assertThat(house.delete(house.path("suite", "none.ics"), "If-Match", "*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.put(house.path("suite", "none.ics"), anEntry("n").toString(), "If-Match", "*")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    default void c_38_an_entry_needs_its_calendar() {
        DavHouse house = house();
        DavHouse other = house();
        String entry = anEntry("a").toString();
        assertThat(house.put(house.path("nowhere", "a.ics"), entry).statusCode())
                .isEqualTo(409);
        assertThat(house.put(other.path("suite", "a.ics"), entry).statusCode()).isEqualTo(404);
        assertThat(house.put(other.path("nowhere", "a.ics"), entry).statusCode())
                .isEqualTo(404);
        assertThat(other.get(other.path("suite", "a.ics")).statusCode()).isEqualTo(404);
    }

    @Test
    default void c_40_a_booking_cannot_be_changed_or_deleted() {
        DavHouse house = house();
        house.house().record(house.house().cabin(), "2027-06-01", "2027-06-04");
        String name = stayName(house);
        for (String calendar : List.of("cabin", "bookings")) {
            String path = house.path(calendar, name);
            String before = text(house.get(path));
            assertThat(before).contains("SUMMARY:Robin Sample");
            for (var answer : List.of(
                    house.delete(path),
                    house.put(path, before.replace("20270604", "20270605")),
                    house.send("MOVE", path, "", "Destination", house.path("suite", "x.ics")))) {
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(text(answer)).contains(needed(path, "write-content"));
            }
            assertThat(text(house.get(path))).isEqualTo(before);
        }
        var added = house.put(house.path("bookings", "a.ics"), anEntry("a").toString());
        assertThat(added.statusCode()).isEqualTo(403);
        assertThat(text(added)).contains(needed(house.home() + "bookings/", "bind"));
        assertThat(house.available(house.house().cabin(), "2027-06-02")).isZero();
    }

    /** RFC 3744 §7.1.1: which privilege is missing, and where. */
    private static String needed(String path, String privilege) {
        return "<D:need-privileges><D:resource><D:href>%s</D:href><D:privilege><D:%s/></D:privilege></D:resource>"
                .formatted(path, privilege);
    }

    private static String stayName(DavHouse house) {
        String uid = text(house.house().feed())
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
        return uid.substring(4, uid.indexOf('@')) + ".ics";
    }

    @Test
    default void c_44_a_sequence_that_goes_back_is_no_reason_to_refuse() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        house.put(path, anEntry("a").also("SEQUENCE:5").toString());
        var back = house.put(
                path,
                anEntry("a")
                        .also("SEQUENCE:1")
                        .also("LAST-MODIFIED:20990101T000000Z")
                        .toString());
        assertThat(back.statusCode()).isEqualTo(204);
    }

    @Test
    default void x_38_an_if_header_is_read_in_one_pass() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        String entry = anEntry("a").toString();
        String tag = header(house.put(path, entry), "ETag");
        assertThat(house.put(path, entry, "If", "([" + tag + "])").statusCode()).isEqualTo(204);
        assertThat(house.put(path, entry, "If", "(Not <urn:x>)").statusCode()).isEqualTo(204);
        assertThat(house.put(path, entry, "If", "([\"other\"])").statusCode()).isEqualTo(412);
        assertThat(house.put(path, entry, "If", "(<urn:uuid:lock>)").statusCode())
                .isEqualTo(412);
        for (String bad :
                List.of("(", "()", "([" + tag + "]", "(Not Not <a>)", "(Not)", "x", "<a>", "(<a>)".repeat(2_500))) {
            assertThat(house.put(path, entry, "If", bad).statusCode()).as(bad).isEqualTo(400);
        }
    }

    @Test
    default void x_42_what_belongs_to_the_account_is_not_deleted() {
        DavHouse house = house();
        Map<String, String> parents = Map.of(
                "/dav/",
                "/",
                "/dav/calendars/",
                "/dav/",
                house.home(),
                "/dav/calendars/",
                house.home() + "suite/",
                house.home(),
                house.home() + "bookings/",
                house.home());
        parents.forEach((path, parent) -> {
            var refused = house.delete(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(text(refused)).as(path).contains(needed(parent, "unbind"));
        });
        assertThat(house.delete(house.home() + "suite/", "Depth", "0").statusCode())
                .isEqualTo(400);
    }

    @Test
    default void x_43_a_collection_takes_no_put() {
        DavHouse house = house();
        var answer = house.put(house.home() + "suite/", anEntry("a").toString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).contains("PROPFIND").doesNotContain("PUT");
    }

    @Test
    default void x_37_methods_that_are_not_here_are_named_by_nobody() {
        DavHouse house = house();
        for (String method : List.of("LOCK", "UNLOCK", "ACL")) {
            var answer = house.send(method, house.home(), "");
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(header(answer, "Allow")).doesNotContain(method);
        }
        assertThat(header(house.send("OPTIONS", house.home(), ""), "DAV"))
                .contains("calendar-access")
                .doesNotContain("2")
                .doesNotContain("access-control");
    }

    @Test
    default void x_39_x_41_an_entry_moves_and_is_copied_with_its_nights() {
        DavHouse house = house();
        String a = house.path("suite", "a.ics");
        String b = house.path("cabin", "b.ics");
        house.put(a, anEntry("a").toString());
        assertThat(house.send("MOVE", a, "").statusCode()).isEqualTo(400);
        assertThat(house.send("MOVE", a, "", "Destination", "not an address").statusCode())
                .isEqualTo(400);
        assertThat(house.send("MOVE", a, "", "Destination", "https://elsewhere.example" + b)
                        .statusCode())
                .isEqualTo(502);
        assertThat(house.send("MOVE", a, "", "Destination", a).statusCode()).isEqualTo(403);
        assertThat(house.send("MOVE", a, "", "Destination", house.path("nowhere", "b.ics"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(house.send("MOVE", a, "", "Destination", b).statusCode()).isEqualTo(201);
        assertThat(house.get(a).statusCode()).isEqualTo(404);
        assertThat(text(house.get(b))).isEqualTo(anEntry("a").toString());
        assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(3);
        assertThat(house.available(house.house().cabin(), "2027-06-02")).isZero();
        assertThat(house.send("COPY", b, "", "Destination", a).statusCode()).isEqualTo(201);
        assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(2);
    }

    @Test
    default void x_41_overwrite_f_spares_what_is_there() {
        DavHouse house = house();
        String a = house.path("suite", "a.ics");
        String b = house.path("cabin", "b.ics");
        house.put(a, anEntry("a").toString());
        house.put(b, anEntry("a").nights("20270610", "20270612").toString());
        assertThat(house.send("COPY", a, "", "Destination", b, "Overwrite", "F").statusCode())
                .isEqualTo(412);
        assertThat(house.send("COPY", a, "", "Destination", b, "Overwrite", "T").statusCode())
                .isEqualTo(204);
        assertThat(house.available(house.house().cabin(), "2027-06-11")).isOne();
        assertThat(house.available(house.house().cabin(), "2027-06-02")).isZero();
    }

    /** RFC 4791 §5.3.2.1, no-uid-conflict: an entry that another one goes over would be lost. */
    @Test
    default void another_entry_is_never_copied_or_moved_over_one() {
        DavHouse house = house();
        String a = house.path("suite", "a.ics");
        house.put(a, anEntry("a").toString());
        for (String there : List.of(house.path("suite", "b.ics"), house.path("cabin", "c.ics"))) {
            String stored =
                    anEntry("uid of " + there).nights("20270610", "20270612").toString();
            assertThat(house.put(there, stored).statusCode()).isEqualTo(201);
            for (String method : List.of("COPY", "MOVE")) {
                var refused = house.send(method, a, "", "Destination", there, "Overwrite", "T");
                assertThat(refused.statusCode()).as(method + there).isEqualTo(403);
                assertThat(text(refused)).contains("<C:no-uid-conflict><D:href>" + there + "</D:href>");
                assertThat(text(house.get(a))).isEqualTo(anEntry("a").toString());
                assertThat(text(house.get(there))).isEqualTo(stored);
            }
        }
        assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(2);
        assertThat(house.available(house.house().cabin(), "2027-06-11")).isZero();
    }

    @Test
    default void f_06_h_22_another_propertys_passkey_opens_nothing() {
        server().forgiveFailures();
        DavHouse house = house();
        DavHouse other = house();
        house.put(house.path("suite", "a.ics"), anEntry("a").toString());
        assertThat(other.get(house.path("suite", "a.ics")).statusCode()).isEqualTo(404);
        assertThat(other.delete(house.path("suite", "a.ics")).statusCode()).isEqualTo(404);
        DavHouse mixed = new DavHouse(other.house().withPasskey(house.house().passkey()));
        var refused = mixed.get(mixed.home());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "WWW-Authenticate")).isEqualTo("Basic realm=\"Roomnight\", charset=\"UTF-8\"");
        assertThat(house.get(house.path("suite", "a.ics")).statusCode()).isEqualTo(200);
    }

    @Test
    default void a_uid_stands_once_in_a_calendar_and_an_entry_keeps_its_own() {
        DavHouse house = house();
        assertThat(house.put(house.path("suite", "a.ics"), anEntry("a").toString())
                        .statusCode())
                .isEqualTo(201);
        var twin = house.put(house.path("suite", "b.ics"), anEntry("a").toString());
        assertThat(twin.statusCode()).isEqualTo(403);
        String conflict = "<C:no-uid-conflict><D:href>%s</D:href>".formatted(house.path("suite", "a.ics"));
        assertThat(text(twin)).contains(conflict);
        var other = house.put(house.path("suite", "a.ics"), anEntry("other").toString());
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(text(other)).contains(conflict);
        assertThat(house.put(house.path("cabin", "a.ics"), anEntry("a").toString())
                        .statusCode())
                .isEqualTo(201);
    }
}
