package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.TestServer;
import org.roomnight.rest.RestServer.House;

/** Bodies are UTF-8 of one type, and what says otherwise is not read as if it were. */
interface MediaTypeContract {

    RestServer server();

    private RawHttp.Answer sent(String method, String path, String authorization, String headers, String body) {
        try (RawHttp http = new RawHttp(server().server())) {
            return http.send("%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n%s\r\n%s"
                            .formatted(method, path, authorization, headers, body))
                    .read();
        }
    }

    private static String typed(String type) {
        return "Content-Type: %s\r\nContent-Length: 2\r\n".formatted(type);
    }

    private static List<String> refused(String type) {
        return List.of(
                type + ";charset=iso-8859-1",
                type + "; charset=\"utf-16\"",
                type + "; charset=klingon",
                type + "; charset=utf-8; charset=utf-8",
                type + "; charset",
                type + "/x",
                "nonsense",
                type + "\r\nContent-Type: " + type);
    }

    @Test
    default void a_json_body_of_another_charset_or_type_is_refused_with_the_type_that_is_taken() {
        House house = server().account().house();
        String bearer = "Bearer " + house.account.token;
        for (String type : refused("application/json")) {
            var post = sent("POST", house.path("/booking"), bearer, typed(type), "{}");
            assertThat(post.status()).as(type).isEqualTo(415);
            assertThat(post.header("Accept-Post")).isEqualTo("application/json");
            var patch = sent("PATCH", house.path("/property"), bearer, typed(type), "{}");
            assertThat(patch.status()).as(type).isEqualTo(415);
            assertThat(patch.header("Accept-Patch")).contains("application/merge-patch+json");
        }
        for (String type :
                List.of("application/json", "Application/JSON;charset=\"UTF-8\"", "application/json; x=y;")) {
            assertThat(sent("POST", house.path("/booking"), bearer, typed(type), "{}")
                            .status())
                    .as(type)
                    .isEqualTo(422);
        }
    }

    @Test
    default void a_form_of_another_charset_or_type_is_refused() {
        for (String type : refused("application/x-www-form-urlencoded")) {
            var answer = sent("POST", "/oauth2/token", "Basic eDp5", typed(type), "a=");
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.header("Accept-Post")).isEqualTo("application/x-www-form-urlencoded");
        }
    }

    @Test
    default void a_calendar_entry_of_another_charset_is_refused() {
        TestServer.House house = server().server().account().house();
        String basic = TestServer.basic(house.hotel(), house.passkey());
        String path = "/dav/calendars/%s/cabin/x.ics".formatted(house.hotel());
        for (String type : refused("text/calendar")) {
            assertThat(sent("PUT", path, basic, typed(type), "{}").status())
                    .as(type)
                    .isEqualTo(415);
        }
    }

    @Test
    default void a_transfer_coding_that_is_not_undone_is_refused_at_every_door() {
        for (String path : List.of("/api/managing-entity/list", "/dav/", "/oauth2/token", "/api/cal/property/x")) {
            for (String coding : List.of(
                    "gzip, chunked", "gzip", "identity", "identity, chunked", "x\r\nTransfer-Encoding: chunked")) {
                var answer =
                        sent("POST", path, "Basic eDp5", "Transfer-Encoding: %s\r\n".formatted(coding), "0\r\n\r\n");
                assertThat(answer.status()).as(coding).isIn(400, 501);
            }
        }
    }
}
