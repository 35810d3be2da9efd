package org.roomnight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.basic;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.json;
import static org.roomnight.TestServer.text;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.oauth.Clients;
import org.roomnight.oauth.Scope;

/** Who may read a calendar. */
interface FeedAccessContract {

    TestServer server();

    private House house() {
        return server().account().house();
    }

    private HttpResponse<byte[]> get(House house, String... headers) {
        return server().send(server().request(house.feedPath(), headers));
    }

    static String withoutInstance(HttpResponse<byte[]> answer) {
        return text(answer).replaceAll("urn:uuid:[0-9a-f-]{36}", "urn:uuid:");
    }

    private static void assertChallenged(HttpResponse<byte[]> answer, String as) {
        assertThat(answer.statusCode()).as(as).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Basic realm=\"Roomnight\", charset=\"UTF-8\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(json(answer).get("status").intValue()).isEqualTo(401);
    }

    @Test
    default void a_bearer_token_with_booking_read_opens_the_calendars_of_its_account_by_both_names() {
        House house = house();
        var account = house.account();
        String reader = server().token(account.id(), Set.of(Scope.BOOKING_READ));
        var byPasskey = house.feed();
        for (String name : List.of(house.hotel(), house.id().toString())) {
            var answer = server().send(server().request(
                            "/api/cal/property/%s/booking/list".formatted(name), "Authorization", "Bearer " + reader));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(byPasskey.body());
        }
    }

    @Test
    default void a_token_without_the_scope_is_told_so_and_one_that_is_nobodys_is_refused() {
        server().forgiveFailures();
        House house = house();
        String other = server().token(house.account().id(), Set.of(Scope.INVENTORY_READ));
        var missing = get(house, "Authorization", "Bearer " + other);
        assertThat(missing.statusCode()).isEqualTo(403);
        assertThat(header(missing, "WWW-Authenticate"))
                .contains("insufficient_scope")
                .contains("booking.read");
        for (String token : List.of("nonsense", "x".repeat(9_000), "pkey_" + "a".repeat(32))) {
            var nobody = get(house, "Authorization", "Bearer " + token);
            assertThat(nobody.statusCode()).isEqualTo(401);
            assertThat(header(nobody, "WWW-Authenticate")).contains("invalid_token");
        }
    }

