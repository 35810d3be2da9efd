package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.calquery.Queries.comp;
import static org.roomnight.calquery.Queries.prop;
import static org.roomnight.calquery.Queries.query;
import static org.roomnight.calquery.Queries.range;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** CALDAV:calendar-query over HTTP (RFC 4791 §7.8). */
interface QueryContract {

    String ETAG = "<D:getetag/>";
    String DATA = "<D:getetag/><C:calendar-data/>";
    String MARCH = comp("VEVENT", range("20270301T000000Z", "20270401T000000Z"));

    TestServer server();

    private ReportHouse withStays() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-02-26", "2027-03-01");
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        house.house().record(house.house().suite(), "2027-03-30", "2027-04-02");
        house.house().record(house.house().suite(), "2027-04-02", "2027-04-03");
        return house;
    }

    @Test
    default void a_time_range_finds_the_stays_with_a_night_in_it_and_no_others() {
        ReportHouse house = withStays();
        assertThat(house.query("bookings", MARCH, DATA).values("calendar-data"))
                .hasSize(2)
                .anyMatch(data -> data.contains("DTSTART;VALUE=DATE:20270310"))
                .anyMatch(data -> data.contains("DTSTART;VALUE=DATE:20270330"));
        assertThat(house.query("cabin", MARCH, ETAG).hrefs())
                .hasSize(1)
                .allMatch(href -> href.startsWith(house.calendar("cabin")));
        assertThat(house.query("bookings", comp("VEVENT"), ETAG).hrefs()).hasSize(4);
        assertThat(house.query("bookings", comp("VTODO"), ETAG).hrefs()).isEmpty();
        assertThat(house.query("bookings", comp("VEVENT", prop("SUMMARY", "<C:text-match>suite</C:text-match>")), ETAG)
                        .hrefs())
                .hasSize(2);
    }

    @Test
    default void all_day_events_are_days_of_the_zone_that_the_query_names() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-12");
        String lastHour = comp("VEVENT", range("20270311T235900Z", "20270312T000000Z"));
        String nextHour = comp("VEVENT", range("20270312T000000Z", "20270312T010000Z"));
        assertThat(house.query("cabin", lastHour, ETAG).hrefs())
                .as("Lisbon has no offset in winter")
                .hasSize(1);
        assertThat(house.query("cabin", nextHour, ETAG).hrefs()).isEmpty();
        String inNewYork = query(nextHour, ETAG)
                .replace("</C:filter>", "</C:filter><C:timezone-id>America/New_York</C:timezone-id>");
        assertThat(house.report(house.calendar("cabin"), inNewYork, "Depth", "1")
                        .hrefs())
                .hasSize(1);
    }

    @Test
    default void x_22_a_zone_that_nobody_knows_is_refused() {
        ReportHouse house = ReportHouse.on(server());
        String unknown =
                query(MARCH, ETAG).replace("</C:filter>", "</C:filter><C:timezone-id>Moon/Base</C:timezone-id>");
        house.report(house.calendar("cabin"), unknown, "Depth", "1").refused(403, "valid-timezone");
        String broken =
                query(MARCH, ETAG).replace("</C:filter>", "</C:filter><C:timezone>BEGIN:VCALENDAR</C:timezone>");
        house.report(house.calendar("cabin"), broken, "Depth", "1").refused(403, "valid-calendar-data");
    }

    @Test
    default void the_depth_says_how_far_a_query_reaches() {
        ReportHouse house = withStays();
        String body = query(comp("VEVENT"), ETAG);
        String stay = house.query("cabin", MARCH, ETAG).hrefs().getFirst();
        assertThat(house.report(house.calendar("cabin"), body).hrefs())
                .as("looks inside when absent")
                .hasSize(2);
        assertThat(house.report(house.home(), body).hrefs()).hasSize(8);
        assertThat(house.report(house.calendar("cabin"), body, "Depth", "0").hrefs())
                .isEmpty();
        assertThat(house.report(house.calendar("cabin"), body, "Depth", "infinity")
                        .hrefs())
                .hasSize(2);
        assertThat(house.report(house.home(), body, "Depth", "1").hrefs()).isEmpty();
        assertThat(house.report(house.home(), body, "Depth", "infinity").hrefs())
                .as("bookings and rooms")
                .hasSize(8);
        assertThat(house.report(stay, body).hrefs()).containsExactly(stay);
        assertThat(house.report(stay, query(comp("VTODO"), ETAG)).hrefs()).isEmpty();
        house.report(house.calendar("cabin"), body, "Depth", "2").refused(400);
    }

    @Test
    default void staff_entries_are_found_by_their_instances_and_tasks_by_their_dates() {
        ReportHouse house = ReportHouse.on(server());
        house.staff().create(house.property(), "team", List.of("VEVENT", "VTODO"));
        house.write(
                "team",
                ReportHouse.entry(
                        "weekly.ics",
                        "VEVENT",
                        "2027-01-04",
                        "9999-12-31",
                        "UID:1",
                        "DTSTART;TZID=Europe/Lisbon:20270104T090000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY"));
        house.write(
                "team",
                ReportHouse.entry("task.ics", "VTODO", "2027-03-10", "2027-03-11", "UID:2", "DUE:20270310T120000Z"));
        house.write(
                "team", ReportHouse.entry("some-day.ics", "VTODO", "0001-01-01", "9999-12-31", "UID:3", "SUMMARY:x"));
        String monday = range("20270308T080000Z", "20270308T100000Z");
        assertThat(house.query("team", comp("VEVENT", monday), ETAG).hrefs())
                .containsExactly(house.calendar("team") + "weekly.ics");
        assertThat(house.query("team", comp("VEVENT", range("20270309T080000Z", "20270309T100000Z")), ETAG)
                        .hrefs())
                .isEmpty();
        assertThat(house.query("team", comp("VTODO", range("20270310T000000Z", "20270311T000000Z")), ETAG)
                        .hrefs())
                .containsExactlyInAnyOrder(
                        house.calendar("team") + "task.ics", house.calendar("team") + "some-day.ics");
        assertThat(house.query("team", comp("VTODO", monday), ETAG).hrefs())
                .containsExactly(house.calendar("team") + "some-day.ics");
    }

    @Test
    default void data_is_given_as_stored_selected_or_expanded() {
        ReportHouse house = ReportHouse.on(server());
        var entry = ReportHouse.entry(
                "w.ics",
                "VEVENT",
                "2027-03-01",
                "9999-12-31",
                "UID:1",
                "DTSTART:20270301T090000Z",
                "SUMMARY:a < b & \"c\"",
                "X-KEPT;x=1:2",
                "RRULE:FREQ=WEEKLY");
        house.write("cabin", entry);
        assertThat(house.query("cabin", comp("VEVENT"), DATA).value("calendar-data"))
                .isEqualTo(new String(entry.octets(), java.nio.charset.StandardCharsets.UTF_8));
        String some = "<C:calendar-data><C:comp name='VCALENDAR'><C:comp name='VEVENT'><C:prop name='UID'/>"
                + "<C:prop name='SUMMARY' novalue='yes'/></C:comp></C:comp></C:calendar-data>";
        assertThat(house.query("cabin", comp("VEVENT"), some).value("calendar-data"))
                .isEqualTo("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        String expanded =
                "<C:calendar-data><C:expand start='20270308T000000Z' end='20270316T000000Z'/></C:calendar-data>";
        assertThat(house.query("cabin", comp("VEVENT"), expanded).value("calendar-data"))
                .contains("RECURRENCE-ID:20270308T090000Z", "RECURRENCE-ID:20270315T090000Z")
                .doesNotContain("RRULE", "20270301", "20270322");
    }

    @Test
    default void x_19_a_range_beyond_all_calendars_is_refused_and_an_expansion_has_a_limit() {
        ReportHouse house = ReportHouse.on(server());
        house.query("cabin", comp("VEVENT", range("00010101T000000Z", "20270101T000000Z")), ETAG)
                .refused(403, "min-date-time");
        house.query("cabin", comp("VEVENT", range("20270101T000000Z", "99991231T000000Z")), ETAG)
                .refused(403, "max-date-time");
        house.write(
                "cabin",
                ReportHouse.entry(
                        "d.ics",
                        "VEVENT",
                        "2000-01-01",
                        "9999-12-31",
                        "UID:1",
                        "DTSTART:20000101T090000Z",
                        "RRULE:FREQ=DAILY"));
        String all = "<C:calendar-data><C:expand start='20000101T000000Z' end='21000101T000000Z'/></C:calendar-data>";
        house.query("cabin", comp("VEVENT"), all).refused(507, "number-of-matches-within-limits");
        assertThat(house.query("cabin", comp("VEVENT", range("20000101T000000Z", "21000101T000000Z")), ETAG)
                        .hrefs())
                .as("too much to list, but there")
                .hasSize(1);
    }

    @Test
    default void x_31_a_limit_is_kept_and_the_answer_says_that_there_is_more() {
        ReportHouse house = withStays();
        String body = query(comp("VEVENT"), ETAG)
                .replace("</C:filter>", "</C:filter><D:limit><D:nresults>%d</D:nresults></D:limit>");
        Map<String, Integer> two = house.report(house.calendar("bookings"), body.formatted(2), "Depth", "1")
                .responses();
        assertThat(two).hasSize(3).containsEntry(house.calendar("bookings"), 507);
        Map<String, Integer> four = house.report(house.calendar("bookings"), body.formatted(4), "Depth", "1")
                .responses();
        assertThat(four).hasSize(4).doesNotContainValue(507);
        assertThat(house.report(house.calendar("bookings"), body.formatted(1_000_000_000), "Depth", "1")
                        .responses())
                .hasSize(4);
        house.report(house.calendar("bookings"), body.formatted(0), "Depth", "1")
                .refused(400);
        house.report(house.calendar("bookings"), body.formatted(-1), "Depth", "1")
                .refused(400);
    }

    @Test
    default void what_was_not_found_is_left_out_when_a_client_prefers_so() {
        ReportHouse house = withStays();
        String body = query(MARCH, "<D:getetag/><D:no-such/>");
        var whole = house.report(house.calendar("cabin"), body, "Depth", "1");
        assertThat(whole.text()).contains("no-such").contains("404");
        assertThat(header(whole.response(), "Vary")).contains("Prefer").contains("Brief");
        var minimal = house.report(house.calendar("cabin"), body, "Depth", "1", "Prefer", "return=minimal");
        assertThat(minimal.text()).doesNotContain("no-such").doesNotContain(" 404 ");
        assertThat(header(minimal.response(), "Preference-Applied")).isEqualTo("return=minimal");
    }

    @Test
    default void an_answer_changes_with_the_calendar() {
        ReportHouse house = withStays();
        assertThat(house.query("bookings", MARCH, ETAG).hrefs()).hasSize(2);
        UUID another = house.house().record(house.house().suite(), "2027-03-20", "2027-03-22");
        assertThat(house.query("bookings", MARCH, ETAG).hrefs()).hasSize(3);
        house.house().cancel(another);
        assertThat(house.query("bookings", MARCH, ETAG).hrefs()).hasSize(2);
    }
}
