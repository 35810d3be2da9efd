package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer.Account;
import org.roomnight.TestServer.House;

/** Requests that are malformed or mean two things, octet by octet (RFC 9112 §11). */
final class HttpTortureTest {

    private static final String LIST = "/api/managing-entity/list";

    private final TestServer server = TestServer.sqlite();

    private static String get(String target, String... headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + String.join("", headers) + "\r\n";
    }

    private static String post(String... headers) {
        return "POST /oauth2/token HTTP/1.1\r\nHost: a\r\n" + String.join("", headers) + "\r\n";
    }

    private void talk(String octets, Consumer<RawHttp> then) {
        try (RawHttp raw = new RawHttp(server)) {
            then.accept(raw.send(octets));
        }
    }

    private void assertRefusedAndClosed(String octets, Integer... statuses) {
        talk(octets, raw -> {
            Answer answer = raw.read();
            assertThat(answer.status()).as(octets).isIn((Object[]) statuses);
            assertThat(answer.header("Content-Type")).as(octets).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("\"status\":" + answer.status(), "\"instance\":\"urn:uuid:");
            assertThat(raw.closed()).as(octets).isTrue();
        });
    }

    private Answer answer(String octets) {
        try (RawHttp raw = new RawHttp(server)) {
            return raw.send(octets).read();
        }
    }

    @Test
    void H_01_content_length_with_transfer_encoding_is_refused_and_the_connection_closed() {
        assertRefusedAndClosed(post("Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400);
        assertRefusedAndClosed(post("Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\n") + "0\r\n\r\n", 400);
    }

    @Test
    void H_02_two_content_lengths_and_such_that_are_no_number_are_refused_and_the_connection_closed() {
        for (String length : List.of("+5", "0x5", "5,5", "-1", "5 5", "", "99999999999999999999")) {
            assertRefusedAndClosed(post("Content-Length: " + length + "\r\n") + "hello", 400);
        }
        assertRefusedAndClosed(post("Content-Length: 5\r\n", "Content-Length: 5\r\n") + "hello", 400);
        assertRefusedAndClosed(post("Content-Length: 5\r\n", "Content-Length: 6\r\n") + "hello!", 400);
    }

    @Test
    void H_04_transfer_encoding_in_http_1_0_is_refused_and_the_connection_closed() {
        assertRefusedAndClosed(
                post("Transfer-Encoding: chunked\r\n").replace("HTTP/1.1", "HTTP/1.0") + "0\r\n\r\n", 400);
    }

    @Test
    void H_05_chunks_that_are_not_exact_are_refused_and_the_connection_closed() {
        String head = "PUT /api/managing-entity/e2c7b4d3-1a8f-4e9c-b5d6-3a9f0e7c2b18/extranet/property HTTP/1.1\r\n"
                + "Host: a\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + server.account().token() + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (String chunk : List.of(
                "zz\r\nhello\r\n0\r\n\r\n",
                "10000000000000000\r\nx\r\n0\r\n\r\n",
                "-1\r\nx\r\n0\r\n\r\n",
                "5;" + "x".repeat(10 * 1024) + "\r\nhello\r\n0\r\n\r\n",
                "5\nhello\n0\n\n",
                "5\r\nhelloXX\r\n0\r\n\r\n")) {
            talk(head + chunk, raw -> {
                assertThat(raw.read().status()).as(chunk).isIn(400, 422);
                assertThat(raw.closed()).as(chunk).isTrue();
            });
        }
        for (String coding : List.of("gzip", "chunked, gzip", "chunked, chunked", "xchunked", "identity")) {
            assertRefusedAndClosed(post("Transfer-Encoding: " + coding + "\r\n") + "0\r\n\r\n", 400, 501);
        }
    }

    @Test
    void H_06_folded_and_broken_header_lines_are_refused() {
        for (String header : List.of(
                "X-A: a\r\n b\r\n",
                "X-A : a\r\n",
                "X-A: a\0b\r\n",
                "X-A: a\rb\r\n",
                " X-A: a\r\n",
                "X A: a\r\n",
                ": a\r\n",
                "X-A\r\n",
                "X-A: a\n")) {
            assertRefusedAndClosed(get("/", header), 400);
        }
    }

