package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.basic;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** Who is let in through the CalDAV door, and that all others get one and the same answer (RFC 7617, RFC 4918 §8.1). */
interface DavAccessContract {

    TestServer server();

    private HttpResponse<byte[]> propfind(DavHouse house, String authorization, String... headers) {
        return server().send(server().request(house.home(), headers)
                .header("Depth", "0")
                .header("Authorization", authorization)
                .method("PROPFIND", BodyPublishers.noBody()));
    }

    private static void assertChallenged(HttpResponse<byte[]> answer, String as) {
        assertThat(answer.statusCode()).as(as).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Basic realm=\"Roomnight\", charset=\"UTF-8\"");
    }

    private static String encoded(byte[] pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    default void H_20_credentials_that_cannot_be_read_are_challenged() {
        server().forgiveFailures();
        DavHouse house = DavHouse.on(server());
        String pair = house.house().hotel() + ":" + house.house().passkey();
        for (String sent : List.of(
                encoded("no colon".getBytes(StandardCharsets.UTF_8)),
                encoded((pair + "\0").getBytes(StandardCharsets.UTF_8)),
                encoded("zoë:pässkey".getBytes(StandardCharsets.ISO_8859_1)),
                encoded("zoë:pässkey".getBytes(StandardCharsets.UTF_8)),
                encoded(new byte[0]),
                encoded(new byte[11_000]),
                "Basic not*base64",
                "Basic")) {
            assertChallenged(propfind(house, sent), sent);
        }
        assertThat(propfind(house, encoded(new byte[100_000])).statusCode())
                .as("longer than all headers may be (H-10)")
                .isEqualTo(431);
    }

    @Test
    default void H_21_the_scheme_is_read_in_any_case_and_others_are_challenged() {
        server().forgiveFailures();
        DavHouse house = DavHouse.on(server());
        String pair = basic(house.house().hotel(), house.house().passkey()).substring("Basic ".length());
        for (String scheme : List.of("basic ", "BASIC ", "Basic  ")) {
            assertThat(propfind(house, scheme + pair).statusCode()).as(scheme).isEqualTo(207);
        }
        for (String sent : List.of("Digest username=\"x\"", "Negotiate YII=", "Bearer x", "Basic" + pair, pair)) {
            assertChallenged(propfind(house, sent), sent);
        }
    }

    @Test
    default void H_22_a_passkey_with_another_username_is_refused_like_an_unknown_one() {
        server().forgiveFailures();
        DavHouse house = DavHouse.on(server());
        DavHouse other = DavHouse.on(server());
        var unknown = propfind(house, basic(house.house().hotel(), "pkey_" + "a".repeat(32)));
        assertChallenged(unknown, "an unknown passkey");
        for (String name : List.of(other.house().hotel(), UUID.randomUUID().toString(), "", "robin")) {
            var answer = propfind(house, basic(name, house.house().passkey()));
            assertChallenged(answer, name);
            assertThat(text(answer)).isEqualTo(text(unknown));
        }
        String upper = house.house().hotel().toUpperCase(Locale.ROOT);
        assertThat(propfind(house, basic(upper, house.house().passkey())).statusCode())
                .isEqualTo(207);
    }

    /** RFC 4918 §8.1 and §8.5: otherwise a stranger would learn what is there. */
    @Test
    default void who_may_not_enter_learns_nothing_from_a_method_a_condition_or_a_body() {
        server().forgiveFailures();
        DavHouse house = DavHouse.on(server());
        house.put(house.path("suite", "a.ics"), anEntry("a").toString());
        String wrong = basic(house.house().hotel(), "pkey_" + "a".repeat(32));
        for (String name : List.of("a.ics", "none.ics")) {
            for (String method : List.of("GET", "PUT", "DELETE", "LOCK", "NONSENSE")) {
                var answer = server().send(
                                server().request(house.path("suite", name), "If-Match", "\"x\"", "Depth", "7")
                                        .header("Authorization", wrong)
                                        .method(method, BodyPublishers.ofString("<not xml")));
                assertChallenged(answer, method + " " + name);
            }
        }
    }
}
