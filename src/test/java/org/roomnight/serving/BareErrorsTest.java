package org.roomnight.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.RawHttp;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer;

/** What a request is answered that never got as far as a door, whatever its method. */
final class BareErrorsTest {

    private static final String LONG = "a".repeat(9 * 1024);
    private static final String MANY = "X: y\r\n".repeat(Strictness.MAX_FIELDS);

    private static String ask(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\nHost: a\r\n%s\r\n".formatted(method, path, headers);
    }

    private static Answer answer(String request) {
        try (RawHttp raw = new RawHttp(TestServer.sqlite())) {
            return raw.send(request).read();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "REPORT", "MKCALENDAR", "FOO"})
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

    /** Of these the web server reads no address at all, so that nobody knows the door. */
    @ParameterizedTest
    @ValueSource(strings = {"a%zz", "a%", "%00"})
    void an_address_that_is_none_is_refused_as_a_problem_at_every_door(String name) {
        for (String door : new String[] {"/", "/api/", "/dav/calendars/"}) {
            assertProblem(answer(ask("PUT", door + name, "")), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dav/"})
    void it_is_nothing_for_head(String path) {
        try (RawHttp raw = new RawHttp(TestServer.sqlite())) {
            String whole = new String(
                    raw.send(ask("HEAD", path, MANY + "Connection: close\r\n")).rest(),
                    java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(whole).startsWith("HTTP/1.1 431 ").endsWith("\r\n\r\n");
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
