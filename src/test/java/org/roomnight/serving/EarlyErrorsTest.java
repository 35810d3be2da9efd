package org.roomnight.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.RawHttp;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer;

/** What a request is answered that never got as far as a door, whatever its method. */
final class EarlyErrorsTest {

    private static final String LONG = "a".repeat(9 * 1024);
    private static final String MANY = "X: y\r\n".repeat(StrictRequests.MAX_FIELDS);

    private static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "REPORT", "MKCALENDAR", "MOVE", "FOO");

    private static String ask(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\nHost: a\r\n%s\r\n".formatted(method, path, headers);
    }

    private static Answer answer(String request) {
        try (RawHttp raw = new RawHttp(TestServer.sqlite())) {
            return raw.send(request).read();
        }
    }

    static List<String> methods() {
        return METHODS;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void it_is_a_problem_for_every_method(String method) {
        assertProblem(answer(ask(method, "/" + LONG, "")), 414);
        assertProblem(answer(ask(method, "/", MANY)), 431);
        assertProblem(answer(ask(method, "/", "X-A: " + LONG + LONG + "\r\n")), 431);
        assertProblem(answer(ask(method, "/", "Host: b\r\n")), 400);
        assertProblem(answer(ask(method, "/%zz", "")), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PROPFIND", "REPORT", "MKCALENDAR"})
    void below_dav_it_is_a_dav_error(String method) {
        assertDavError(answer(ask(method, "/dav/" + LONG, "")), 414);
        assertDavError(answer(ask(method, "/dav/", MANY)), 431);
        assertDavError(answer(ask(method, "/dav/", "Host: b\r\n")), 400);
    }

    /** One place decides on addresses that two programs could read differently, for all doors. */
    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%5Cb", "%2e%2e/x", "..;/x", "a%0Ab", "\\x"})
    void an_address_that_could_be_read_as_another_is_refused_at_each_door_in_its_words(String name) {
        for (String method : new String[] {"GET", "PUT", "PROPFIND"}) {
            assertProblem(answer(ask(method, "/api/" + name, "")), 400);
            assertProblem(answer(ask(method, "/api/cal/property/" + name, "")), 400);
        }
        assertProblem(answer(ask("GET", "/api/a%25b", "")), 400);
        for (String method : new String[] {"GET", "PUT", "PROPFIND", "MOVE"}) {
            assertDavError(answer(ask(method, "/dav/calendars/" + name, "")), 400);
        }
        assertThat(answer(ask("GET", "/dav/a%25b", "")).status())
                .as("a percent sign is a character of a name")
                .isEqualTo(401);
    }

    /** Of most of these the web server keeps neither method nor address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%zz",
                "a%",
                "a%1",
                "%00",
                "a%00b",
                "%ff",
                "%C3",
                "%ed%a0%80",
                "%u0041",
                "a%2Fb",
                "a%0Ab",
                "../../../x"
            })
    void an_address_that_is_none_is_refused_in_the_words_of_its_door(String name) {
        for (String method : METHODS) {
            for (String door : new String[] {"/", "/api/", "/ical/", "/oauth2/", "http://a/"}) {
                assertProblem(answer(ask(method, door + name, "")), 400);
            }
            for (String door : new String[] {"/dav/", "/dav/calendars/", "http://a/dav/", "/.well-known/caldav/"}) {
                assertDavError(answer(ask(method, door + name, "")), 400);
            }
        }
        assertDavError(answer(ask("PROPFIND", "/.well-known/caldav%zz", "")), 400);
        for (String door : new String[] {"/", "/dav/", "/.well-known/caldav/"}) {
            assertNothing(400, ask("HEAD", door + name, "Connection: close\r\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dav/", "/.well-known/caldav"})
    void it_is_nothing_for_head(String path) {
        assertNothing(431, ask("HEAD", path, MANY + "Connection: close\r\n"));
    }

    private static void assertNothing(int status, String request) {
        try (RawHttp raw = new RawHttp(TestServer.sqlite())) {
            String whole = new String(raw.send(request).rest(), StandardCharsets.US_ASCII);
            assertThat(whole).startsWith("HTTP/1.1 " + status + " ").endsWith("\r\n\r\n");
        }
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"instance\":\"urn:uuid:");
    }

    private static void assertDavError(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml; charset=utf-8");
        assertThat(answer.body()).contains("<D:error xmlns:D=\"DAV:\"");
    }
}
