package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.storage.Database;

/** What becomes of a body that nobody wants, at the doors that refuse before they read it. */
final class UnreadBodyTest {

    private static final List<String> REFUSED = List.of(
            "PUT /api/managing-entity/058b835a-0000-7000-8000-000000000002/extranet/property",
            "PUT /dav/calendars/058b835a-0000-7000-8000-000000000002/cabin/a.ics",
            "PATCH /api/managing-entity/list");

    private static String head(String line, int octets, String more) {
        return "%s HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(line, octets, more);
    }

    @Test
    void the_longest_that_is_read_lets_the_connection_go_on() {
        for (String line : REFUSED) {
            try (RawHttp raw = new RawHttp(TestServer.sqlite())) {
                raw.send(head(line, UnreadBody.MAX_OCTETS, "") + "x".repeat(UnreadBody.MAX_OCTETS));
                assertThat(raw.read().status()).as(line).isBetween(400, 499);
                assertThat(raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                        .as(line)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void it_lets_the_connection_go_on_while_the_database_is_away_too() {
        try (TestServer server = new TestServer(TestServer.Place.make())) {
            House house = server.account().house();
            server.bean(Database.class).close();
            String known = "Authorization: " + TestServer.basic(house.hotel(), house.passkey()) + "\r\n";
            for (String method : List.of("PROPPATCH", "PUT", "GET", "DELETE")) {
                try (RawHttp raw = new RawHttp(server)) {
                    String line = "%s /dav/calendars/%s/bookings/a.ics".formatted(method, house.hotel());
                    raw.send(head(line, UnreadBody.MAX_OCTETS, known) + "x".repeat(UnreadBody.MAX_OCTETS));
                    assertThat(raw.read().status()).as(line).isEqualTo(503);
                    assertThat(raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                                    .read()
                                    .status())
                            .as(line)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void a_longer_one_is_not_waited_for_and_ends_the_connection() {
        for (String line : REFUSED) {
            try (RawHttp raw = new RawHttp(TestServer.sqlite()).send(head(line, UnreadBody.MAX_OCTETS + 1, ""))) {
                assertThat(raw.read().status()).as(line).isBetween(400, 499);
                assertThat(raw.closed()).as(line).isTrue();
            }
        }
    }

    @Test
    void a_client_that_asks_before_it_sends_is_answered_at_once() {
        for (String line : REFUSED) {
            try (RawHttp raw = new RawHttp(TestServer.sqlite()).send(head(line, 1000, "Expect: 100-continue\r\n"))) {
                assertThat(raw.read().status()).as(line).isBetween(400, 499);
            }
        }
    }
}
