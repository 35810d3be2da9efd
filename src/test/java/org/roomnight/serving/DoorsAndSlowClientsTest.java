package org.roomnight.serving;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.slf4j.LoggerFactory;

/** Clients that are slow, silent or rude, against the whole server: what they are told, and what they leave behind. */
final class DoorsAndSlowClientsTest {

    /** Of its own: what is cut by a sweep may be a connection of another test. */
    private static final TestServer SERVER = new TestServer(TestServer.Place.make());

    private final House house = SERVER.account().house();
    private final ConnectionCounts counts = SERVER.context().getBean(ConnectionCounts.class);
    private final OpenConnections connections = SERVER.context().getBean("openConnections", OpenConnections.class);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String held(String method, String path, String authorization, String type) {
        return "%s %s HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\nContent-Type: %s\r\nContent-Length: 5000\r\n\r\n{"
                .formatted(method, path, authorization, type);
    }

    private Answer slow(String request) {
        SmallServer.await(
                () -> connections.waitingForBodies() == 0); // what was answered before is still counted for a moment
        try (RawHttp raw = new RawHttp(SERVER).send(request)) {
            SmallServer.await(() -> connections.waitingForBodies() == 1);
            SERVER.clock().tick(TransferRate.BODY_STRETCH);
            connections.sweep();
            Answer answer = raw.read();
            assertThat(raw.closed()).isTrue();
            return answer;
        }
    }

    @Test
    void a_slow_body_is_408_at_every_door() {
        String basic = TestServer.basic(house.hotel(), house.passkey());
        String bearer = "Bearer " + house.account().token();

        Answer json = slow(held("PUT", house.path("/booking/" + UUID.randomUUID()), bearer, "application/json"));
        assertThat(json.status()).isEqualTo(408);
        assertThat(json.body()).contains("urn:roomnight:problem:body-too-slow");

        Answer dav = slow(held("PUT", "/dav/calendars/" + house.hotel() + "/cabin/a.ics", basic, "text/calendar"));
        assertThat(dav.status()).isEqualTo(408);
        assertThat(dav.body()).contains("came too slowly");
    }

    @Test
    void H_25_slow_heads_and_bodies_and_halves_end_in_408_or_a_close_and_cost_no_threads() throws IOException {
        String body = held("POST", "/oauth2/token", "none", "application/x-www-form-urlencoded");
        String json =
                held("PUT", house.path("/property"), "Bearer " + house.account().token(), "application/json");
        SmallServer.await(() -> connections.size() == connections.idle());
        int before = Thread.activeCount();
        int others = connections.size();
        List<RawHttp> slow = new ArrayList<>();
        for (String sent : List.of("", "GET", "GET / HTTP/1.1\r\nHos", body, json)) {
            slow.add(new RawHttp(SERVER).send(sent));
        }
        RawHttp half = new RawHttp(SERVER).send("GET / HTTP/1.1\r\nHost: a\r\n");
        half.socket().shutdownOutput();
        RawHttp reset = new RawHttp(SERVER).send(body);
        reset.socket().setSoLinger(true, 0);
        reset.close();
        SmallServer.await(() -> connections.waitingForBodies() == 2 && connections.size() == others + 5);
        SERVER.clock().tick(SERVER.context().getBean(ServingSettings.class).head());
        connections.sweep();
        slow.add(half);
        for (RawHttp one : slow) {
            String said = new String(one.rest(), StandardCharsets.ISO_8859_1);
            assertThat(said)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).startsWith("HTTP/1.1 40"));
            one.close();
        }
        SmallServer.await(() -> connections.size() <= others);
        assertThat(Thread.activeCount()).isLessThan(before + 10);
    }

    @Test
    void F_18_a_client_that_hardly_reads_is_cut_off_and_others_are_served() throws IOException {
        String facts = "\"firstName\":\"Robin\",\"specialRequests\":\"%s\"".formatted("x".repeat(1_900));
        for (int day = 0; day < 300; day++) {
            LocalDate arrival = LocalDate.of(2027, 1, 1).plusDays(day);
            house.record(
                    UUID.randomUUID(),
                    facts,
                    house.cabin(),
                    arrival.toString(),
                    arrival.plusDays(1).toString());
        }
        int length = house.feed().body().length;
        assertThat(length).isGreaterThan(500_000);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4 * 1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), SERVER.port()));
            String request = "GET " + house.feedPath() + " HTTP/1.1\r\nHost: a\r\nAuthorization: "
                    + TestServer.basic(house.hotel(), house.passkey()) + "\r\n\r\n";
            RawHttp raw = new RawHttp(socket).send(request.repeat(20)); // no kernel buffer can hold the answers
            assertThat(raw.octet()).isEqualTo('H');
            SmallServer.await(() -> {
                SERVER.clock().tick(TransferRate.ANSWER_STRETCH);
                connections.sweep();
                return counts.allClosed(CloseReason.SLOW_READER.label()) == 1;
            });
        }
        assertThat(house.feed().body()).hasSize(length);
    }

    @Test
    void a_client_that_hangs_up_costs_no_stack_trace_in_the_log() throws SocketException {
        String facts = "\"specialRequests\":\"%s\"".formatted("x".repeat(1000));
        for (int booking = 1; booking <= 60; booking++) { // more than is gathered before it is sent
            house.record(UUID.randomUUID(), facts, house.suite(), "2027-04-01", "2027-06-01");
        }
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try (RawHttp raw = new RawHttp(SERVER)) {
            String list = "GET %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(
                            house.path("/booking/list?size=200"),
                            house.account().token());
            raw.send(list.repeat(40));
            assertThat(raw.octet()).isEqualTo('H');
            raw.socket().setSoLinger(true, 0);
        } finally {
            SmallServer.await(() -> connections.size() == connections.idle());
            root.detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLoggerName().contains("rest")
                        || event.getLoggerName().contains("jetty"))
                .allMatch(event -> event.getThrowableProxy() == null);
    }
}
