package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.calquery.Queries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of which staff change the block by REST: the entry shows what is blocked, and keeps the rest. */
interface ChangedBlockContract {

    TestServer server();

    private DavHouse house() {
        return DavHouse.on(server());
    }

    private static ObjectNode block(DavHouse house) {
        return (ObjectNode) house.house()
                .account()
                .done("GET", house.house().path("/block/list?startDate=2027-01-01&endDate=2050-12-31"), "")
                .get("items")
                .get(0);
    }

    private static JsonNode change(DavHouse house, ObjectNode block) {
        String path = "/block/" + block.get("identifier").stringValue();
        return house.house().account().done("PUT", house.house().path(path), block.toString(), "If-Match", "*");
    }

    private static String entry(DavHouse house, String calendar, String name) {
        var answer = house.get(house.path(calendar, name));
        assertThat(answer.statusCode()).isEqualTo(200);
        return text(answer);
    }

    private static List<Integer> suites(DavHouse house, String... nights) {
        return List.of(nights).stream()
                .map(night -> house.available(house.house().suite(), night))
                .toList();
    }

    private static AnEntry weeklyButOnce() {
        return anEntry("a")
                .nights("20270601", "20270602")
                .also("RRULE:FREQ=WEEKLY;COUNT=4")
                .also("EXDATE;VALUE=DATE:20270608")
                .also("RDATE;VALUE=DATE:20270630")
                .also("X-COLOUR:blue")
                .and(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTAMP:20270110T120000Z",
                        "RECURRENCE-ID;VALUE=DATE:20270615",
                        "DTSTART;VALUE=DATE:20270616",
                        "DTEND;VALUE=DATE:20270618",
                        "SUMMARY:Second coat",
                        "END:VEVENT");
    }

    @Test
    default void a_recurring_block_keeps_its_recurrence_when_only_its_words_are_changed() {
        DavHouse house = house();
        house.put(house.path("suite", "a.ics"), weeklyButOnce().toString());
        ObjectNode block = block(house);
        assertThat(block.get("startDate").stringValue()).isEqualTo("2027-06-01");
        assertThat(block.get("endDate").stringValue()).isEqualTo("2027-07-01");
        assertThat(block.get("stays")).hasSize(4);

        JsonNode changed = change(house, block.put("note", "Painting, again"));

        assertThat(changed.get("stays")).isEqualTo(block.get("stays"));
        assertThat(entry(house, "suite", "a.ics"))
                .contains(
                        "SUMMARY:Painting\\, again",
                        "SUMMARY:Second coat",
                        "RRULE:FREQ=WEEKLY;COUNT=4",
                        "EXDATE;VALUE=DATE:20270608",
                        "RDATE;VALUE=DATE:20270630",
                        "RECURRENCE-ID;VALUE=DATE:20270615",
                        "DTSTART;VALUE=DATE:20270601")
                .doesNotContain("SUMMARY:Painting\r\n");
        assertThat(suites(house, "2027-06-01", "2027-06-08", "2027-06-16", "2027-06-17", "2027-06-22", "2027-06-30"))
                .containsExactly(2, 3, 2, 2, 2, 2);
    }

