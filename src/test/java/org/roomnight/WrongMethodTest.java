package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Addresses in front of the API refuse a method as the API does: with a problem (RFC 9457 §3) and Allow. */
class WrongMethodTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/robots.txt", "/actuator/health/liveness", "/actuator/health/readiness"})
    void a_page_that_can_only_be_read_says_so(String path) {
        TestServer server = TestServer.sqlite();
        for (String method : List.of("POST", "PUT", "DELETE")) {
            var answer = server.send(server.request(path).method(method, BodyPublishers.ofString("x")));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = json(answer);
            assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "instance");
            assertThat(problem.get("type").stringValue()).isEqualTo("urn:roomnight:problem:method-not-allowed");
            assertThat(problem.get("status").intValue()).isEqualTo(405);
            assertThat(problem.get("instance").stringValue()).startsWith("urn:uuid:");
        }
    }

    /** Programs look for calendars and address books at addresses of other servers (RFC 9110 §15.6.2). */
    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "PROPPATCH", "REPORT", "MKCALENDAR", "MKCOL", "COPY", "MOVE"})
    void a_method_of_webdav_finds_nothing_where_nothing_is(String method) {
        TestServer server = TestServer.sqlite();
        for (String path : List.of("/principals/", "/.well-known/carddav", "/calendars/x/", "/remote.php/dav/")) {
            assertThat(server.send(server.request(path).method(method, BodyPublishers.noBody()))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(server.send(server.request(path).method("BREW", BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(501);
        }
        assertThat(server.send(server.request("/api/nothing").method(method, BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        TestServer.Account account = server.account();
        assertThat(account.send(method, "/api/nothing", "").statusCode()).isEqualTo(404);
        var there = account.send(method, "/api/managing-entity/list", "");
        assertThat(there.statusCode()).isEqualTo(405);
        assertThat(header(there, "Allow")).isEqualTo("GET");
    }
}
