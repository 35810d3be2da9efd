package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;
import static org.roomnight.davxml.Names.apple;
import static org.roomnight.davxml.Names.dav;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calendar.Quotas;
import org.roomnight.calendar.StaffCalendars;

/** COPY and MOVE (RFC 4918 §9.8, §9.9) of whole calendars, and what both refuse. */
interface TransferContract {

    QName NAME = dav("displayname");
    QName COLOR = apple("calendar-color");
    QName NOTE = new QName("urn:example:program", "note");

    TestServer server();

    private HttpResponse<byte[]> transfer(DavHouse house, String method, String from, String to, String... more) {
        return house.send(
                method,
                from,
                "",
                Stream.concat(Stream.of("Destination", to), Stream.of(more)).toArray(String[]::new));
    }

    /** A calendar of staff with one entry, both with properties of clients. */
    private DavClient withCalendar(DavHouse house) {
        DavClient client = new DavClient(house.house());
        client.mkcalendar(
                client.calendar("own"), DavClient.element(NAME, "Shifts") + DavClient.element(COLOR, "#112233FF"));
        house.put(house.path("own", "a.ics"), anEntry("a").toString());
        client.set(house.path("own", "a.ics"), NOTE, "ask Kim");
        return client;
    }

    private static void assertWhole(DavHouse house, DavClient client, String calendar) {
        DavReply.Found found = client.properties(client.calendar(calendar), NAME, COLOR);
        assertThat(found.text(NAME)).isEqualTo("Shifts");
        assertThat(found.text(COLOR)).isEqualTo("#112233FF");
        String entry = house.path(calendar, "a.ics");
        assertThat(text(house.get(entry))).isEqualTo(anEntry("a").toString());
        assertThat(client.properties(entry, NOTE).text(NOTE)).isEqualTo("ask Kim");
    }

