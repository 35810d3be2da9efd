package org.roomnight.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.oauth.OauthServer.HARBOUR;
import static org.roomnight.oauth.OauthServer.MOUNTAIN;
import static org.roomnight.oauth.OauthServer.basic;
import static org.roomnight.oauth.OauthServer.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roomnight.kernel.Secret;
import org.roomnight.keys.Sha256;

/** The built-in token endpoint over real HTTP; run on each database. */
interface TokenEndpointContract {

    /** The same for all tests; each finds it without clients. */
    OauthServer server();

    /** Another one, that a test may break. */
    OauthServer startServer();

    @BeforeEach
    default void forget() {
        server().forgetClients();
    }

    @Test
    default void a_token_is_given_for_basic_and_for_the_body_and_opens_the_api() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        var byBasic = server().post("/oauth2/token", basic(client), "grant_type", "client_credentials");
        var byBody = server().post(
                        "/oauth2/token",
                        "",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client.clientId(),
                        "client_secret",
                        client.clientSecret().reveal());
        for (HttpResponse<String> answer : List.of(byBasic, byBody)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(json(answer).get("token_type").asString()).isEqualTo("Bearer");
            assertThat(json(answer).get("expires_in").asInt()).isEqualTo(3 * 60 * 60);
            String token = json(answer).get("access_token").asString();
            assertThat(server().get("/api/who", "Bearer " + token).body()).isEqualTo(HARBOUR + " " + client.clientId());
        }
    }

    @Test
    default void without_a_scope_parameter_the_token_has_all_registered_scopes() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ, Scope.INVENTORY_REMOVE);
        var answer = server().post("/oauth2/token", basic(client), "grant_type", "client_credentials");
        assertThat(json(answer).get("scope").asString().split(" "))
                .containsExactlyInAnyOrder("booking.read", "inventory.remove");
        String token = json(answer).get("access_token").asString();
        assertThat(server().tokens().check(token).orElseThrow().scopes())
                .isEqualTo(Set.of(Scope.BOOKING_READ, Scope.INVENTORY_REMOVE));
    }

    @Test
    default void a_token_has_only_the_scopes_asked_for() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ, Scope.BOOKING_WRITE);
        var answer = server().post(
                        "/oauth2/token", basic(client), "grant_type", "client_credentials", "scope", "booking.write");
        String token = json(answer).get("access_token").asString();
        assertThat(server().tokens().check(token).orElseThrow().scopes()).isEqualTo(Set.of(Scope.BOOKING_WRITE));
    }

    @Test
    default void scopes_of_the_platform_that_mean_nothing_here_are_left_out_of_what_is_granted() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ, Scope.BOOKING_WRITE);
        var answer = server().post(
                        "/oauth2/token",
                        basic(client),
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "marketing.read booking.read content.write analytics payment.remove accounting.read mcp");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("scope").asString()).isEqualTo("booking.read");
        String token = json(answer).get("access_token").asString();
        assertThat(server().tokens().check(token).orElseThrow().scopes()).isEqualTo(Set.of(Scope.BOOKING_READ));
        for (String nothing :
                List.of("marketing.read", "mcp content.read", "booking.read marketing.eat", "market.read")) {
            var refused =
                    server().post("/oauth2/token", basic(client), "grant_type", "client_credentials", "scope", nothing);
            assertThat(refused.statusCode()).as(nothing).isEqualTo(400);
            assertThat(json(refused).get("error").asString()).as(nothing).isEqualTo("invalid_scope");
        }
    }

    @Test
    default void an_unknown_or_unregistered_scope_is_refused() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        for (String scope : List.of("booking.read booking.eat", "booking.write", "BOOKING.READ", "booking.read  ")) {
            var answer =
                    server().post("/oauth2/token", basic(client), "grant_type", "client_credentials", "scope", scope);
            assertThat(answer.statusCode()).as(scope).isEqualTo(400);
            assertThat(json(answer).get("error").asString()).as(scope).isEqualTo("invalid_scope");
        }
    }

    @Test
    default void a_stranger_a_wrong_secret_and_a_revoked_client_are_refused_alike() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        NewClient revoked = server().client(HARBOUR, Scope.BOOKING_READ);
        assertThat(server().clients().revoke(revoked.clientId())).isTrue();
        assertThat(server().clients().revoke(revoked.clientId())).isFalse();
        List<String> bodies = new ArrayList<>();
        for (String authorization : List.of(
                basic(new NewClient("rnc_unknown", client.clientSecret())),
                basic(new NewClient(client.clientId(), new Secret("rns_wrong"))),
                basic(revoked),
                "")) {
            var answer = server().post("/oauth2/token", authorization, "grant_type", "client_credentials");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic realm=");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            bodies.add(answer.body());
        }
        assertThat(bodies).allMatch(bodies.getFirst()::equals);
        assertThat(json(server().post("/oauth2/token", "", "grant_type", "client_credentials"))
                        .get("error")
                        .asString())
                .isEqualTo("invalid_client");
    }

    @Test
    default void requests_that_break_the_grammar_are_refused() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        String basic = basic(client);
        assertThat(error(server().post("/oauth2/token", basic, "grant_type", "password")))
                .isEqualTo("unsupported_grant_type");
        assertThat(error(server().post("/oauth2/token", basic, "scope", "booking.read")))
                .isEqualTo("invalid_request");
        assertThat(error(server().post("/oauth2/token", "Basic ???", "grant_type", "client_credentials")))
                .isEqualTo("invalid_request");
        assertThat(error(server().post(
                                "/oauth2/token",
                                basic,
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client.clientId(),
                                "client_secret",
                                client.clientSecret().reveal())))
                .isEqualTo("invalid_request");
        assertThat(error(server().post("/oauth2/introspect", basic, "nothing", "here")))
                .isEqualTo("invalid_request");
    }

    @Test
    default void a_token_is_valid_for_three_hours_and_no_longer() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        String token = server().token(client);
        server().clock.tick(Duration.ofHours(3).minusMillis(1));
        assertThat(server().get("/api/who", "Bearer " + token).statusCode()).isEqualTo(200);
        server().clock.tick(Duration.ofMillis(1));
        assertThat(server().get("/api/who", "Bearer " + token).statusCode()).isEqualTo(401);
        var answer = server().post("/oauth2/introspect", basic(client), "token", token);
        assertThat(answer.body()).isEqualTo("{\"active\":false}");
    }

    @Test
    default void a_revoked_token_stops_at_once() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        String token = server().token(client);
        String other = server().token(client);
        assertThat(server().get("/api/who", "Bearer " + token).statusCode()).isEqualTo(200);
        var answer = server().post("/oauth2/revoke", basic(client), "token", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server().get("/api/who", "Bearer " + token).statusCode()).isEqualTo(401);
        assertThat(server().get("/api/who", "Bearer " + other).statusCode()).isEqualTo(200);
    }

    @Test
    default void the_tokens_of_a_revoked_client_stop_at_once() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        String token = server().token(client);
        assertThat(server().get("/api/who", "Bearer " + token).statusCode()).isEqualTo(200);
        server().clients().revoke(client.clientId());
        assertThat(server().get("/api/who", "Bearer " + token).statusCode()).isEqualTo(401);
        assertThat(server().clients().find(client.clientId()).orElseThrow().revoked())
                .isTrue();
    }

    @Test
    default void introspection_tells_about_tokens_of_the_own_account_only() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ, Scope.BOOKING_WRITE);
        NewClient sibling = server().client(HARBOUR, Scope.INVENTORY_READ);
        NewClient foreign = server().client(MOUNTAIN, Scope.INVENTORY_READ);
        String token = server().token(client);
        var own = json(server().post("/oauth2/introspect", basic(sibling), "token", token));
        assertThat(own.get("active").asBoolean()).isTrue();
        assertThat(own.get("client_id").asString()).isEqualTo(client.clientId());
        assertThat(own.get("iss").asString()).isEqualTo(OauthServer.PUBLIC_URL);
        assertThat(own.get("exp").asLong())
                .isEqualTo(server().clock.instant().plus(Duration.ofHours(3)).getEpochSecond());
        assertThat(own.get("scope").asString().split(" ")).containsExactlyInAnyOrder("booking.read", "booking.write");
        assertThat(server().post("/oauth2/introspect", basic(foreign), "token", token)
                        .body())
                .isEqualTo("{\"active\":false}");
        assertThat(server().post("/oauth2/introspect", basic(foreign), "token", "no such")
                        .body())
                .isEqualTo("{\"active\":false}");
        assertThat(server().post("/oauth2/introspect", "", "token", token).statusCode())
                .isEqualTo(401);
    }

    @Test
    default void nobody_revokes_a_token_of_another_account() {
        String token = server().token(server().client(HARBOUR, Scope.BOOKING_READ));
        NewClient foreign = server().client(MOUNTAIN, Scope.BOOKING_READ);
        assertThat(server().post("/oauth2/revoke", basic(foreign), "token", token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server().post("/oauth2/revoke", "", "token", token).statusCode())
                .isEqualTo(401);
        assertThat(server().get("/api/who", "Bearer " + token).statusCode()).isEqualTo(200);
    }

    @Test
    default void clients_are_listed_without_their_secrets_and_known_outside_by_one_name() {
        NewClient first = server().client(HARBOUR, Scope.BOOKING_READ);
        server().client(MOUNTAIN, Scope.BOOKING_READ);
        var outside = server().clients().create(HARBOUR, "outside", Scope.all(), "their-name");
        assertThat(outside).isPresent();
        assertThat(server().clients().create(MOUNTAIN, "outside", Scope.all(), "their-name"))
                .isEmpty();
        assertThat(server().clients().list(HARBOUR))
                .extracting(Client::clientId)
                .containsExactlyInAnyOrder(
                        first.clientId(), outside.orElseThrow().clientId());
        assertThat(server().clients().listAll()).hasSize(3);
        assertThat(first.clientSecret().reveal()).matches("rns_[a-z0-9]{40}");
        assertThat(first.toString()).doesNotContain(first.clientSecret().reveal());
    }

    @Test
    default void neither_secrets_nor_tokens_are_in_the_database() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        String token = server().token(client);
        List<String> stored = server().database
                .transactions()
                .read(() ->
                        server().database.jdbc().sql("""
                            SELECT token_hash || ' ' || c.secret_hash FROM oauth_token t
                            JOIN oauth_client c ON c.client = t.client
                            """).query(String.class).list());
        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst())
                .isEqualTo(Sha256.hex(token) + " "
                        + Sha256.hex(client.clientSecret().reveal()));
    }

    @Test
    default void expired_tokens_are_swept_when_new_ones_come() {
        NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
        server().token(client);
        server().clock.tick(Duration.ofHours(3));
        server().token(client);
        long rows = server().database
                .transactions()
                .read(() -> server().database
                        .jdbc()
                        .sql("SELECT COUNT(*) FROM oauth_token")
                        .query(Long.class)
                        .single());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    default void many_clients_at_once_each_get_and_use_their_own_token() throws Exception {
        List<Future<Boolean>> seen = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                seen.add(threads.submit(() -> {
                    NewClient client = server().client(HARBOUR, Scope.BOOKING_READ);
                    String token = server().token(client);
                    String who = server().get("/api/who", "Bearer " + token).body();
                    server().post("/oauth2/revoke", basic(client), "token", token);
                    int after = server().get("/api/who", "Bearer " + token).statusCode();
                    return who.endsWith(client.clientId()) && after == 401;
                }));
            }
        }
        assertThat(seen).allMatch(Future::resultNow);
    }

    @Test
    default void with_the_database_gone_nobody_is_called_a_stranger() {
        try (OauthServer alone = startServer()) {
            NewClient client = alone.client(HARBOUR, Scope.BOOKING_READ);
            alone.database.close();
            var api = alone.get("/api/who", "Bearer rnt_never_seen_before");
            var token = alone.post("/oauth2/token", basic(client), "grant_type", "client_credentials");
            for (HttpResponse<String> answer : List.of(api, token)) {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            }
        }
    }

    private static String error(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return json(answer).get("error").asString();
    }
}
