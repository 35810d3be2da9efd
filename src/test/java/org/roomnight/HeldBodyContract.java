package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.basic;
import static org.roomnight.TestServer.text;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.TestServer.Account;
import org.roomnight.TestServer.House;
import org.roomnight.connection.Connections;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Secret;
import org.roomnight.oauth.Clients;

/** A request whose head was let in does nothing once its passkey or token has ended, however late its body comes. */
interface HeldBodyContract {

    TestServer server();

    /** A node of the same database on which the passkey or token ends, at times another than the one that is asked. */
    TestServer ending();

    String EVENT = """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:x\r
        BEGIN:VEVENT\r
        UID:held\r
        DTSTAMP:20270101T000000Z\r
        DTSTART;VALUE=DATE:20270601\r
        SUMMARY:late\r
        END:VEVENT\r
        END:VCALENDAR\r
        """;

    String QUERY = "<D:propfind xmlns:D='DAV:'><D:allprop/></D:propfind>";
    String PATCH = "<D:propertyupdate"
            + " xmlns:D='DAV:'><D:set><D:prop><D:displayname>x</D:displayname></D:prop></D:set></D:propertyupdate>";
    String SYNC = "<D:sync-collection"
            + " xmlns:D='DAV:'><D:sync-token/><D:sync-level>1</D:sync-level><D:prop/></D:sync-collection>";

    private RawHttp held(String method, String path, String authorization, String type, String body, String... more) {
        RawHttp http = new RawHttp(server());
        String head = "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Type: %s\r\n%s"
                .formatted(method, path, authorization, type, String.join("", more));
        boolean chunked = head.contains("chunked");
        String framing = chunked ? "" : "Content-Length: %d\r\n".formatted(body.length());
        String begin = body.substring(0, Math.min(5, body.length()));
        http.send(head + framing + "\r\n" + (chunked ? "5\r\n" + begin + "\r\n" : begin));
        return http;
    }

    private static RawHttp.Answer finish(RawHttp http, String body) {
        return http.send(body.substring(Math.min(5, body.length()))).read();
    }

    private static RawHttp.Answer finishChunked(RawHttp http, String body) {
        String rest = body.substring(5);
        return http.send("%x\r\n%s\r\n0\r\n\r\n".formatted(rest.length(), rest)).read();
    }

    /** Until the other node must have told, and the head has been let in before. */
    private void end(House house, Runnable ending) {
        house.feed(); // answered after the heads that were sent before were let in, more or less
        pauseUntilLetIn();
        ending.run();
        server().clock().tick(Duration.ofSeconds(1));
    }

