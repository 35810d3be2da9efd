package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import tools.jackson.databind.JsonNode;

/** What programs that are built on tsdav do with an account: find it, read it, write to it. */
class TsdavTest {

    private static final Map<String, String> MARCH =
            Map.of("start", "2027-03-12T00:00:00Z", "end", "2027-03-13T00:00:00Z");

    private final House house = TestServer.sqlite().account().house();
    private Tsdav tsdav = new Tsdav(house);

    @BeforeEach
    void library() throws IOException {
        tsdav = Tsdav.of(house);
    }

    @Test
    void tsdav_finds_the_account_and_its_calendars_from_the_address_of_the_server() {
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        JsonNode account = tsdav.call(
                "createAccount",
                Map.of("account", Map.of("accountType", "caldav"), "loadCollections", true, "loadObjects", true));
        String server = house.account().server().uri("").toString();
        assertThat(account.get("principalUrl").stringValue())
                .isEqualTo(server + "/dav/principals/" + house.hotel() + "/");
        String home = account.get("homeUrl").stringValue();
        assertThat(home).isEqualTo(server + "/dav/calendars/" + house.hotel() + "/");
        JsonNode calendars = account.get("calendars");
        assertThat(Tsdav.urls(calendars)).containsExactly(home + "cabin/", home + "suite/", home + "bookings/");
        assertThat(calendars.findValuesAsString("displayName")).containsExactly("Cabin", "Suite", "Bookings");
        assertThat(calendars
                        .valueStream()
                        .map(calendar -> calendar.get("objects").size()))
                .containsExactly(1, 0, 1);
        assertThat(calendars.valueStream()).allSatisfy(calendar -> {
            assertThat(calendar.get("components").toString()).isEqualTo("[\"VEVENT\"]");
            assertThat(calendar.get("reports").toString())
                    .contains("calendarQuery", "calendarMultiget", "freeBusyQuery", "syncCollection");
        });
    }

    @Test
    void tsdav_reads_the_stays_of_a_range_in_each_of_its_ways() {
        house.record(house.suite(), "2027-03-10", "2027-03-12");
        house.record(house.suite(), "2027-03-12", "2027-03-14");
        house.record(house.suite(), "2027-03-13", "2027-03-15");
        JsonNode suite = tsdav.calendar("suite");
        JsonNode all = tsdav.objects(suite);
        assertThat(all).hasSize(3);
        for (Map<String, Object> way : List.<Map<String, Object>>of(
                Map.of("useMultiGet", true), Map.of("useMultiGet", false), Map.of("expand", true))) {
            Map<String, Object> parameters = new HashMap<>(way);
            parameters.putAll(Map.of("calendar", suite, "timeRange", MARCH));
            JsonNode found = tsdav.call("fetchCalendarObjects", parameters);
            assertThat(found).as("%s", way).hasSize(1);
            assertThat(found.get(0).get("data").stringValue()).contains("20270312", "20270314", "Robin Sample");
            assertThat(found.get(0).get("etag").stringValue()).startsWith("\"");
        }
        List<String> two = Tsdav.urls(all).subList(0, 2);
        JsonNode named = tsdav.call("fetchCalendarObjects", Map.of("calendar", suite, "objectUrls", two));
        assertThat(Tsdav.urls(named)).containsExactlyInAnyOrderElementsOf(two);
    }

    @Test
    void tsdav_asks_when_a_room_type_is_busy() {
        house.record(house.suite(), "2027-03-10", "2027-03-14");
        JsonNode answer = tsdav.call(
                "freeBusyQuery",
                Map.of(
                        "url",
                        Tsdav.url(tsdav.calendar("suite")),
                        "timeRange",
                        Map.of("start", "2027-03-01T00:00:00Z", "end", "2027-04-01T00:00:00Z")));
        assertThat(answer.get("raw").stringValue()).containsPattern("FREEBUSY.*:20270310T000000Z/20270314T000000Z");
    }

