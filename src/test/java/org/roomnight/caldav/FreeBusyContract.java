package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calquery.Queries;

/** CALDAV:free-busy-query over HTTP (RFC 4791 §7.10). */
interface FreeBusyContract {

    TestServer server();

    private static String body(String range) {
        return "<C:free-busy-query xmlns:C='urn:ietf:params:xml:ns:caldav'>" + range + "</C:free-busy-query>";
    }

    private static List<String> busy(ReportHouse house, String path) {
        var reply = house.report(path, body(Queries.range("20270301T000000Z", "20270401T000000Z")), "Depth", "1");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(header(reply.response(), "Content-Type")).isEqualTo("text/calendar; charset=utf-8");
        List<String> lines = reply.text().replace("\r\n ", "").lines().toList();
        assertThat(lines)
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains("BEGIN:VFREEBUSY", "DTSTART:20270301T000000Z", "DTEND:20270401T000000Z");
        return lines.stream().filter(line -> line.startsWith("FREEBUSY")).toList();
    }

    private static void event(ReportHouse house, String name, String... lines) {
        house.write("team", ReportHouse.entry(name, "VEVENT", "2027-03-05", "2027-03-06", lines));
    }

    @Test
    default void stays_are_busy_and_touching_times_become_one() {
        ReportHouse house = ReportHouse.on(server());
        assertThat(busy(house, house.calendar("cabin"))).isEmpty();
        house.house().record(house.house().cabin(), "2027-02-26", "2027-03-02");
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        house.house().record(house.house().cabin(), "2027-03-12", "2027-03-14");
        assertThat(busy(house, house.calendar("cabin")))
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270301T000000Z/20270302T000000Z,"
                        + "20270310T000000Z/20270314T000000Z");
    }

    @Test
    default void free_and_cancelled_events_are_left_out_and_tentative_ones_told_apart() {
        ReportHouse house = ReportHouse.on(server());
        house.staff().create(house.property(), "team", List.of("VEVENT"));
        event(house, "a.ics", "UID:a", "DTSTART:20270305T100000Z", "DTEND:20270305T110000Z");
        event(house, "b.ics", "UID:b", "DTSTART:20270305T120000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT");
        event(house, "c.ics", "UID:c", "DTSTART:20270305T120000Z", "DURATION:PT1H", "STATUS:CANCELLED");
        event(house, "d.ics", "UID:d", "DTSTART:20270305T140000Z", "DURATION:PT1H", "STATUS:TENTATIVE");
        event(house, "e.ics", "UID:e", "DTSTART:20270305T160000Z");
        assertThat(busy(house, house.calendar("team")))
                .containsExactly(
                        "FREEBUSY;FBTYPE=BUSY:20270305T100000Z/20270305T110000Z",
                        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270305T140000Z/20270305T150000Z");
    }

    private static List<String> busy(ReportHouse house, String start, String end) {
        String range = "<C:time-range%s%s/>"
                .formatted(
                        start.isEmpty() ? "" : " start='%s'".formatted(start),
                        end.isEmpty() ? "" : " end='%s'".formatted(end));
        var reply = house.report(house.home(), body(range), "Depth", "1");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.text()
                .replace("\r\n ", "")
                .lines()
                .filter(line -> line.startsWith("FREEBUSY"))
                .toList();
    }

    private static void block(ReportHouse house, String start, String end) {
        String body = "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\"}"
                .formatted(house.house().suite(), start, end);
        house.house().account().done("POST", house.house().path("/block"), body);
    }

    @Test
    default void a_home_is_busy_when_the_house_is_full_and_not_before() {
        ReportHouse house = ReportHouse.on(server());
        house.staff().create(house.property(), "team", List.of("VEVENT"));
        event(house, "a.ics", "UID:a", "DTSTART:20270305T100000Z", "DTEND:20270305T110000Z");
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        house.house().record(house.house().suite(), "2027-03-10", "2027-03-14");
        house.house().record(house.house().suite(), "2027-03-09", "2027-03-15");
        assertThat(busy(house, house.home())).isEmpty();
        block(house, "2027-03-11", "2027-03-16");
        assertThat(busy(house, house.home())).containsExactly("FREEBUSY;FBTYPE=BUSY:20270311T000000Z/20270314T000000Z");
        UUID twice = house.house().record(house.house().cabin(), "2027-03-15", "2027-03-16");
        house.house().record(house.house().cabin(), "2027-03-15", "2027-03-16");
        assertThat(busy(house, house.home()))
                .as("a double booking takes no unit")
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270311T000000Z/20270314T000000Z");
        house.house().cancel(twice);
        String whole = "{\"guestRoomIdentifier\":null,\"startDate\":\"2027-03-20\",\"endDate\":\"2027-03-21\"}";
        house.house().account().done("POST", house.house().path("/block"), whole);
        assertThat(busy(house, house.home()))
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270311T000000Z/20270314T000000Z,"
                        + "20270320T000000Z/20270321T000000Z");
    }

    @Test
    default void the_nights_of_a_home_are_those_of_its_zone_and_are_cut_where_the_question_ends() {
        ReportHouse house = ReportHouse.on(server());
        house.house()
                .account()
                .done(
                        "PATCH",
                        house.house().path("/property"),
                        "{\"timeZone\":\"America/New_York\"}",
                        "If-Match",
                        "*",
                        "Content-Type",
                        "application/merge-patch+json");
        String whole = "{\"guestRoomIdentifier\":null,\"startDate\":\"%s\",\"endDate\":\"%s\"}";
        house.house().account().done("POST", house.house().path("/block"), whole.formatted("2027-03-13", "2027-03-15"));
        assertThat(busy(house, "20270301T000000Z", "20270401T000000Z"))
                .as("clocks are put forward on the 14th")
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270313T050000Z/20270315T040000Z");
        assertThat(busy(house, "20270315T030000Z", "20270315T050000Z"))
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270315T030000Z/20270315T040000Z");
        assertThat(busy(house, "20270313T010000Z", "20270313T060000Z"))
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270313T050000Z/20270313T060000Z");
        assertThat(busy(house, "20270315T040000Z", "20270316T000000Z")).isEmpty();
    }

    @Test
    default void a_home_without_an_end_is_asked_at_the_cost_of_what_is_taken() {
        ReportHouse house = ReportHouse.on(server());
        String whole = "{\"guestRoomIdentifier\":null,\"startDate\":\"%s\",\"endDate\":\"%s\"}";
        for (String year : List.of("2027", "2099")) {
            house.house()
                    .account()
                    .done("POST", house.house().path("/block"), whole.formatted(year + "-07-01", year + "-07-02"));
        }
        String first = "20270630T230000Z/20270701T230000Z";
        String last = "20990630T230000Z/20990701T230000Z";
        assertThat(busy(house, "20270101T000000Z", "")).containsExactly("FREEBUSY;FBTYPE=BUSY:" + first + "," + last);
        assertThat(busy(house, "", "20280101T000000Z")).containsExactly("FREEBUSY;FBTYPE=BUSY:" + first);
    }

    @Test
    default void a_house_without_units_is_never_busy() {
        ReportHouse house = ReportHouse.on(server());
        for (UUID type : List.of(house.house().cabin(), house.house().suite())) {
            house.house().account().done("DELETE", house.house().path("/guest-room/" + type), "", "If-Match", "*");
        }
        assertThat(busy(house, "20270101T000000Z", "")).isEmpty();
    }

    @Test
    default void a_block_is_busy_whatever_it_says() {
        ReportHouse house = ReportHouse.on(server());
        String[] lines = Queries.component(
                "VEVENT",
                "UID:b",
                "DTSTART;VALUE=DATE:20270311",
                "DTEND;VALUE=DATE:20270315",
                "TRANSP:TRANSPARENT",
                "STATUS:TENTATIVE");
        house.write("suite", ReportHouse.blockEntry("b.ics", UUID.randomUUID(), "2027-03-11", "2027-03-15", lines));
        assertThat(busy(house, house.calendar("suite")))
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270311T000000Z/20270315T000000Z");
    }

    @Test
    default void a_series_is_busy_at_each_instance_and_one_too_long_to_list_is_no_free_time() {
        ReportHouse house = ReportHouse.on(server());
        house.write(
                "cabin",
                ReportHouse.entry(
                        "w.ics",
                        "VEVENT",
                        "2027-03-01",
                        "9999-12-31",
                        "UID:1",
                        "DTSTART:20270322T090000Z",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY"));
        assertThat(busy(house, house.calendar("cabin")))
                .containsExactly("FREEBUSY;FBTYPE=BUSY:20270322T090000Z/20270322T100000Z,"
                        + "20270329T090000Z/20270329T100000Z");
        house.report(house.calendar("cabin"), body("<C:time-range start='20270101T000000Z'/>"))
                .refused(507, "number-of-matches-within-limits");
    }

    @Test
    default void x_18_a_query_without_a_right_range_is_refused() {
        ReportHouse house = ReportHouse.on(server());
        for (String range : List.of(
                "",
                "<C:time-range/>",
                Queries.range("20270301", "20270401"),
                Queries.range("20270401T000000Z", "20270301T000000Z"))) {
            house.report(house.calendar("cabin"), body(range)).refused(400);
        }
    }
}