    /** Nothing tells that a head was read but that the server waits for its body. */
    private static void pauseUntilLetIn() {
        long until = System.nanoTime() + Duration.ofMillis(150).toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private void regenerate(House house) {
        house.at(ending()).regenerated();
    }

    private String calendar(House house) {
        return "/dav/calendars/%s/cabin/".formatted(house.hotel());
    }

    @Test
    default void no_method_of_caldav_does_anything_with_a_passkey_that_was_replaced() {
        House house = server().account().house();
        String auth = basic(house.hotel(), house.passkey());
        String calendar = calendar(house);
        String entry = calendar + "held.ics";
        String other = calendar + "other.ics";
        server().send(server().request(other, "Authorization", auth, "Content-Type", "text/calendar")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                        EVENT.replace("UID:held", "UID:other").replace("20270601", "20270701"))));
        String elsewhere = "Destination: %s\r\n".formatted(entry);
        List<RawHttp> held = List.of(
                held("PUT", entry, auth, "text/calendar", EVENT),
                held("DELETE", other, auth, "text/plain", "12345678"),
                held("PROPPATCH", calendar, auth, "application/xml", PATCH),
                held("MKCALENDAR", "/dav/calendars/%s/new/".formatted(house.hotel()), auth, "text/xml", "12345678"),
                held("COPY", other, auth, "text/plain", "12345678", elsewhere),
                held("MOVE", other, auth, "text/plain", "12345678", elsewhere),
                held("REPORT", calendar, auth, "application/xml", SYNC),
                held("PROPFIND", calendar, auth, "application/xml", QUERY));
        end(house, () -> regenerate(house));
        List<String> bodies = List.of(EVENT, "12345678", PATCH, "12345678", "12345678", "12345678", SYNC, QUERY);
        for (int i = 0; i < bodies.size(); i++) {
            assertThat(finish(held.get(i), bodies.get(i)).status())
                    .as("method %d", i)
                    .isEqualTo(401);
        }
        held.forEach(RawHttp::close);
        assertThat(house.available(house.cabin(), "2027-06-01")).isOne();
        assertThat(house.available(house.cabin(), "2027-07-01")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n"})
    default void a_body_without_a_length_lets_nobody_stay_longer(String framing) {
        House house = server().account().house();
        String auth = basic(house.hotel(), house.passkey());
        try (RawHttp http = held("PUT", calendar(house) + "held.ics", auth, "text/calendar", EVENT, framing)) {
            end(house, () -> regenerate(house));
            RawHttp.Answer answer = finishChunked(http, EVENT);
            assertThat(answer.status() == 100 ? http.read().status() : answer.status())
                    .isEqualTo(401);
        }
        assertThat(house.available(house.cabin(), "2027-06-01")).isOne();
    }

    @Test
    default void a_connection_that_was_ended_writes_nothing_any_more() {
        House house = server().account().house();
        String auth = basic(house.hotel(), house.passkey());
        try (RawHttp http = held("PUT", calendar(house) + "held.ics", auth, "text/calendar", EVENT)) {
            end(
                    house,
                    () -> new Account(
                                    ending(),
                                    house.account().id(),
                                    house.account().token())
                            .done("DELETE", house.path("/caldav/auth"), ""));
            assertThat(finish(http, EVENT).status()).isEqualTo(401);
        }
        assertThat(house.available(house.cabin(), "2027-06-01")).isOne();
    }

    @Test
    default void no_call_of_the_api_does_anything_with_the_token_of_a_client_that_was_removed() {
        House house = server().account().house();
        Account account = house.account();
        String client = account.server()
                .bean(Clients.class)
                .list(account.id())
                .getFirst()
                .clientId();
        String bearer = "Bearer " + account.token();
        String stay = "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-06-01\",\"endDate\":\"2027-06-02\"}"
                .formatted(house.cabin());
        String sale = "{\"roomStays\":[%s]}".formatted(stay);
        List<String> bodies = List.of(sale, sale, stay, "{\"name\":\"Other\"}", "12345678", "12345678");
        List<RawHttp> held = List.of(
                held("POST", house.path("/booking"), bearer, "application/json", sale),
                held("PUT", house.path("/booking/" + UUID.randomUUID()), bearer, "application/json", sale),
                held("POST", house.path("/block"), bearer, "application/json", stay),
                held("PATCH", house.path("/property"), bearer, "application/json", bodies.get(3), "If-Match: *\r\n"),
                held("POST", house.path("/caldav/auth/regen"), bearer, "application/json", "12345678"),
                held("DELETE", house.path("/caldav/auth"), bearer, "application/json", "12345678"));
        end(house, () -> ending().bean(Clients.class).revoke(client));
        for (int i = 0; i < bodies.size(); i++) {
            RawHttp.Answer answer = finish(held.get(i), bodies.get(i));
            assertThat(answer.status()).as("call %d: %s", i, answer.body()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
        held.forEach(RawHttp::close);
        House after = new House(
                new Account(server(), account.id(), server().token(account.id(), org.roomnight.oauth.Scope.all())),
                house.id(),
                house.hotel(),
                house.passkey(),
                house.cabin(),
                house.suite());
        assertThat(after.available(house.cabin(), "2027-06-01")).isOne();
        assertThat(after.feed().statusCode()).isEqualTo(200); // neither replaced nor ended
    }

    @Test
    default void a_token_that_expires_meanwhile_writes_nothing_any_more() {
        House house = server().account().house();
        String sale =
                "{\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-06-01\",\"endDate\":\"2027-06-02\"}]}"
                        .formatted(house.cabin());
        String bearer = "Bearer " + house.account().token();
        try (RawHttp http = held("POST", house.path("/booking"), bearer, "application/json", sale)) {
            end(house, () -> server().clock().tick(Duration.ofHours(3)));
            assertThat(finish(http, sale).status()).isEqualTo(401);
        }
    }

    @Test
    default void a_write_that_begins_after_the_passkey_was_replaced_in_the_same_commit_is_refused() {
        House house = server().account().house();
        Connections connections = server().bean(Connections.class);
        PropertyId property = new PropertyId(UUID.fromString(house.hotel()));
        var old = new Secret(house.passkey());
        assertThat(connections.isStillRight(house.hotel(), old)).isTrue();
        List<Boolean> right = server().bean(org.roomnight.storage.Transactions.class)
                .write(property, () -> {
                    var made = connections.regenerate(property, house.account().id());
                    return List.of(
                            connections.isStillRight(house.hotel(), old),
                            connections.isStillRight(
                                    house.hotel(), new Secret(made.passkey().reveal())));
                });
        assertThat(right).containsExactly(false, true);
        assertThat(connections.isStillRight(house.hotel(), old)).isFalse();
    }

    @Test
    default void a_body_that_comes_late_is_taken_as_long_as_the_passkey_is_right() {
        House house = server().account().house();
        String auth = basic(house.hotel(), house.passkey());
        try (RawHttp http = held("PUT", calendar(house) + "held.ics", auth, "text/calendar", EVENT)) {
            end(house, () -> server().account().house().regenerated());
            RawHttp.Answer answer = finish(http, EVENT);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
        assertThat(text(house.feed())).contains("BEGIN:VCALENDAR");
    }
}