    @Test
    void an_entry_takes_nights_follows_its_dates_and_frees_them_and_a_stale_change_does_nothing() {
        JsonNode suite = tsdav.calendar("suite");
        Map<String, ?> entry = Map.of("calendar", suite, "filename", "a.ics", "iCalString", entry("20270604"));
        JsonNode made = tsdav.call("createCalendarObject", entry);
        assertThat(made.get("status").intValue()).isEqualTo(201);
        assertThat(suites()).containsExactly(2, 2, 3);
        assertThat(tsdav.status("createCalendarObject", entry)).isEqualTo(412);

        String url = Tsdav.url(suite) + "a.ics";
        String first = made.get("etag").stringValue();
        JsonNode moved = tsdav.call("updateCalendarObject", object(url, first, "20270605"));
        assertThat(moved.get("status").intValue()).isEqualTo(204);
        assertThat(suites()).containsExactly(2, 2, 2);

        assertThat(tsdav.status("updateCalendarObject", object(url, first, "20270603")))
                .isEqualTo(412);
        assertThat(tsdav.status("deleteCalendarObject", object(url, first, "20270603")))
                .isEqualTo(412);
        assertThat(suites()).containsExactly(2, 2, 2);

        String second = moved.get("etag").stringValue();
        assertThat(tsdav.status("deleteCalendarObject", object(url, second, "20270605")))
                .isEqualTo(204);
        assertThat(suites()).containsExactly(3, 3, 3);
    }

    @Test
    void a_booking_is_neither_changed_nor_deleted() {
        house.record(house.suite(), "2027-06-01", "2027-06-05");
        JsonNode before = tsdav.objects(tsdav.calendar("suite"));
        Map<String, ?> stay = Map.of("calendarObject", before.get(0));
        for (String function : List.of("updateCalendarObject", "deleteCalendarObject")) {
            JsonNode refusal = tsdav.call(function, stay);
            assertThat(refusal.get("status").intValue()).isEqualTo(403);
            assertThat(refusal.get("body").stringValue()).contains("need-privileges", "cannot be changed");
        }
        assertThat(suites()).containsExactly(2, 2, 2);
        assertThat(tsdav.objects(tsdav.calendar("suite"))).isEqualTo(before);
    }

    @Test
    void a_calendar_that_staff_make_takes_entries_but_no_nights() {
        String url = Tsdav.url(tsdav.calendar("suite")).replace("/suite/", "/" + UUID.randomUUID() + "/");
        JsonNode made = tsdav.call("makeCalendar", Map.of("url", url, "props", Map.of("d:displayname", "Cleaning")));
        assertThat(made.get(0).get("status").intValue()).isEqualTo(201);
        JsonNode calendar = tsdav.calendar(url.substring(url.length() - 37, url.length() - 1));
        assertThat(calendar.get("displayName").stringValue()).isEqualTo("Cleaning");
        assertThat(calendar.get("components").toString()).isEqualTo("[\"VEVENT\",\"VTODO\"]");

        Map<String, ?> entry = Map.of("calendar", calendar, "filename", "a.ics", "iCalString", entry("20270604"));
        assertThat(tsdav.status("createCalendarObject", entry)).isEqualTo(201);
        assertThat(tsdav.objects(calendar)).hasSize(1);
        assertThat(suites()).containsExactly(3, 3, 3);

        assertThat(tsdav.status("deleteObject", Map.of("url", url))).isEqualTo(204);
        assertThat(Tsdav.urls(tsdav.call("fetchCalendars", Map.of())))
                .hasSize(3)
                .doesNotContain(url);
    }

    /** What can be sold on the nights of June 2nd to 4th. */
    private List<Integer> suites() {
        return List.of(
                house.available(house.suite(), "2027-06-02"),
                house.available(house.suite(), "2027-06-03"),
                house.available(house.suite(), "2027-06-04"));
    }

    private static Map<String, ?> object(String url, String etag, String departure) {
        return Map.of("calendarObject", Map.of("url", url, "etag", etag, "data", entry(departure)));
    }

    static String entry(String departure) {
        return """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//Desk//EN
            BEGIN:VEVENT
            UID:a
            DTSTAMP:20270110T120000Z
            DTSTART;VALUE=DATE:20270601
            DTEND;VALUE=DATE:%s
            SUMMARY:Painting
            END:VEVENT
            END:VCALENDAR
            """.formatted(departure).replace("\n", "\r\n");
    }
}