    @Test
    default void a_revoked_token_is_refused_at_once() {
        server().forgiveFailures();
        House house = house();
        var client = server().bean(Clients.class).create(house.account().id(), "reader", Set.of(Scope.BOOKING_READ));
        String auth = basic(client.clientId(), client.clientSecret().reveal());
        String form = "application/x-www-form-urlencoded";
        String token = json(server().send(server().request("/oauth2/token", "Authorization", auth, "Content-Type", form)
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))))
                .get("access_token")
                .stringValue();
        assertThat(get(house, "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
        var revoked = server().send(server().request("/oauth2/revoke", "Authorization", auth, "Content-Type", form)
                .POST(BodyPublishers.ofString("token=" + token)));
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(get(house, "Authorization", "Bearer " + token).statusCode()).isEqualTo(401);
    }

    @Test
    default void a_regenerated_passkey_is_refused_at_once_and_a_connection_that_ended_too() {
        server().forgiveFailures();
        House house = house();
        assertThat(house.feed().statusCode()).isEqualTo(200);
        House next = house.regenerated();
        assertChallenged(house.feed(), "old");
        assertThat(next.feed().statusCode()).isEqualTo(200);
        house.account().done("DELETE", house.path("/caldav/auth"), "");
        assertChallenged(next.feed(), "ended");
    }

    @Test
    default void F_01_unknown_and_malformed_passkeys_are_refused_alike() {
        server().forgiveFailures();
        House house = house();
        String unknown =
                withoutInstance(house.withPasskey("pkey_" + "a".repeat(32)).feed());
        for (String passkey :
                List.of("", "x", "pkey_", "PKEY_" + "a".repeat(32), "pkey_" + "a".repeat(31), "ü".repeat(99))) {
            var answer = house.withPasskey(passkey).feed();
            assertChallenged(answer, passkey);
            assertThat(withoutInstance(answer)).as(passkey).isEqualTo(unknown);
        }
    }

    @Test
    default void F_02_a_revoked_passkey_is_refused_like_an_unknown_one() {
        House house = house();
        String unknown =
                withoutInstance(house.withPasskey("pkey_" + "a".repeat(32)).feed());
        house.regenerated();
        assertThat(withoutInstance(house.feed())).isEqualTo(unknown);
    }

    @Test
    default void F_03_a_right_passkey_does_not_open_another_property() {
        House house = house();
        House foreign = house();
        House sister = house.account().house();
        String auth = basic(house.hotel(), house.passkey());
        String unknown = "/api/cal/property/%s/booking/list".formatted(UUID.randomUUID());
        var nothing = server().send(server().request(unknown, "Authorization", auth));
        for (House other : List.of(foreign, sister)) {
            for (String name : List.of(other.hotel(), other.id().toString())) {
                var answer = server().send(server().request(
                                "/api/cal/property/%s/booking/list".formatted(name), "Authorization", auth));
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(nothing));
                assertThat(answer.headers().map().keySet())
                        .isEqualTo(nothing.headers().map().keySet());
            }
        }
    }

    private static String encoded(byte[] pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    default void H_20_basic_credentials_that_cannot_be_read_are_challenged() {
        server().forgiveFailures();
        House house = house();
        String pair = house.hotel() + ":" + house.passkey();
        for (String sent : List.of(
                encoded("no colon".getBytes(StandardCharsets.UTF_8)),
                encoded((house.hotel() + "\0:" + house.passkey()).getBytes(StandardCharsets.UTF_8)),
                encoded((pair + "\0").getBytes(StandardCharsets.UTF_8)),
                encoded("zoë:pässkey".getBytes(StandardCharsets.ISO_8859_1)),
                encoded("zoë:pässkey".getBytes(StandardCharsets.UTF_8)),
                encoded(new byte[0]),
                encoded(new byte[11_000]),
                "Basic not*base64",
                "Basic ====",
                "Basic")) {
            assertChallenged(get(house, "Authorization", sent), sent);
        }
        var tooLong = get(house, "Authorization", encoded(new byte[100_000]));
        assertThat(tooLong.statusCode())
                .as("longer than all headers may be (H-10)")
                .isEqualTo(431);
    }

    @Test
    default void H_21_the_scheme_is_read_in_any_case_and_others_are_challenged() {
        server().forgiveFailures();
        House house = house();
        String pair = basic(house.hotel(), house.passkey()).substring("Basic ".length());
        for (String scheme : List.of("basic ", "BASIC ", "Basic  ")) {
            assertThat(get(house, "Authorization", scheme + pair).statusCode())
                    .as(scheme)
                    .isEqualTo(200);
        }
        for (String sent : List.of("Digest username=\"x\"", "Negotiate YII=", "Basic" + pair, pair, "")) {
            assertChallenged(get(house, "Authorization", sent), sent);
        }
        assertChallenged(get(house), "none");
    }

    @Test
    default void H_22_a_passkey_with_another_username_is_refused_like_an_unknown_one() {
        server().forgiveFailures();
        House house = house();
        House other = house();
        var unknown = house.withPasskey("pkey_" + "a".repeat(32)).feed();
        for (String name :
                List.of(other.hotel(), UUID.randomUUID().toString(), house.id().toString(), "", "robin")) {
            var answer = get(house, "Authorization", basic(name, house.passkey()));
            assertChallenged(answer, name);
            assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(unknown));
        }
        String upper = house.hotel().toUpperCase(java.util.Locale.ROOT);
        assertThat(get(house, "Authorization", basic(upper, house.passkey())).statusCode())
                .isEqualTo(200);
    }

    @Test
    default void two_authorization_headers_are_a_bad_request() {
        House house = house();
        String auth = basic(house.hotel(), house.passkey());
        assertThat(get(house, "Authorization", auth, "Authorization", auth).statusCode())
                .isEqualTo(400);
    }
}
