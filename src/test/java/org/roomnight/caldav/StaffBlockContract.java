package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calquery.Queries;
import tools.jackson.databind.JsonNode;

/** An entry in a room type's calendar is a block, and a block is such an entry. */
interface StaffBlockContract {

    TestServer server();

    private DavHouse house() {
        return DavHouse.on(server());
    }

    private static int suites(DavHouse house, String night) {
        return house.available(house.house().suite(), night);
    }

    private static JsonNode blocks(DavHouse house) {
        return house.house()
                .account()
                .done("GET", house.house().path("/block/list?startDate=2027-01-01&endDate=2028-12-31"), "")
                .get("items");
    }

    private static JsonNode doubleBookings(DavHouse house) {
        return house.house()
                .account()
                .done("GET", house.house().path("/double-booking/list"), "")
                .get("items");
    }

    @Test
    default void an_entry_blocks_one_unit_for_its_nights_also_when_it_is_marked_as_free() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        house.put(path, anEntry("a").also("TRANSP:TRANSPARENT").toString());
        assertThat(List.of(suites(house, "2027-05-31"), suites(house, "2027-06-01"), suites(house, "2027-06-03")))
                .containsExactly(3, 2, 2);
        assertThat(suites(house, "2027-06-04")).isEqualTo(3);
        house.put(path, anEntry("a").nights("20270603", "20270605").toString());
        assertThat(List.of(suites(house, "2027-06-01"), suites(house, "2027-06-03"), suites(house, "2027-06-04")))
                .containsExactly(3, 2, 2);
        house.delete(path);
        assertThat(suites(house, "2027-06-03")).isEqualTo(3);
        assertThat(blocks(house)).isEmpty();
    }

    @Test
    default void a_block_of_the_phone_is_in_the_list_at_once_and_the_other_way_round() {
        DavHouse house = house();
        house.put(house.path("suite", "a.ics"), anEntry("a").toString());
        JsonNode listed = blocks(house).get(0);
        assertThat(listed.get("startDate").stringValue()).isEqualTo("2027-06-01");
        assertThat(listed.get("endDate").stringValue()).isEqualTo("2027-06-04");
        assertThat(listed.get("note").stringValue()).isEqualTo("Painting");

        JsonNode made = house.house()
                .account()
                .done(
                        "POST",
                        house.house().path("/block"),
                        "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-07-01\",\"endDate\":\"2027-07-03\",\"reason\":\"out-of-order\",\"note\":\"New boiler\"}"
                                .formatted(house.house().suite()));
        String path = house.path("suite", made.get("identifier").stringValue() + ".ics");
        assertThat(text(house.get(path)))
                .contains("DTSTART;VALUE=DATE:20270701", "DTEND;VALUE=DATE:20270703", "SUMMARY:New boiler");
        house.put(path, text(house.get(path)).replace("20270703", "20270705"));
        assertThat(suites(house, "2027-07-04")).isEqualTo(2);
        house.delete(path);
        assertThat(suites(house, "2027-07-01")).isEqualTo(3);
        assertThat(blocks(house)).hasSize(1);
    }

    @Test
    default void a_change_by_rest_moves_the_entry_and_leaves_the_rest_of_it_alone() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        String tag = header(house.put(path, anEntry("a").also("X-COLOUR:blue").toString()), "ETag");
        JsonNode block = blocks(house).get(0);
        house.house()
                .account()
                .done(
                        "PUT",
                        house.house().path("/block/" + block.get("identifier").stringValue()),
                        "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-06-02\",\"endDate\":\"2027-06-04\",\"reason\":\"other\",\"note\":\"Painting\"}"
                                .formatted(house.house().suite()),
                        "If-Match",
                        "*");
        var entry = house.get(path);
        assertThat(text(entry))
                .contains("X-COLOUR:blue", "UID:a", "DTSTART;VALUE=DATE:20270602", "SUMMARY:Painting")
                .doesNotContain("20270601");
        assertThat(header(entry, "ETag")).isNotEqualTo(tag);
        house.house()
                .account()
                .done(
                        "DELETE",
                        house.house().path("/block/" + block.get("identifier").stringValue()),
                        "",
                        "If-Match",
                        "*");
        assertThat(house.get(path).statusCode()).isEqualTo(404);
        assertThat(suites(house, "2027-06-02")).isEqualTo(3);
    }

    @Test
    default void a_block_of_the_whole_property_is_shown_everywhere_and_changed_where_it_was_made() {
        DavHouse house = house();
        JsonNode made = house.house()
                .account()
                .done(
                        "POST",
                        house.house().path("/block"),
                        "{\"guestRoomIdentifier\":null,\"startDate\":\"2027-07-01\",\"endDate\":\"2027-07-03\",\"reason\":\"owner-stay\"}");
        String name = made.get("identifier").stringValue() + ".ics";
        assertThat(suites(house, "2027-07-01")).isZero();
        for (String calendar : List.of("cabin", "suite")) {
            assertThat(text(house.get(house.path(calendar, name)))).contains("SUMMARY:Owner stay");
            assertThat(house.delete(house.path(calendar, name)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    default void c_41_a_timed_entry_takes_the_nights_of_the_midnights_it_lasts_over() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"),
                anEntry("a")
                        .with("DTSTART;TZID=Europe/Lisbon:20270610T150000")
                        .with("DTEND;TZID=Europe/Lisbon:20270612T110000")
                        .toString());
        assertThat(List.of(suites(house, "2027-06-10"), suites(house, "2027-06-11"), suites(house, "2027-06-12")))
                .containsExactly(2, 2, 3);
        var meeting = house.put(
                house.path("suite", "b.ics"),
                anEntry("b")
                        .with("DTSTART:20270610T090000Z")
                        .with("DTEND:20270610T100000Z")
                        .toString());
        assertThat(meeting.statusCode()).as("kept, and blocks nothing").isEqualTo(201);
        assertThat(suites(house, "2027-06-10")).isEqualTo(2);
    }

    @Test
    default void c_42_a_cancelled_entry_gives_its_nights_back() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        house.put(path, anEntry("a").toString());
        house.put(path, anEntry("a").also("STATUS:CANCELLED").toString());
        assertThat(suites(house, "2027-06-02")).isEqualTo(3);
        assertThat(house.get(path).statusCode()).isEqualTo(200);
        house.put(path, anEntry("a").also("STATUS:CONFIRMED").toString());
        assertThat(suites(house, "2027-06-02")).isEqualTo(2);
    }

    @Test
    default void a_recurring_entry_blocks_each_occurrence_but_for_the_exceptions() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"),
                anEntry("a")
                        .nights("20270601", "20270602")
                        .also("RRULE:FREQ=WEEKLY;COUNT=4")
                        .also("EXDATE;VALUE=DATE:20270608")
                        .and(
                                "BEGIN:VEVENT",
                                "UID:a",
                                "DTSTAMP:20270110T120000Z",
                                "RECURRENCE-ID;VALUE=DATE:20270615",
                                "DTSTART;VALUE=DATE:20270616",
                                "DTEND;VALUE=DATE:20270618",
                                "END:VEVENT")
                        .toString());
        for (String night : List.of("2027-06-01", "2027-06-16", "2027-06-17", "2027-06-22")) {
            assertThat(suites(house, night)).as(night).isEqualTo(2);
        }
        for (String night : List.of("2027-06-08", "2027-06-15", "2027-06-29")) {
            assertThat(suites(house, night)).as(night).isEqualTo(3);
        }
    }

    @Test
    default void a_location_picks_the_unit() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"),
                anEntry("a").also("LOCATION:Suite S2").toString());
        assertThat(blocks(house).get(0).get("unit").stringValue()).isEqualTo("S2");
        house.put(house.path("suite", "b.ics"), anEntry("b").also("LOCATION:s2").toString());
        assertThat(doubleBookings(house)).as("that very unit is taken").hasSize(1);
        assertThat(suites(house, "2027-06-02")).isEqualTo(2);
    }

    @Test
    default void a_block_over_a_stay_is_kept_and_becomes_a_double_booking() {
        DavHouse house = house();
        house.house().record(house.house().cabin(), "2027-06-02", "2027-06-05");
        var stored = house.put(house.path("cabin", "a.ics"), anEntry("a").toString());
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(doubleBookings(house)).hasSize(1);
        assertThat(house.available(house.house().cabin(), "2027-06-01")).isZero();
    }

    @Test
    default void a_property_may_refuse_blocks_over_stays() {
        DavHouse house = house();
        house.house()
                .account()
                .done(
                        "PATCH",
                        house.house().path("/property"),
                        "{\"blocksOverStays\":\"refuse\"}",
                        "If-Match",
                        "*",
                        "Content-Type",
                        "application/merge-patch+json");
        house.house().record(house.house().cabin(), "2027-06-02", "2027-06-05");
        var refused = house.put(house.path("cabin", "a.ics"), anEntry("a").toString());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused)).contains("<R:nights-taken>").contains("2027-06-02");
        assertThat(house.get(house.path("cabin", "a.ics")).statusCode()).isEqualTo(404);
        assertThat(house.available(house.house().cabin(), "2027-06-01")).isOne();
    }

    @Test
    default void a_block_of_several_years_takes_all_its_nights() {
        DavHouse house = house();
        house.put(
                house.path("cabin", "a.ics"),
                anEntry("a").nights("20270601", "20310601").toString());
        for (String night : List.of("2027-06-01", "2029-06-01", "2031-05-31")) {
            assertThat(house.available(house.house().cabin(), night)).as(night).isZero();
        }
        assertThat(house.available(house.house().cabin(), "2031-06-01")).isOne();
    }

    @Test
    default void what_staff_wrote_for_a_removed_room_type_does_not_come_back_with_another_of_its_identifier() {
        DavHouse house = house();
        ReportHouse reports = new ReportHouse(server(), house.house());
        String path = house.path("suite", "a.ics");
        house.put(path, anEntry("a").also("STATUS:CANCELLED").toString());
        DavClient client = new DavClient(house.house());
        QName note = new QName("urn:example:program", "note");
        client.set(path, note, "ask Kim");
        String token = reports.sync("suite", "", null).syncToken();
        String suite = house.house().path("/guest-room/" + house.house().suite());
        house.house().account().done("DELETE", suite, "", "If-Match", "*");
        house.house().account().done("PUT", suite, "{\"name\":\"Suite\",\"quantity\":3}");

        assertThat(house.get(path).statusCode()).isEqualTo(404);
        assertThat(reports.sync("suite", token, null).responses())
                .as("a client that knew it hears that it is gone")
                .containsEntry(path, 404);
        assertThat(reports.query("suite", Queries.comp("VEVENT", ""), "<D:getetag/>")
                        .hrefs())
                .isEmpty();
        assertThat(house.put(path, anEntry("a").toString()).statusCode()).isEqualTo(201);
        assertThat(client.properties(path, note).status(note)).isEqualTo(404);
    }

    @Test
    default void the_calendar_of_a_removed_room_type_is_gone_at_once() {
        DavHouse house = house();
        assertThat(text(house.send("PROPFIND", house.home(), "", "Depth", "1"))).contains("/suite/");
        house.house()
                .account()
                .done(
                        "DELETE",
                        house.house().path("/guest-room/" + house.house().suite()),
                        "",
                        "If-Match",
                        "*");
        assertThat(text(house.send("PROPFIND", house.home(), "", "Depth", "1")))
                .contains("/cabin/")
                .doesNotContain("/suite/");
    }
}
