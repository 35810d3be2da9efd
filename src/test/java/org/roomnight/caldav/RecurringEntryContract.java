package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Account;
import org.roomnight.TestServer.House;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.calquery.Queries;
import org.roomnight.entry.RecurringEntries;
import org.roomnight.kernel.PropertyId;
import org.roomnight.oauth.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recurring entries as the years go by. The server is the test's own, for its clock is moved. */
interface RecurringEntryContract {

    TestServer server();

    /** Another node of the same database, or the same one. */
    TestServer otherNode();

    private DavHouse house() {
        return DavHouse.on(server());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(server().clock().instant(), ZoneOffset.UTC);
    }

    private void daysPass(int days) {
        server().clock().tick(Duration.ofDays(days));
    }

    private void carryOn() {
        server().bean(RecurringEntries.class).carryOn();
    }

    /** Tokens end within the hour, passkeys do not. */
    private static DavHouse withNewToken(DavHouse house) {
        House old = house.house();
        TestServer server = old.account().server();
        Account account = new Account(
                server, old.account().id(), server.token(old.account().id(), Scope.all()));
        return new DavHouse(new House(account, old.id(), old.hotel(), old.passkey(), old.cabin(), old.suite()));
    }

    private static int suites(DavHouse house, LocalDate night) {
        return withNewToken(house).available(house.house().suite(), night.toString());
    }

    private static List<JsonNode> items(DavHouse house, String path) {
        House now = withNewToken(house).house();
        return now.account()
                .done("GET", now.path(path), "")
                .get("items")
                .valueStream()
                .toList();
    }

    private static JsonNode block(DavHouse house) {
        return items(house, "/block/list?startDate=2027-01-01&endDate=2050-01-01")
                .getFirst();
    }

    private static AnEntry weekly(String uid, LocalDate first) {
        return anEntry(uid).nights(basic(first), basic(first.plusDays(1))).also("RRULE:FREQ=WEEKLY");
    }

    private static String basic(LocalDate date) {
        return date.toString().replace("-", "");
    }

    private static LocalDate week(LocalDate first, int number) {
        return first.plusWeeks(number);
    }

    @Test
    default void nights_that_come_inside_the_horizon_are_taken_and_there_is_nothing_to_sync() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        String path = house.path("suite", "a.ics");
        house.put(path, weekly("a", first).toString());
        var before = house.get(path);
        ReportHouse reports = new ReportHouse(server(), house.house());
        String token = reports.sync("suite", "", null).syncToken();
        LocalDate last = week(first, 260);
        assertThat(List.of(suites(house, last), suites(house, last.plusWeeks(1))))
                .as("five years are taken")
                .containsExactly(2, 3);

        daysPass(800);
        assertThat(suites(house, last.plusWeeks(1)))
                .as("time alone takes nothing")
                .isEqualTo(3);
        carryOn();