    @Test
    default void a_calendar_is_copied_with_its_entries_and_all_that_clients_set() {
        DavHouse house = DavHouse.on(server());
        DavClient client = withCalendar(house);
        String own = client.calendar("own");
        assertThat(transfer(house, "COPY", own, client.calendar("all")).statusCode())
                .isEqualTo(201);
        assertWhole(house, client, "all");
        assertWhole(house, client, "own");
        assertThat(transfer(house, "COPY", own, client.calendar("alone"), "Depth", "0")
                        .statusCode())
                .isEqualTo(201);
        assertThat(client.properties(client.calendar("alone"), NAME).text(NAME)).isEqualTo("Shifts");
        assertThat(client.propfind(client.calendar("alone"), 1, NAME).hrefs()).hasSize(1);
        assertThat(transfer(house, "COPY", own, client.calendar("x"), "Depth", "1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(transfer(house, "COPY", own, client.calendar("alone"), "Overwrite", "F")
                        .statusCode())
                .isEqualTo(412);
        assertThat(transfer(house, "COPY", own, client.calendar("alone")).statusCode())
                .isEqualTo(204);
        assertWhole(house, client, "alone");
    }

    @Test
    default void a_calendar_moves_with_its_entries_and_all_that_clients_set() {
        DavHouse house = DavHouse.on(server());
        DavClient client = withCalendar(house);
        String own = client.calendar("own");
        for (String depth : List.of("0", "1")) {
            assertThat(transfer(house, "MOVE", own, client.calendar("new"), "Depth", depth)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(transfer(house, "MOVE", own, client.calendar("new")).statusCode())
                .isEqualTo(201);
        assertWhole(house, client, "new");
        assertThat(client.propfind(own, 0, NAME).status()).isEqualTo(404);
    }

    @Test
    default void an_entry_moves_and_is_copied_with_what_clients_set_on_it() {
        DavHouse house = DavHouse.on(server());
        DavClient client = withCalendar(house);
        String copy = house.path("suite", "copy.ics");
        transfer(house, "COPY", house.path("own", "a.ics"), copy);
        assertThat(client.properties(copy, NOTE).text(NOTE)).isEqualTo("ask Kim");
        String moved = house.path("suite", "moved.ics");
        assertThat(transfer(house, "MOVE", copy, moved).statusCode()).isEqualTo(201);
        assertThat(client.properties(moved, NOTE).text(NOTE)).isEqualTo("ask Kim");
    }

    @Test
    default void X_41_a_calendar_is_not_copied_into_a_calendar_nor_over_one_of_the_account() {
        DavHouse house = DavHouse.on(server());
        DavClient client = withCalendar(house);
        for (String method : List.of("COPY", "MOVE")) {
            var inside = transfer(house, method, client.calendar("own"), house.path("suite", "inside"));
            assertThat(inside.statusCode()).isEqualTo(403);
            assertThat(text(inside)).contains("<C:calendar-collection-location-ok>");
            assertThat(transfer(house, method, client.calendar("own"), client.calendar("suite"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(transfer(house, method, client.calendar("suite"), client.calendar("free"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(transfer(house, method, client.calendar("own"), client.home())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertWhole(house, client, "own");
    }

    @Test
    default void X_39_a_copy_needs_a_destination_here_and_elsewhere_than_it_is() {
        DavHouse house = DavHouse.on(server());
        String a = house.path("suite", "a.ics");
        house.put(a, anEntry("a").toString());
        assertThat(house.send("COPY", a, "").statusCode()).isEqualTo(400);
        assertThat(transfer(house, "COPY", a, "not an address").statusCode()).isEqualTo(400);
        assertThat(transfer(house, "COPY", a, "https://elsewhere.example" + a).statusCode())
                .isEqualTo(502);
        assertThat(transfer(house, "COPY", a, a).statusCode()).isEqualTo(403);
        assertThat(transfer(house, "COPY", a, house.path("nowhere", "a.ics")).statusCode())
                .isEqualTo(409);
        DavHouse other = DavHouse.on(server());
        assertThat(transfer(house, "COPY", a, other.path("suite", "a.ics")).statusCode())
                .isEqualTo(403);
        assertThat(other.get(other.path("suite", "a.ics")).statusCode()).isEqualTo(404);
    }

    /** A proxy in front may put a Host header of its own; clients write the address that they were given. */
    @Test
    default void whole_addresses_are_those_that_clients_were_given_or_asked() {
        DavHouse house = DavHouse.on(server());
        String a = house.path("suite", "a.ics");
        String b = house.path("cabin", "b.ics");
        house.put(a, anEntry("a").toString());
        assertThat(transfer(house, "COPY", a, TestServer.PUBLIC_URL + b).statusCode())
                .isEqualTo(201);
        assertThat(transfer(house, "COPY", a, server().uri(b).toString()).statusCode())
                .isEqualTo(204);
        String tagged = "<%s> (Not [\"x\"])".formatted(TestServer.PUBLIC_URL + b);
        assertThat(house.delete(a, "If", tagged).statusCode()).isEqualTo(204);
    }

    /** The preconditions of RFC 4791 §5.3.2.1 count for COPY and MOVE as for PUT, and what was there stays. */
    @Test
    default void what_a_calendar_does_not_take_is_not_copied_over_what_it_has() {
        DavHouse house = DavHouse.on(server());
        DavClient client = withCalendar(house);
        String there = house.path("suite", "there.ics");
        house.put(there, anEntry("task").toString());
        String task = house.path("own", "task.ics");
        String todo = anEntry("task").as("VTODO").without("DTEND").toString();
        assertThat(house.put(task, todo).statusCode()).isEqualTo(201);
        for (String method : List.of("COPY", "MOVE")) {
            var refused = transfer(house, method, task, there);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(text(refused)).contains("<C:supported-calendar-component>");
        }
        var twin = transfer(house, "COPY", house.path("own", "a.ics"), house.path("own", "twin.ics"));
        assertThat(text(twin)).contains("<C:no-uid-conflict>");
        assertThat(twin.statusCode()).isEqualTo(403);
        assertThat(text(house.get(there))).isEqualTo(anEntry("task").toString());
        assertThat(text(house.get(task))).isEqualTo(todo);
        assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(2);
        assertWhole(house, client, "own");
    }

    /** The names of the stays of the house, without {@code .ics}. */
    private static String stay(DavHouse house) {
        return new DavClient(house.house())
                .propfind(house.path("bookings", ""), 1, NAME).hrefs().stream()
                        .filter(href -> href.endsWith(".ics"))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst(".*/", "")
                        .replace(".ics", "");
    }

    /** RFC 4791 §5.3.2.1: a stay counts as much as an entry of staff. */
    @Test
    default void a_stay_is_not_copied_into_the_calendar_that_it_is_in() {
        DavHouse house = DavHouse.on(server());
        house.house().record(house.house().suite(), "2027-06-02", "2027-06-05");
        String stay = stay(house);
        String bookings = house.path("bookings", stay + ".ics");
        var twin = transfer(house, "COPY", bookings, house.path("suite", "mine.ics"));
        assertThat(twin.statusCode()).isEqualTo(403);
        assertThat(text(twin)).contains("<C:no-uid-conflict>").contains(house.path("suite", stay + ".ics"));
        var written = house.put(
                house.path("suite", "mine.ics"), anEntry(stay + "@roomnight").toString());
        assertThat(written.statusCode()).isEqualTo(403);
        assertThat(text(written)).contains("<C:no-uid-conflict>");
        assertThat(house.get(house.path("suite", "mine.ics")).statusCode()).isEqualTo(404);
    }

    /** Programs move by PUT there and DELETE here; the PUT would be a block with the guest's name. */
    @Test
    default void a_stay_is_not_put_into_the_calendar_of_another_room() {
        DavHouse house = DavHouse.on(server());
        DavClient client = withCalendar(house);
        house.house().record(house.house().suite(), "2027-06-02", "2027-06-05");
        String stay = stay(house);
        String cabin = house.path("cabin", "mine.ics");
        for (String from : List.of("bookings", "suite")) {
            for (String method : List.of("COPY", "MOVE")) {
                var answer = transfer(house, method, house.path(from, stay + ".ics"), cabin);
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(text(answer)).contains("need-privileges");
            }
        }
        for (String uid : List.of(stay + "@roomnight", stay.toUpperCase(Locale.ROOT) + "@ROOMNIGHT")) {
            var written = house.put(cabin, anEntry(uid).toString());
            assertThat(written.statusCode()).isEqualTo(403);
            assertThat(text(written)).contains("need-privileges").contains("Change it where it was made");
        }
        assertThat(house.get(cabin).statusCode()).isEqualTo(404);
        assertThat(house.available(house.house().cabin(), "2027-06-03")).isOne();
        assertThat(house.put(
                                client.calendar("own") + "mine.ics",
                                anEntry(stay + "@roomnight").toString())
                        .statusCode())
                .as("nothing is blocked there")
                .isEqualTo(201);
        assertThat(transfer(house, "MOVE", client.calendar("own") + "mine.ics", cabin)
                        .statusCode())
                .isEqualTo(403);
    }

    /** The stay may move into that room type, and then two would have one address. */
    @Test
    default void no_entry_in_the_calendar_of_a_room_type_has_the_name_of_a_stay() {
        DavHouse house = DavHouse.on(server());
        withCalendar(house);
        UUID booking = house.house().record(house.house().suite(), "2027-06-02", "2027-06-05");
        String name = stay(house) + ".ics";
        String own = house.path("own", "a.ics");
        String cabin = house.path("cabin", name);
        for (String method : List.of("COPY", "MOVE")) {
            assertThat(transfer(house, method, own, cabin).statusCode()).isEqualTo(403);
        }
        assertThat(transfer(house, "COPY", house.path("bookings", name), cabin).statusCode())
                .isEqualTo(403);
        var written = house.put(cabin, anEntry("mine").toString());
        assertThat(written.statusCode()).isEqualTo(403);
        assertThat(text(written)).contains("Choose another name");
        assertThat(house.get(own).statusCode()).as("what did not move").isEqualTo(200);
        assertThat(house.put(house.path("own", name), anEntry("mine").toString())
                        .statusCode())
                .as("no stay comes into a calendar that staff made")
                .isEqualTo(201);
        house.house().cancel(booking);
        assertThat(house.get(cabin).statusCode()).isEqualTo(404);
    }

    @Test
    default void copies_are_not_made_past_the_hundred_calendars() {
        DavHouse house = DavHouse.on(server());
        DavClient client = withCalendar(house);
        StaffCalendars staff = server().bean(StaffCalendars.class);
        staff.together(client.property(), () -> {
            for (int i = 1; i < Quotas.STANDARD.calendars(); i++) {
                staff.create(client.property(), "c" + i, List.of("VEVENT"));
            }
            return 0;
        });
        assertThat(transfer(house, "COPY", client.calendar("own"), client.calendar("new"))
                        .statusCode())
                .isEqualTo(507);
        assertThat(transfer(house, "COPY", client.calendar("own"), client.calendar("c1"))
                        .statusCode())
                .as("not more than before")
                .isEqualTo(204);
        assertThat(transfer(house, "MOVE", client.calendar("own"), client.calendar("new"))
                        .statusCode())
                .isEqualTo(201);
    }
}
