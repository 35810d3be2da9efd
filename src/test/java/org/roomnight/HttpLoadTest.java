package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer.House;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Clients that are slow, silent, rude or too many, against a server whose patience is one second. */
final class HttpLoadTest {

    private static final int MAX_CONNECTIONS = 24;

    private static final TestServer SERVER = new TestServer(
            TestServer.Place.make(),
            "--server.jetty.connection-idle-timeout=1s",
            "--server.jetty.max-connections=" + MAX_CONNECTIONS);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static ServerConnector connector() {
        var context = (ServletWebServerApplicationContext) SERVER.context();
        return (ServerConnector) ((JettyWebServer) Objects.requireNonNull(context.getWebServer()))
                .getServer()
                .getConnectors()[0];
    }

    private static void awaitNoConnections() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> connector().getConnectedEndPoints().isEmpty());
    }

    private static void assertAlive() {
        try (RawHttp raw = new RawHttp(SERVER)) {
            assertThat(raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void F_18_a_client_that_hardly_reads_is_cut_off() throws IOException {
        House house = SERVER.account().house();
        String requests = "x".repeat(1_900);
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day < 28; day++) {
                String facts = "\"firstName\":\"Robin\",\"specialRequests\":\"" + requests + "\"";
                house.record(
                        UUID.randomUUID(),
                        facts,
                        house.cabin(),
                        "2027-%02d-%02d".formatted(month, day),
                        "2027-%02d-%02d".formatted(month, day + 1));
            }
        }
        int length = house.feed().body().length;
        assertThat(length).isGreaterThan(500_000);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4 * 1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), SERVER.port()));
            String request = "GET " + house.feedPath() + " HTTP/1.1\r\nHost: a\r\nAuthorization: "
                    + TestServer.basic(house.hotel(), house.passkey()) + "\r\n\r\n";
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                many.append(request); // pipelined, so that no kernel buffer can hold the answers
            }
            socket.getOutputStream().write(many.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            awaitNoConnections();
        }
        assertThat(house.feed().body()).hasSize(length);
    }

    @Test
    void H_25_slow_headers_and_bodies_and_halves_end_in_408_or_a_close_and_cost_no_threads() throws IOException {
        House house = SERVER.account().house();
        String body = "POST /oauth2/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 100\r\n\r\ngrant_";
        String json = "PUT " + house.path("/property") + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + house.account().token() + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        int before = Thread.activeCount();
        List<RawHttp> slow = new ArrayList<>();
        for (String sent : List.of("GET", "GET / HTTP/1.1\r\nHos", body, json)) {
            slow.add(new RawHttp(SERVER).send(sent));
        }
        RawHttp half = new RawHttp(SERVER).send("GET / HTTP/1.1\r\nHost: a\r\n");
        half.socket().shutdownOutput();
        RawHttp reset = new RawHttp(SERVER).send(body);
        reset.socket().setSoLinger(true, 0);
        reset.close();
        slow.add(half);
        for (RawHttp one : slow) {
            String said = new String(one.rest(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(said)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).startsWith("HTTP/1.1 40"));
            one.close();
        }
        awaitNoConnections();
        assertThat(Thread.activeCount()).isLessThan(before + 10);
        assertAlive();
    }

    @Test
    void H_28_one_connection_too_many_waits_and_the_others_are_unharmed() throws IOException {
        awaitNoConnections();
        List<RawHttp> open = new ArrayList<>();
        try {
            for (int i = 0; i < MAX_CONNECTIONS; i++) {
                RawHttp one = new RawHttp(SERVER);
                open.add(one);
                assertThat(one.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                        .isEqualTo(200);
            }
            try (RawHttp more = new RawHttp(SERVER)) {
                more.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                more.socket().setSoTimeout(200);
                assertUnanswered(more);
                Answer unharmed =
                        open.getLast().send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read();
                assertThat(unharmed.status()).isEqualTo(200);
                more.socket().setSoTimeout(15_000); // the idle ones are closed, and then it is its turn
                assertThat(more.read().status()).isEqualTo(200);
            }
        } finally {
            open.forEach(RawHttp::close);
        }
    }

    private static void assertUnanswered(RawHttp raw) throws IOException {
        try {
            assertThat(raw.socket().getInputStream().read()).isEqualTo(-2);
        } catch (SocketTimeoutException expected) {
            assertThat(expected).hasMessageContaining("timed out");
        }
    }
}