    @Test
    default void a_block_that_recurs_without_end_takes_a_note_though_no_stay_may_be_as_long() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"),
                anEntry("a").also("RRULE:FREQ=MONTHLY").toString());
        JsonNode changed = change(house, block(house).put("note", "Windows"));
        assertThat(changed.get("stays").size()).isGreaterThan(50);
        assertThat(entry(house, "suite", "a.ics")).contains("SUMMARY:Windows", "RRULE:FREQ=MONTHLY");
        ReportHouse reports = new ReportHouse(server(), house.house());
        String range = Queries.range("20500601T000000Z", "20500701T000000Z");
        assertThat(reports.query("suite", Queries.comp("VEVENT", range), "<D:getetag/>")
                        .hrefs())
                .as("it recurs as long as it did")
                .hasSize(1);
    }

    @Test
    default void a_block_takes_another_name_and_uid_where_staff_have_those_already() {
        DavHouse house = house();
        JsonNode made = house.house()
                .account()
                .done(
                        "POST",
                        house.house().path("/block"),
                        "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-07-01\",\"endDate\":\"2027-07-03\",\"reason\":\"other\"}"
                                .formatted(house.house().suite()));
        String id = made.get("identifier").stringValue();
        String named = house.path("cabin", id + ".ics");
        assertThat(house.put(named, anEntry("cabin").toString()).statusCode()).isEqualTo(201);
        String twin = house.path("cabin", "twin.ics");
        assertThat(house.put(twin, anEntry(id + "@roomnight").toString()).statusCode())
                .isEqualTo(201);

        change(house, ((ObjectNode) made).putNull("guestRoomIdentifier"));

        assertThat(entry(house, "cabin", id + ".ics"))
                .isEqualTo(anEntry("cabin").toString());
        assertThat(entry(house, "cabin", "twin.ics"))
                .isEqualTo(anEntry(id + "@roomnight").toString());
        assertThat(entry(house, "cabin", id + "-2.ics"))
                .contains("UID:" + id + "-2@roomnight", "DTSTART;VALUE=DATE:20270701");
        assertThat(house.available(house.house().cabin(), "2027-07-01")).isZero();
        assertThat(house.available(house.house().cabin(), "2027-06-02")).isZero();
    }

    @Test
    default void a_recurring_block_with_other_dates_is_one_stay_and_its_entry_shows_just_that() {
        DavHouse house = house();
        house.put(house.path("suite", "a.ics"), weeklyButOnce().toString());

        JsonNode changed =
                change(house, block(house).put("startDate", "2027-06-08").put("endDate", "2027-06-11"));

        assertThat(changed.has("stays")).isFalse();
        assertThat(entry(house, "suite", "a.ics"))
                .contains("UID:a", "X-COLOUR:blue", "SUMMARY:Painting", "DTSTART;VALUE=DATE:20270608")
                .contains("DTEND;VALUE=DATE:20270611")
                .doesNotContain("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "Second coat");
        assertThat(suites(house, "2027-06-01", "2027-06-08", "2027-06-10", "2027-06-11", "2027-06-16", "2027-06-30"))
                .containsExactly(3, 2, 2, 3, 3, 3);
        house.put(house.path("suite", "a.ics"), entry(house, "suite", "a.ics"));
        assertThat(suites(house, "2027-06-01", "2027-06-08", "2027-06-10", "2027-06-11"))
                .as("the phone that writes it back changes nothing")
                .containsExactly(3, 2, 2, 3);
        ReportHouse reports = new ReportHouse(server(), house.house());
        String range = Queries.range("20280601T000000Z", "20280701T000000Z");
        assertThat(reports.query("suite", Queries.comp("VEVENT", range), "<D:getetag/>")
                        .hrefs())
                .as("nor does a search of another year find it")
                .isEmpty();
    }

    @Test
    default void a_series_whose_nights_are_one_stay_is_no_series_any_more_when_it_is_moved() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"),
                anEntry("a")
                        .nights("20270601", "20270602")
                        .also("RRULE:FREQ=DAILY;COUNT=5")
                        .toString());
        change(house, block(house).put("endDate", "2027-06-03"));
        assertThat(entry(house, "suite", "a.ics"))
                .contains("DTSTART;VALUE=DATE:20270601", "DTEND;VALUE=DATE:20270603")
                .doesNotContain("RRULE");
        assertThat(suites(house, "2027-06-02", "2027-06-03")).containsExactly(2, 3);
    }

    @Test
    default void an_instance_that_was_left_of_a_cancelled_series_is_not_cancelled_when_it_is_moved() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"),
                weeklyButOnce().also("STATUS:CANCELLED").toString());
        change(house, block(house).put("endDate", "2027-06-20"));
        String moved = entry(house, "suite", "a.ics");
        assertThat(moved).doesNotContain("STATUS:CANCELLED").contains("DTEND;VALUE=DATE:20270620");
        house.put(house.path("suite", "a.ics"), moved);
        assertThat(suites(house, "2027-06-19")).containsExactly(2);
    }

    @Test
    default void the_location_names_the_unit_of_the_block() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"),
                anEntry("a").also("LOCATION:Suite S2\\, at the back").toString());
        change(house, block(house).put("note", "Floor"));
        assertThat(entry(house, "suite", "a.ics")).contains("LOCATION:Suite S2\\, at the back", "SUMMARY:Floor");
        change(house, block(house).put("unit", "S3"));
        assertThat(entry(house, "suite", "a.ics")).contains("LOCATION:S3\r\n").doesNotContain("S2");
        change(house, block(house).putNull("unit"));
        assertThat(entry(house, "suite", "a.ics")).doesNotContain("LOCATION");
        house.put(
                house.path("suite", "b.ics"),
                anEntry("b")
                        .nights("20270501", "20270502")
                        .also("LOCATION:the garden")
                        .toString());
        change(house, block(house).put("reason", "owner-stay"));
        assertThat(entry(house, "suite", "b.ics")).contains("LOCATION:the garden", "SUMMARY:Painting");
    }

    @Test
    default void a_note_that_is_taken_away_leaves_the_reason() {
        DavHouse house = house();
        house.put(house.path("suite", "a.ics"), anEntry("a").toString());
        change(house, block(house).putNull("note").put("reason", "out-of-order"));
        assertThat(entry(house, "suite", "a.ics"))
                .contains("SUMMARY:Out of order")
                .doesNotContain("Painting");
    }

    @Test
    default void a_block_moves_to_another_room_type_without_touching_what_has_its_name_there() {
        DavHouse house = house();
        house.put(house.path("suite", "a.ics"), anEntry("a").also("LOCATION:S2").toString());
        ObjectNode block = block(house);
        change(
                house,
                block.put("guestRoomIdentifier", house.house().cabin().toString())
                        .putNull("unit"));
        assertThat(house.get(house.path("suite", "a.ics")).statusCode()).isEqualTo(404);
        assertThat(entry(house, "cabin", "a.ics")).contains("UID:a").doesNotContain("LOCATION");
        assertThat(suites(house, "2027-06-02")).containsExactly(3);
        assertThat(house.available(house.house().cabin(), "2027-06-02")).isZero();

        String other = anEntry("other").nights("20270101", "20270102").toString();
        String sameUid = anEntry("a").nights("20270103", "20270104").toString();
        house.put(house.path("suite", "a.ics"), other);
        house.put(house.path("suite", "b.ics"), sameUid);
        change(house, block.put("guestRoomIdentifier", house.house().suite().toString()));
        assertThat(entry(house, "suite", "a.ics")).isEqualTo(other);
        assertThat(entry(house, "suite", "b.ics")).isEqualTo(sameUid);
        String name = block.get("identifier").stringValue() + ".ics";
        assertThat(entry(house, "suite", name)).contains("DTSTART;VALUE=DATE:20270601", "SUMMARY:Painting");
        assertThat(house.delete(house.path("suite", name)).statusCode()).isEqualTo(204);
        assertThat(suites(house, "2027-06-02", "2027-01-01", "2027-01-03")).containsExactly(3, 2, 2);
    }

    @Test
    default void a_block_that_becomes_one_of_the_whole_property_is_read_only_until_it_is_none_again() {
        DavHouse house = house();
        house.put(
                house.path("suite", "a.ics"), anEntry("a").also("X-COLOUR:blue").toString());
        UUID suite = house.house().suite();
        ObjectNode block = block(house);
        change(house, block.putNull("guestRoomIdentifier"));
        for (String calendar : List.of("suite", "cabin")) {
            assertThat(entry(house, calendar, "a.ics")).contains("X-COLOUR:blue");
            assertThat(house.delete(house.path(calendar, "a.ics")).statusCode()).isEqualTo(403);
        }
        assertThat(suites(house, "2027-06-02")).containsExactly(0);
        change(house, block.put("guestRoomIdentifier", suite.toString()));
        assertThat(house.get(house.path("cabin", "a.ics")).statusCode()).isEqualTo(404);
        assertThat(house.delete(house.path("suite", "a.ics")).statusCode()).isEqualTo(204);
        assertThat(suites(house, "2027-06-02")).containsExactly(3);
    }

    @Test
    default void a_recurring_block_that_is_deleted_takes_its_entry_with_it() {
        DavHouse house = house();
        house.put(house.path("suite", "a.ics"), weeklyButOnce().toString());
        String path =
                house.house().path("/block/" + block(house).get("identifier").stringValue());
        house.house().account().done("DELETE", path, "", "If-Match", "*");
        assertThat(house.get(house.path("suite", "a.ics")).statusCode()).isEqualTo(404);
        assertThat(suites(house, "2027-06-01", "2027-06-16", "2027-06-22")).containsExactly(3, 3, 3);
    }

    @Test
    default void a_room_type_that_is_made_later_shows_the_blocks_of_the_whole_property() {
        DavHouse house = house();
        House rooms = house.house();
        rooms.account()
                .done(
                        "POST",
                        rooms.path("/block"),
                        "{\"guestRoomIdentifier\":null,\"startDate\":\"2027-06-01\",\"endDate\":\"2027-06-04\"}");
        String loft = UUID.randomUUID().toString();
        rooms.account().done("PUT", rooms.path("/guest-room/" + loft), "{\"name\":\"Loft\",\"quantity\":1}");
        assertThat(house.available(UUID.fromString(loft), "2027-06-01")).isZero();
        ReportHouse reports = new ReportHouse(server(), rooms);
        assertThat(reports.query("loft", Queries.comp("VEVENT"), "<C:calendar-data/>")
                        .values("calendar-data"))
                .singleElement()
                .asString()
                .contains("DTSTART;VALUE=DATE:20270601");
        rooms.account()
                .done("PUT", rooms.path("/guest-room/" + loft), "{\"name\":\"Loft\",\"quantity\":2}", "If-Match", "*");
        assertThat(reports.sync("loft", "", null).responses()).hasSize(1);
    }

    @Test
    default void an_entry_that_is_sent_back_as_it_came_changes_nothing_of_its_block() {
        DavHouse house = house();
        String body =
                "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-06-01\",\"endDate\":\"2027-06-04\",\"reason\":\"owner-stay\"}"
                        .formatted(house.house().suite());
        house.house().account().done("POST", house.house().path("/block"), body);
        ObjectNode before = block(house);
        String path = house.path("suite", before.get("identifier").stringValue() + ".ics");
        house.put(path, house.get(path).body());
        assertThat(block(house)).isEqualTo(before);
    }

    @Test
    default void an_entry_that_gets_another_name_keeps_its_block_and_its_nights() {
        DavHouse house = house();
        House rooms = house.house();
        house.put(house.path("cabin", "a.ics"), anEntry("a").toString());
        ObjectNode before = block(house);
        rooms.record(rooms.cabin(), "2027-06-01", "2027-06-04");
        JsonNode clash = clashes(house);
        var moved = house.send("MOVE", house.path("cabin", "a.ics"), "", "Destination", house.path("cabin", "b.ics"));
        assertThat(moved.statusCode()).isEqualTo(201);
        assertThat(block(house)).isEqualTo(before);
        assertThat(clashes(house)).as("the stay still waits").isEqualTo(clash);
        house.send("MOVE", house.path("cabin", "b.ics"), "", "Destination", house.path("suite", "b.ics"));
        assertThat(block(house).get("identifier")).isEqualTo(before.get("identifier"));
        assertThat(block(house).get("guestRoomIdentifier").stringValue())
                .isEqualTo(rooms.suite().toString());
        assertThat(suites(house, "2027-06-01")).containsExactly(2);
    }

    private static JsonNode clashes(DavHouse house) {
        return house.house().account().done("GET", house.house().path("/double-booking/list"), "");
    }
}