        for (int number : List.of(0, 1, 100, 261, 260 + 114)) {
            assertThat(suites(house, week(first, number))).as("week %d", number).isEqualTo(2);
        }
        assertThat(suites(house, week(first, 260 + 115)))
                .as("five years from now")
                .isEqualTo(3);
        assertThat(suites(house, week(first, 261).plusDays(1))).isEqualTo(3);
        ReportReply sync = reports.sync("suite", token, null);
        assertThat(sync.responses()).isEmpty();
        assertThat(sync.syncToken()).isEqualTo(token);
        var after = house.get(path);
        assertThat(text(after)).isEqualTo(text(before));
        assertThat(header(after, "ETag")).isEqualTo(header(before, "ETag"));
        assertThat(block(house).get("endDate").stringValue())
                .isEqualTo(week(first, 260 + 114).plusDays(1).toString());
    }

    @Test
    default void occurrences_that_are_elsewhere_and_what_was_assumed_stay_as_time_goes_on() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        LocalDate second = week(first, 1);
        String entry = weekly("a", first)
                .also("LOCATION:S1")
                .and(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTAMP:20270110T120000Z",
                        "RECURRENCE-ID;VALUE=DATE:" + basic(second),
                        "DTSTART;VALUE=DATE:" + basic(second),
                        "DTEND;VALUE=DATE:" + basic(second.plusDays(1)),
                        "LOCATION:S2",
                        "END:VEVENT")
                .toString();
        house.put(house.path("suite", "a.ics"), entry.replace("PRODID", "METHOD:PUBLISH\r\nPRODID"));
        daysPass(5);
        carryOn();
        carryOn();
        JsonNode block = block(house);
        assertThat(block.get("version").intValue()).as("taken once").isEqualTo(2);
        assertThat(block.get("assumptions")).hasSize(1);
        assertThat(Stream.of(0, 1, 2, 261)
                        .map(number ->
                                block.get("stays").get(number).get("unit").stringValue())
                        .toList())
                .containsExactly("S1", "S2", "S1", "S1");
    }

    @Test
    default void where_there_is_nothing_further_to_take_nothing_is_written() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        house.put(
                house.path("suite", "a.ics"),
                weekly("a", first).with("RRULE:FREQ=WEEKLY;COUNT=3").toString());
        daysPass(7);
        carryOn();
        assertThat(block(house).get("version").intValue()).isEqualTo(1);
        house.put(house.path("suite", "a.ics"), weekly("a", first).toString());
        daysPass(7);
        carryOn();
        int version = block(house).get("version").intValue();
        carryOn();
        assertThat(block(house).get("version").intValue()).isEqualTo(version).isEqualTo(3);
    }

    @Test
    default void a_clash_is_a_double_booking_also_where_the_property_refuses_blocks_over_stays() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        house.put(house.path("cabin", "a.ics"), weekly("a", first).toString());
        House now = house.house();
        now.account()
                .done(
                        "PATCH",
                        now.path("/property"),
                        "{\"blocksOverStays\":\"refuse\"}",
                        "If-Match",
                        "*",
                        "Content-Type",
                        "application/merge-patch+json");
        LocalDate sold = week(first, 261);
        now.record(now.cabin(), sold.toString(), sold.plusDays(2).toString());
        daysPass(30);
        carryOn();
        List<JsonNode> clashes = items(house, "/double-booking/list");
        assertThat(clashes).hasSize(1);
        assertThat(clashes.getFirst().get("startDate").stringValue()).isEqualTo(sold.toString());
        assertThat(withNewToken(house).available(now.cabin(), week(first, 262).toString()))
                .as("the weeks after it are taken all the same")
                .isZero();
    }

    @Test
    default void an_entry_that_began_beyond_the_horizon_becomes_a_block_when_it_is_near() {
        DavHouse house = house();
        LocalDate first = today().plusYears(5).plusDays(10);
        String path = house.path("suite", "a.ics");
        String tag =
                header(house.put(path, weekly("a", first).also("LOCATION:S2").toString()), "ETag");
        assertThat(items(house, "/block/list?startDate=2027-01-01&endDate=2050-01-01"))
                .isEmpty();
        daysPass(30);
        carryOn();
        assertThat(suites(house, first)).isEqualTo(2);
        assertThat(block(house).get("unit").stringValue()).isEqualTo("S2");
        assertThat(header(house.get(path), "ETag")).isEqualTo(tag);
        house.delete(path);
        assertThat(suites(house, first)).as("the entry is the block's").isEqualTo(3);
    }

    @Test
    default void free_busy_hears_of_what_was_taken() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        House now = house.house();
        now.account().done("DELETE", now.path("/guest-room/" + now.suite()), "", "If-Match", "*");
        house.put(house.path("cabin", "a.ics"), weekly("a", first).toString());
        ReportHouse reports = new ReportHouse(server(), now);
        LocalDate beyond = week(first, 262);
        String question = "<C:free-busy-query xmlns:C='urn:ietf:params:xml:ns:caldav'>%s</C:free-busy-query>"
                .formatted(Queries.range(basic(beyond) + "T000000Z", basic(beyond.plusDays(2)) + "T000000Z"));
        assertThat(reports.report(house.home(), question).text()).doesNotContain("FBTYPE");
        daysPass(30);
        carryOn();
        assertThat(reports.report(house.home(), question).text()).contains("FBTYPE=BUSY:" + basic(beyond));
    }

    @Test
    default void an_entry_that_cannot_be_read_is_no_reason_to_leave_out_the_others() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        house.put(house.path("suite", "b.ics"), weekly("b", first).toString());
        PropertyId property = new PropertyId(UUID.fromString(house.house().hotel()));
        var suite =
                server().bean(CalendarObjects.class).calendar(property, "suite").orElseThrow();
        for (String name : List.of("a.ics", "c.ics")) {
            server().bean(StaffCalendars.class)
                    .put(
                            property,
                            suite.key(),
                            CalendarObject.ofStaff(
                                    name,
                                    name,
                                    "VEVENT",
                                    first,
                                    CalendarObject.FOR_EVER,
                                    UUID.randomUUID(),
                                    new byte[] {'B', 'E'}));
        }
        daysPass(30);
        carryOn();
        assertThat(suites(house, week(first, 262))).isEqualTo(2);
    }

    @Test
    default void a_calendar_that_staff_made_and_a_block_that_was_moved_elsewhere_take_no_nights_as_time_goes_on() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        house.send("MKCALENDAR", house.home() + "team/", "");
        house.put(house.path("team", "t.ics"), weekly("t", first).toString());
        house.put(house.path("suite", "a.ics"), weekly("a", first).toString());
        House now = house.house();
        now.account()
                .done(
                        "PUT",
                        now.path("/block/" + block(house).get("identifier").stringValue()),
                        "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\"}"
                                .formatted(now.suite(), first, first.plusDays(2)),
                        "If-Match",
                        "*");
        daysPass(60);
        carryOn();
        assertThat(Stream.of(0, 1, 262, 265)
                        .map(number -> suites(house, week(first, number)))
                        .toList())
                .containsExactly(2, 3, 3, 3);
    }

    @Test
    default void two_nodes_may_carry_on_at_the_same_time() {
        List<DavHouse> houses = Stream.generate(this::house).limit(4).toList();
        LocalDate first = today().plusDays(3);
        houses.forEach(house ->
                house.put(house.path("suite", "a.ics"), weekly("a", first).toString()));
        daysPass(30);
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> otherNode().bean(RecurringEntries.class).carryOn());
        carryOn();
        other.join();
        for (DavHouse house : houses) {
            assertThat(suites(house, week(first, 262))).isEqualTo(2);
            assertThat(block(house).get("version").intValue()).as("taken once").isEqualTo(2);
        }
    }

    @Test
    default void a_recurring_block_that_was_given_the_whole_house_is_carried_on_as_one_block() {
        DavHouse house = house();
        LocalDate first = today().plusDays(3);
        house.put(house.path("suite", "a.ics"), weekly("a", first).toString());
        ObjectNode whole = (ObjectNode) block(house);
        whole.putNull("guestRoomIdentifier").putNull("unit");
        House now = house.house();
        now.account()
                .done(
                        "PUT",
                        now.path("/block/" + whole.get("identifier").stringValue()),
                        whole.toString(),
                        "If-Match",
                        "*");
        daysPass(30);
        carryOn();
        carryOn();
        String list = "/block/list?startDate=2027-01-01&endDate=2090-12-31";
        assertThat(withNewToken(house)
                        .house()
                        .account()
                        .done("GET", now.path(list), "")
                        .get("items"))
                .hasSize(1);
        assertThat(suites(house, week(first, 261))).isZero();
        assertThat(withNewToken(house).available(now.cabin(), week(first, 261).toString()))
                .isZero();
    }

    @Test
    default void an_event_of_centuries_that_recurs_is_read_at_once() {
        DavHouse house = house();
        AnEntry entry = anEntry("a").nights("19000101", "21991231").also("RRULE:FREQ=DAILY;COUNT=900");
        assertThat(house.put(house.path("suite", "a.ics"), entry.toString()).statusCode())
                .isEqualTo(201);
        assertThat(suites(house, today().plusDays(1))).isEqualTo(2);
    }
}
