package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;
import static org.roomnight.davxml.Names.dav;

import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** What a request says must be so (RFC 4918 §10.4, RFC 6578 §5, RFC 8144 §3.2, RFC 9110 §13). */
interface ConditionContract {

    QName TOKEN = dav("sync-token");

    TestServer server();

    private DavHouse house() {
        return DavHouse.on(server());
    }

    @Test
    default void a_list_of_the_if_header_is_about_the_resource_that_it_names() {
        DavHouse house = house();
        DavHouse other = house();
        String a = house.path("suite", "a.ics");
        String b = house.path("suite", "b.ics");
        String entry = anEntry("a").toString();
        String tagA = header(house.put(a, entry), "ETag");
        String tagB = header(house.put(b, anEntry("b").toString()), "ETag");
        String foreign = other.path("suite", "b.ics");
        String tagOfOther = header(other.put(foreign, anEntry("c").toString()), "ETag");
        for (String holds : List.of(
                "<%s> ([%s])".formatted(b, tagB),
                "<%s> ([%s])".formatted(server().uri(b), tagB),
                "<%s> ([\"x\"]) ([%s])".formatted(b, tagB),
                "<%s> ([%s]) <%s> ([\"x\"])".formatted(a, tagA, b),
                "<%s> (Not [%s])".formatted(b, tagA),
                "<%s> (Not [\"x\"])".formatted(house.path("suite", "none.ics")))) {
            assertThat(house.put(a, entry, "If", holds).statusCode()).as(holds).isEqualTo(204);
        }
        for (String fails : List.of(
                "<%s> ([%s])".formatted(b, tagA),
                "<%s> ([%s] [\"x\"])".formatted(b, tagB),
                "<%s> ([%s])".formatted(house.path("suite", "none.ics"), tagB),
                "<https://elsewhere.example%s> ([%s])".formatted(b, tagB),
                "<%s> ([%s])".formatted(foreign, tagOfOther))) {
            assertThat(house.put(a, entry, "If", fails).statusCode()).as(fails).isEqualTo(412);
        }
        for (String bad : List.of("<%s>".formatted(b), "([%s]) <%s>".formatted(tagA, b))) {
            assertThat(house.put(a, entry, "If", bad).statusCode()).as(bad).isEqualTo(400);
        }
    }

    @Test
    default void a_sync_token_stands_for_the_state_of_its_calendar() {
        DavHouse house = house();
        DavClient client = new DavClient(house.house());
        String calendar = client.calendar("suite");
        String token = client.properties(calendar, TOKEN).text(TOKEN);
        String unchanged = "<%s> (<%s>)".formatted(calendar, token);
        String a = house.path("suite", "a.ics");
        String entry = anEntry("a").toString();
        assertThat(house.put(a, entry, "If", unchanged).statusCode()).isEqualTo(201);
        assertThat(house.put(a, entry, "If", unchanged).statusCode())
                .as("somebody wrote")
                .isEqualTo(412);
        assertThat(house.delete(a, "If", unchanged).statusCode()).isEqualTo(412);
        String now = client.properties(calendar, TOKEN).text(TOKEN);
        assertThat(house.put(a, entry, "If", "(<%s>)".formatted(now)).statusCode())
                .as("an entry has no token")
                .isEqualTo(412);
        assertThat(house.delete(a, "If", "<%s> (<%s>)".formatted(calendar, now)).statusCode())
                .isEqualTo(204);
    }

    @Test
    default void a_calendar_has_no_entity_tag_and_is_there() {
        DavHouse house = house();
        DavClient client = new DavClient(house.house());
        QName name = dav("displayname");
        String calendar = client.calendar("own");
        client.mkcalendar(calendar, "");
        for (String[] condition : List.of(
                new String[] {"If-Match", "\"x\""}, new String[] {"If-None-Match", "*"}, new String[] {"If", "(<urn:x>)"
                })) {
            assertThat(house.delete(calendar, condition).statusCode()).isEqualTo(412);
            String renaming = DavClient.setting(DavClient.element(name, "Other"));
            assertThat(client.proppatch(calendar, renaming, condition).status()).isEqualTo(412);
        }
        assertThat(client.properties(calendar, name).text(name)).isEqualTo("own");
        String token = client.properties(calendar, TOKEN).text(TOKEN);
        assertThat(house.delete(calendar, "If-Match", "*", "If", "(<%s>)".formatted(token))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    default void of_two_conditions_of_a_get_if_match_goes_first() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        String tag = header(house.put(path, anEntry("a").toString()), "ETag");
        assertThat(house.get(path, "If-Match", "\"x\"", "If-None-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(house.get(path, "If-Match", tag, "If-None-Match", "W/" + tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    default void who_prefers_a_representation_gets_what_is_stored_with_the_refusal() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        String stored = anEntry("a").toString();
        String tag = header(house.put(path, stored), "ETag");
        String mine = anEntry("a").with("SUMMARY:Mine").toString();
        for (String[] condition : List.of(new String[] {"If-Match", "\"x\""}, new String[] {"If-None-Match", "*"})) {
            var refused = house.put(path, mine, condition[0], condition[1], "Prefer", "return=representation");
            assertThat(refused.statusCode()).isEqualTo(412);
            assertThat(text(refused)).isEqualTo(stored);
            assertThat(header(refused, "ETag")).isEqualTo(tag);
            assertThat(header(refused, "Content-Location")).isEqualTo(path);
            assertThat(header(refused, "Preference-Applied")).isEqualTo("return=representation");
            assertThat(header(refused, "Vary")).contains("Prefer");
        }
        assertThat(text(house.put(path, mine, "If-Match", "\"x\""))).contains("<D:error");
        assertThat(house.put(house.path("suite", "none.ics"), mine, "If-Match", "*", "Prefer", "return=representation")
                        .statusCode())
                .as("there is nothing to send back")
                .isEqualTo(412);
    }

    @Test
    default void a_part_of_an_entry_is_not_taken_for_the_whole() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        var refused = house.put(path, anEntry("a").toString(), "Content-Range", "bytes 0-99/200");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(house.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    default void a_body_that_nobody_would_look_at_is_refused() {
        DavHouse house = house();
        String path = house.path("suite", "a.ics");
        house.put(path, anEntry("a").toString());
        for (String method : List.of("DELETE", "COPY", "MOVE")) {
            var refused = house.send(method, path, "<x/>", "Destination", house.path("cabin", "a.ics"));
            assertThat(refused.statusCode()).as(method).isEqualTo(415);
        }
        assertThat(house.get(path).statusCode()).isEqualTo(200);
        assertThat(house.get(house.path("cabin", "a.ics")).statusCode()).isEqualTo(404);
    }
}