    @Test
    void H_08_a_request_has_one_host_that_is_one() {
        assertRefusedAndClosed("GET / HTTP/1.1\r\n\r\n", 400);
        assertRefusedAndClosed("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
        for (String host : List.of("a/b", "a b", "a:b:c", "a@b", "a:99999", "<a>")) {
            assertRefusedAndClosed("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", 400);
        }
    }

    @Test
    void H_09_the_host_of_an_absolute_address_changes_nothing() {
        House house = server.account().house();
        for (String target : List.of("http://evil.example/", "http://evil.example:99/")) {
            String request = "GET " + target + house.path("/caldav/auth").substring(1)
                    + " HTTP/1.1\r\nHost: also-evil.example\r\nAuthorization: Bearer "
                    + house.account().token() + "\r\n\r\n";
            Answer answer = answer(request);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains(TestServer.PUBLIC_URL).doesNotContain("evil");
            assertThat(String.join("", answer.headers())).doesNotContain("evil");
        }
    }

    @Test
    void H_10_long_request_lines_and_many_or_long_headers_are_refused() {
        assertThat(answer(get("/" + "a".repeat(8 * 1024 - 1))).status()).isEqualTo(404);
        assertThat(answer(get("/" + "a".repeat(8 * 1024))).status()).isEqualTo(414);
        assertThat(answer(get("/" + "a".repeat(9 * 1024))).status()).isEqualTo(414);
        assertThat(answer(get("/" + "a".repeat(40 * 1024))).status()).isEqualTo(414);
        assertThat(answer(get("/", "X-A: " + "a".repeat(17 * 1024) + "\r\n")).status())
                .isEqualTo(431);
        assertThat(answer(get("/", "X-A: a\r\n".repeat(99))).status()).isEqualTo(200);
        assertThat(answer(get("/", "X-A: a\r\n".repeat(100))).status()).isEqualTo(431);
    }

    @Test
    void H_12_paths_are_never_normalised_across_segments() {
        Account account = server.account();
        House house = account.house();
        String auth = "Authorization: Bearer " + account.token() + "\r\n";
        String basic = "Authorization: " + TestServer.basic(house.hotel(), house.passkey()) + "\r\n";
        for (String path : List.of(
                "//api/managing-entity/list",
                "/api//managing-entity/list",
                "/api/./managing-entity/list",
                "/api/x/../managing-entity/list",
                "/./api/managing-entity/list",
                LIST + ";jsessionid=1",
                "/api;a=b/managing-entity/list",
                "/api%2fmanaging-entity/list",
                "/api/managing-entity%2Flist",
                "/api/%2e%2e/api/managing-entity/list",
                "/api\\managing-entity\\list",
                LIST + "%00",
                LIST + "/",
                "/../etc/passwd")) {
            assertThat(answer(get(path, auth)).status()).as(path).isIn(400, 404);
        }
        for (String path : List.of(
                "/" + house.feedPath(),
                house.feedPath().replace("/booking", "//booking"),
                house.feedPath() + ";a=b",
                house.feedPath().replace("/booking", "/./booking"),
                house.feedPath().replace("/booking", "/x/../booking"),
                house.feedPath().replace("/booking/list", "/booking%2flist"),
                house.feedPath().replace("/cal/", "/%63al/"))) {
            assertThat(answer(get(path, basic)).status()).as(path).isIn(400, 401, 404);
        }
    }

    @Test
    void H_13_pipelined_requests_are_each_answered_as_who_sent_them_and_in_order() {
        House one = server.account().house();
        House two = server.account().house();
        one.record(one.cabin(), "2027-03-10", "2027-03-11");
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            House house = i % 2 == 0 ? one : two;
            requests.append(get(
                    i % 3 == 0 ? house.path("/property") : house.feedPath(),
                    "Authorization: "
                            + (i % 3 == 0
                                    ? "Bearer " + house.account().token()
                                    : TestServer.basic(house.hotel(), i % 5 == 1 ? "wrong" : house.passkey()))
                            + "\r\n"));
        }
        talk(requests.toString(), raw -> {
            for (int i = 0; i < 20; i++) {
                House house = i % 2 == 0 ? one : two;
                Answer answer = raw.read();
                if (i % 3 == 0) {
                    assertThat(answer.body()).as("request " + i).contains(house.hotel());
                } else if (i % 5 == 1) {
                    assertThat(answer.status()).as("request " + i).isEqualTo(401);
                } else {
                    assertThat(answer.body().contains("VEVENT"))
                            .as("request " + i)
                            .isEqualTo(house == one);
                }
            }
        });
    }

    @Test
    void H_14_trace_and_connect_are_refused() {
        Account account = server.account();
        for (String target : List.of("/", LIST, "/oauth2/token", "/actuator/health/liveness", "/api/cal/x")) {
            String trace = get(target, "Authorization: Bearer " + account.token() + "\r\n")
                    .replaceFirst("GET", "TRACE");
            assertThat(answer(trace).status()).as(target).isIn(405, 501);
        }
        assertThat(answer("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n")
                        .status())
                .isIn(400, 405, 501);
    }

    @Test
    void H_16_a_body_in_a_coding_other_than_gzip_is_refused() {
        House house = server.account().house();
        String path = house.path("/booking/" + java.util.UUID.randomUUID());
        for (String coding : List.of("br", "gzip, gzip", "deflate")) {
            var answer = house.account().send("PUT", path, "{}", "Content-Encoding", coding);
            assertThat(answer.statusCode()).as(coding).isEqualTo(415);
            assertThat(TestServer.header(answer, "Accept-Encoding")).isEqualTo("gzip");
        }
        assertThat(house.account()
                        .send("PUT", path, "{}", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void H_17_a_body_that_is_too_large_is_refused_without_being_asked_for() {
        House house = server.account().house();
        String request = "PUT " + house.path("/property") + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + house.account().token()
                + "\r\nContent-Type: application/json\r\nContent-Length: 10737418240\r\nExpect: 100-continue\r\n\r\n";
        talk(request, raw -> {
            assertThat(raw.read().status()).isEqualTo(413);
            assertThat(raw.closed()).isTrue();
        });
    }

    @Test
    void H_18_an_unknown_expectation_fails() {
        assertThat(answer(get("/", "Expect: nonsense\r\n")).status()).isEqualTo(417);
    }

    @Test
    void H_26_http_2_is_not_spoken() {
        talk("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", raw -> {
            assertThat(raw.read().status()).isIn(400, 426, 505);
            assertThat(raw.closed()).isTrue();
        });
        Answer upgrade = answer(get(
                "/",
                "Connection: Upgrade, HTTP2-Settings\r\n",
                "Upgrade: h2c\r\n",
                "HTTP2-Settings: AAMAAABkAAQAAP__\r\n"));
        assertThat(upgrade.status()).isEqualTo(200);
    }
}
