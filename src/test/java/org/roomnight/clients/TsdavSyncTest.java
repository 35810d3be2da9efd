package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Programs that are built on tsdav keep a copy of the calendars and ask what has changed. */
class TsdavSyncTest {

    private final House house = TestServer.sqlite().account().house();
    private Tsdav tsdav = new Tsdav(house);

    @BeforeEach
    void library() throws IOException {
        tsdav = Tsdav.of(house);
    }

    @Test
    void a_copy_follows_the_calendar_by_sync_token_and_by_ctag() {
        UUID leaving = house.record(house.suite(), "2027-03-10", "2027-03-14");
        put("20270604");
        JsonNode suite = tsdav.calendar("suite");
        JsonNode old = tsdav.objects(suite);
        assertThat(old).hasSize(2);

        house.cancel(leaving);
        house.record(house.suite(), "2027-04-01", "2027-04-02");
        put("20270605");
        JsonNode now = tsdav.objects(suite);
        for (String method : List.of("webdav", "basic")) {
            JsonNode changes =
                    sync("smartCollectionSyncDetailed", method, suite, old).get("objects");
            assertThat(changes.get("created"))
                    .as(method)
                    .singleElement()
                    .satisfies(object -> assertThat(data(object)).contains("20270401"));
            assertThat(changes.get("updated"))
                    .as(method)
                    .singleElement()
                    .satisfies(object -> assertThat(data(object)).contains("20270605"));
            assertThat(Tsdav.urls(changes.get("deleted"))).as(method).hasSize(1).isSubsetOf(Tsdav.urls(old));

            JsonNode copy = sync("smartCollectionSync", method, suite, old);
            assertThat(copy.get("objects").valueStream())
                    .as(method)
                    .containsExactlyInAnyOrderElementsOf(now.valueStream().toList());
            JsonNode still = sync("smartCollectionSyncDetailed", method, copy, copy.get("objects"));
            assertThat(still.get("objects").toString()).isEqualTo("{\"created\":[],\"updated\":[],\"deleted\":[]}");
        }
    }

    private JsonNode sync(String function, String method, JsonNode calendar, JsonNode objects) {
        ObjectNode collection = calendar.deepCopy().asObject();
        collection.set("objects", objects);
        return tsdav.call(function, Map.of("collection", collection, "method", method));
    }

    @Test
    void a_sync_collection_report_names_what_changed_since_a_token() {
        JsonNode suite = tsdav.calendar("suite");
        UUID stay = house.record(house.suite(), "2027-03-10", "2027-03-14");
        JsonNode came = changes(suite, suite.get("syncToken").stringValue());
        assertThat(came).singleElement().satisfies(change -> {
            assertThat(change.get("status").intValue()).isEqualTo(207);
            assertThat(change.at("/props/getetag").stringValue()).startsWith("\"");
        });

        house.cancel(stay);
        JsonNode left = changes(suite, came.at("/0/raw/multistatus/syncToken").stringValue());
        assertThat(left).singleElement().satisfies(change -> {
            assertThat(change.get("status").intValue()).isEqualTo(404);
            assertThat(change.get("href")).isEqualTo(came.get(0).get("href"));
        });
    }

    private JsonNode changes(JsonNode calendar, String token) {
        return tsdav.call(
                "syncCollection",
                Map.of(
                        "url",
                        Tsdav.url(calendar),
                        "props",
                        Map.of("d:getetag", Map.of()),
                        "syncLevel",
                        1,
                        "syncToken",
                        token));
    }

    @Test
    void the_calendars_of_an_account_are_followed_as_well() {
        JsonNode account =
                tsdav.call("createAccount", Map.of("account", Map.of("accountType", "caldav"), "loadObjects", true));
        String home = account.get("homeUrl").stringValue();
        tsdav.call("makeCalendar", Map.of("url", home + "cleaning/", "props", Map.of("d:displayname", "Cleaning")));
        house.record(house.suite(), "2027-03-10", "2027-03-14");
        JsonNode changes = calendars(account.get("calendars"));
        assertThat(Tsdav.urls(changes.get("created"))).containsExactly(home + "cleaning/");
        assertThat(Tsdav.urls(changes.get("updated"))).containsExactly(home + "suite/", home + "bookings/");
        assertThat(changes.get("updated")
                        .valueStream()
                        .map(calendar -> calendar.get("objects").size()))
                .containsExactly(1, 1);
        assertThat(changes.get("deleted")).isEmpty();

        JsonNode all = tsdav.call("syncCalendars", Map.of("oldCalendars", account.get("calendars")));
        assertThat(all).hasSize(4);
        tsdav.call("deleteObject", Map.of("url", home + "cleaning/"));
        assertThat(Tsdav.urls(calendars(all).get("deleted"))).containsExactly(home + "cleaning/");
    }

    private JsonNode calendars(JsonNode old) {
        return tsdav.call("syncCalendarsDetailed", Map.of("oldCalendars", old));
    }

    private void put(String departure) {
        JsonNode suite = tsdav.calendar("suite");
        Map<String, ?> object = Map.of("url", Tsdav.url(suite) + "a.ics", "data", TsdavTest.entry(departure));
        assertThat(tsdav.status("updateCalendarObject", Map.of("calendarObject", object)))
                .isBetween(201, 204);
    }

    private static String data(JsonNode object) {
        return object.get("data").stringValue();
    }
}
