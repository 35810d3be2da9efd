package org.roomnight.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.oauth.OauthServer.HARBOUR;
import static org.roomnight.oauth.OauthServer.basic;
import static org.roomnight.oauth.OauthServer.json;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.roomnight.TickingClock;
import org.roomnight.storage.TestDatabases;

/** What stands before every call of the API, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiDoorTest {

    private final OauthServer server = new OauthServer(TestDatabases.sqlite(), new TickingClock(), Map.of());

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void r26_without_a_token_the_answer_is_401_with_a_plain_challenge() {
        for (String authorization : List.of("", "Basic eDp5", "Digest x", "Negotiate y", "Bear x")) {
            var answer = server.get("/api/who", authorization);
            assertProblem(answer, 401, "authentication-needed");
            assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
        }
        assertProblem(server.get("/api/no/such/route"), 401, "authentication-needed");
    }

    @Test
    void r27_a_bad_token_is_told_to_be_one() {
        for (String token : List.of("nonsense", "", " x", "a b", "ü", "rnt_" + "a".repeat(4000), "a.b.c")) {
            var answer = raw("GET /api/who HTTP/1.1", "Authorization: Bearer " + token);
            assertThat(answer).as(token).startsWith("HTTP/1.1 401").contains("Bearer error=\"invalid_token\"");
        }
        assertProblem(server.get("/api/who", "Bearer nonsense"), 401, "token-refused");
    }

    @Test
    void the_scheme_is_read_in_any_case() {
        String token = server.token(server.client(HARBOUR, Scope.BOOKING_READ));
        assertThat(server.get("/api/who", "bearer " + token).statusCode()).isEqualTo(200);
        assertThat(server.get("/api/who", "Bearer  " + token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_missing_scope_is_named() {
        String token = server.token(server.client(HARBOUR, Scope.BOOKING_READ));
        var answer = server.post("/api/who", "Bearer " + token, "a", "b");
        assertProblem(answer, 403, "scope-missing");
        assertThat(json(answer).get("scope").asString()).isEqualTo("booking.write");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer error=\"insufficient_scope\", scope=\"booking.write\"");
    }

    @Test
    void r29_a_token_in_the_address_or_the_body_is_never_accepted() {
        String token = server.token(server.client(HARBOUR, Scope.BOOKING_READ, Scope.BOOKING_WRITE));
        var query = server.get("/api/who?access_token=" + token);
        assertProblem(query, 400, "token-in-address");
        assertThat(query.body()).doesNotContain(token);
        assertProblem(server.get("/api/who?a=b&access_token=" + token, "Bearer " + token), 400, "token-in-address");
        assertProblem(server.post("/api/who", "", "access_token", token), 401, "authentication-needed");
    }

    @Test
    void r30_two_authorization_headers_are_refused() {
        NewClient client = server.client(HARBOUR, Scope.BOOKING_READ);
        String token = "Bearer " + server.token(client);
        var twice = server.send(
                server.request("/api/who").header("Authorization", token).header("Authorization", token));
        assertProblem(twice, 400, "two-authorizations");
        var atTokenEndpoint = server.send(server.request("/oauth2/token")
                .header("Authorization", basic(client))
                .header("Authorization", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(atTokenEndpoint.statusCode()).isEqualTo(400);
        assertThat(json(atTokenEndpoint).get("error").asString()).isEqualTo("invalid_request");
    }

    @Test
    void r45_method_overrides_are_ignored() {
        String token = "Bearer " + server.token(server.client(HARBOUR, Scope.BOOKING_READ));
        var answer = server.send(server.request("/api/who?_method=POST")
                .header("Authorization", token)
                .header("X-HTTP-Method-Override", "POST"));
        assertThat(answer.body()).startsWith(HARBOUR.toString());
    }

    @Test
    void r46_a_preflight_gets_no_allow_headers() {
        for (String path : List.of("/api/who", "/oauth2/token", "/")) {
            var answer = raw(
                    "OPTIONS " + path + " HTTP/1.1",
                    "Origin: https://evil.example",
                    "Access-Control-Request-Method: GET");
            assertThat(answer).as(path).doesNotContainIgnoringCase("access-control-allow");
        }
        assertThat(raw("OPTIONS /api/who HTTP/1.1", "Origin: https://a.example", "Access-Control-Request-Method: GET"))
                .startsWith("HTTP/1.1 403")
                .contains("urn:roomnight:problem:cross-origin-refused");
    }

    @Test
    void nothing_sets_a_cookie_and_security_headers_are_sent() {
        var answer = server.get("/api/who", "Bearer nonsense");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void paths_that_climb_or_hide_lead_nowhere() {
        for (String path : List.of("/api//who", "/api/who;a=b", "/api/a%5cb", "/api/a%25b", "/api/../api/who")) {
            var answer = raw("GET " + path + " HTTP/1.1");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (400|404) .*");
        }
        assertThat(raw("GET /api/who;a=b HTTP/1.1")).startsWith("HTTP/1.1 404").contains("application/problem+json");
        assertThat(raw("PROPFIND /api/who HTTP/1.1")).startsWith("HTTP/1.1 401");
        assertThat(raw("BREW /api/who HTTP/1.1")).startsWith("HTTP/1.1 501").contains("method-unknown");
    }

    @Test
    void addresses_outside_of_the_doors_are_not_found() {
        for (String path : List.of("/secret", "/error", "/oauth2/authorize", "/oauth2/jwks", "/login", "/logout")) {
            assertProblem(server.get(path), 404, "not-found");
        }
        assertProblem(server.get("/actuator/env"), 404, "not-found");
        assertProblem(server.get("/oauth2/token"), 405, "method-not-allowed");
    }

    @Test
    void metadata_name_what_is_there_and_nothing_else() {
        var answer = server.get("/.well-known/oauth-authorization-server");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        var metadata = json(answer);
        assertThat(metadata.get("issuer").asString()).isEqualTo(OauthServer.PUBLIC_URL);
        assertThat(metadata.get("token_endpoint").asString()).isEqualTo(OauthServer.PUBLIC_URL + "/oauth2/token");
        assertThat(metadata.get("scopes_supported").size()).isEqualTo(9);
        assertThat(metadata.has("authorization_endpoint")).isFalse();
        assertThat(metadata.has("jwks_uri")).isFalse();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        var problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:roomnight:problem:" + slug);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).startsWith("urn:uuid:");
    }

    /** What java.net.http would refuse to send. */
    private String raw(String line, String... headers) {
        try (Socket socket = new Socket("localhost", server.port)) {
            String head = line + "\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join(
                            "", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
