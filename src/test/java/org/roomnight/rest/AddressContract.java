package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestAssertions.withoutInstance;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.oauth.Scope;
import org.roomnight.rest.RestServer.Account;
import org.roomnight.rest.RestServer.House;

/** Who may ask what at which address, and how everything else is refused. */
interface AddressContract {

    RestServer server();

    @Test
    default void R_18_unknown_foreign_and_malformed_identifiers_are_answered_alike() {
        House foreign = server().account().house();
        Account account = server().account();
        House own = account.house();
        foreign.sellCabin("2027-03-10", "2027-03-12");
        String unknown = withoutInstance(
                assertAnd404(account.get("/api/managing-entity/%s/extranet/property".formatted(UUID.randomUUID()))));
        for (String id : List.of(foreign.id.toString(), "1-1-1-1-1", "not-a-uuid")) {
            for (String rest : List.of("property", "caldav/auth", "guest-room/list", "booking/list", "availability")) {
                var answer = account.get("/api/managing-entity/%s/extranet/%s".formatted(id, rest));
                assertThat(withoutInstance(assertAnd404(answer))).as(id + rest).isEqualTo(unknown);
            }
        }
        for (String rest :
                List.of("/guest-room/" + foreign.cabin, "/booking/" + UUID.randomUUID(), "/caldav/auth", "/nothing")) {
            assertThat(withoutInstance(assertAnd404(own.get(rest)))).as(rest).isEqualTo(unknown);
        }
    }

    private static HttpResponse<String> assertAnd404(HttpResponse<String> answer) {
        assertProblem(answer, 404);
        return answer;
    }

    @Test
    default void R_19_identifiers_that_climb_or_hide_are_not_found_or_bad() {
        Account account = server().account();
        for (String id : List.of("%2e%2e", "a%2fb", "%00", "a;b=c", "%ff")) {
            var answer = account.get("/api/managing-entity/%s/extranet/property".formatted(id));
            assertThat(answer.statusCode()).as(id).isIn(400, 404);
            assertProblem(answer, answer.statusCode());
        }
    }

    @Test
    default void R_21_what_the_client_does_not_accept_is_not_acceptable() {
        assertProblem(server().account().house().get("/property", "Accept", "image/png"), 406);
    }

    @Test
    default void R_25_a_wrong_method_is_told_the_right_ones_and_an_unknown_one_is_not_implemented() {
        House house = server().account().house();
        var answer = house.json("DELETE", "/property", "");
        assertProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow").orElseThrow())
                .contains("GET")
                .contains("PUT")
                .contains("PATCH");
        assertProblem(house.json("BREW", "/property", ""), 501);
    }

    @Test
    default void R_26_without_a_token_a_challenge_is_sent() {
        for (String token : List.of("", "Bearer nonsense")) {
            var request = java.net.http.HttpRequest.newBuilder(server().uri("/api/managing-entity/list"));
            if (!token.isEmpty()) {
                request.header("Authorization", token);
            }
            var answer = server().send(request);
            assertProblem(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
        }
    }

    @Test
    default void R_29_a_token_in_the_address_or_the_body_is_not_accepted() {
        Account account = server().account();
        var request = java.net.http.HttpRequest.newBuilder(
                server().uri("/api/managing-entity/list?access_token=" + account.token));
        assertProblem(server().send(request), 400);
        var form = java.net.http.HttpRequest.newBuilder(server().uri("/api/managing-entity/list"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("access_token=" + account.token));
        assertProblem(server().send(form), 401);
    }

    @Test
    default void R_30_two_authorization_headers_are_a_bad_request() {
        Account account = server().account();
        assertProblem(account.get("/api/managing-entity/list", "Authorization", "Bearer " + account.token), 400);
    }

    @Test
    default void a_token_without_the_scope_is_told_which_one_is_missing() {
        Account account = server().account(Set.of(Scope.BOOKING_READ));
        House house = new House(account, UUID.randomUUID());
        for (String path :
                List.of("/property", "/caldav/auth", "/caldav/auth/regen", "/guest-room/list", "/availability")) {
            assertThat(assertProblem(house.get(path), 403).get("scope").stringValue())
                    .as(path)
                    .isNotBlank();
        }
        assertProblem(house.json("POST", "/booking", "{}"), 403);
        assertProblem(house.json("DELETE", "/caldav/auth", ""), 403);
    }

    @Test
    default void R_35_unknown_parameters_are_refused() {
        House house = server().account().house();
        for (String query : List.of("sort=name", "filter=%25_", "size=1&size=2", "'%3B--=1")) {
            assertProblem(house.get("/booking/list?" + query), 400);
        }
    }

    @Test
    default void R_37_thousands_of_parameters_are_refused() {
        House house = server().account().house();
        assertThat(house.get("/booking/list?" + "a=1&".repeat(1_500)).statusCode())
                .isEqualTo(400);
        assertThat(house.get("/booking/list?" + "a=1&".repeat(10_000)).statusCode())
                .isIn(400, 414, 431);
    }

    @Test
    default void R_45_a_method_override_has_no_effect() {
        House house = server().account().house();
        house.json("POST", "/caldav/auth/regen", "");
        assertThat(house.get("/caldav/auth?_method=DELETE").statusCode()).isEqualTo(200);
        assertThat(house.get("/caldav/auth", "X-HTTP-Method-Override", "DELETE").statusCode())
                .isEqualTo(200);
        assertThat(house.get("/caldav/auth").statusCode()).isEqualTo(200);
    }

    @Test
    default void R_46_a_preflight_of_another_origin_is_allowed_nothing() {
        var answer = server().send(java.net.http.HttpRequest.newBuilder(server().uri("/api/managing-entity/list"))
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isIn(204, 403);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-allow"));
    }

    @Test
    default void the_api_version_is_2_0_or_left_out() {
        House house = server().account().house();
        for (String version : List.of("2.0", "2.0.0")) {
            assertThat(house.get("/property", "Wink-Version", version).statusCode())
                    .isEqualTo(200);
        }
        for (String version : List.of("1.0", "2", "", "2.0.0.0", "2.0.1", "3.0.0")) {
            var problem = assertProblem(house.get("/property", "Wink-Version", version), 400);
            assertThat(problem.get("supportedVersions").toString()).isEqualTo("[\"2.0\",\"2.0.0\"]");
        }
    }

    @Test
    default void every_answer_has_the_headers_that_keep_browsers_quiet() {
        House house = server().account().house();
        for (var answer : List.of(house.get("/property"), house.get("/nothing"), house.get("/booking/list"))) {
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .contains("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }
}
