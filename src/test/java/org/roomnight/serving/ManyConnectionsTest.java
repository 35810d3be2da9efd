package org.roomnight.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;

/** Clients that hold connections: how many one may have, and who makes room when there is none. */
final class ManyConnectionsTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String BODY = "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void one_source_has_so_many_connections_and_the_next_one_is_closed() {
        try (SmallServer server = new SmallServer(100, 3, _ -> false)) {
            List<RawHttp> held = hold(server, 3);
            assertThat(server.connect().rest()).isEmpty();
            assertThat(server.cut(CloseReason.SOURCE_FULL)).isEqualTo(1);
            try (RawHttp other = server.connectFrom("127.0.0.2").send(GET)) {
                assertThat(other.read().status()).isEqualTo(200);
            }

            held.getFirst().close();
            SmallServer.await(() -> server.connections.size() == 2);
            assertThat(server.connect().send(GET).read().status()).isEqualTo(200);
        }
    }

    @Test
    void a_trusted_proxy_is_no_source() {
        try (SmallServer server = new SmallServer(100, 3, InetAddress::isLoopbackAddress)) {
            hold(server, 10)
                    .forEach(raw -> assertThat(raw.send(GET).read().status()).isEqualTo(200));
        }
    }

    @Test
    void H_28_when_all_places_are_taken_the_longest_idle_makes_room_and_a_request_does_not() {
        try (SmallServer server = new SmallServer(10, 100, _ -> false)) {
            RawHttp busy = server.connect().send(BODY);
            SmallServer.await(() -> server.connections.waitingForBodies() == 1);
            server.clock.tick(SECOND);
            List<RawHttp> idle = new ArrayList<>(hold(server, 2));
            server.clock.tick(SECOND);
            idle.addAll(hold(server, 7));
            server.clock.tick(SECOND);
            assertThat(idle.get(0).send(GET).read().status()).isEqualTo(200); // so it is the youngest

            assertThat(server.connect().send(GET).read().status()).isEqualTo(200);

            assertThat(server.cut(CloseReason.FULL)).isEqualTo(1);
            assertThat(idle.get(1).closed()).isTrue();
            assertThat(idle.get(0).send(GET).read().status()).isEqualTo(200);
            assertThat(busy.send("hello").read().body()).isEqualTo("5");
        }
    }

    @Test
    void when_every_place_is_a_request_the_one_that_waits_longest_for_its_client_makes_room() {
        try (SmallServer server = new SmallServer(5, 100, _ -> false)) {
            List<RawHttp> busy = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                busy.add(server.connect().send(BODY));
                int so = i;
                SmallServer.await(() -> server.connections.waitingForBodies() == so);
                server.clock.tick(SECOND);
            }

            assertThat(server.connect().send(GET).read().status()).isEqualTo(200);

            assertThat(busy.get(0).closed()).isTrue();
            assertThat(busy.get(1).send("hello").read().body()).isEqualTo("5");
        }
    }

    @Test
    void what_is_closed_by_its_client_is_forgotten() {
        try (SmallServer server = SmallServer.roomy()) {
            hold(server, 20).forEach(RawHttp::close);
            SmallServer.await(() -> server.cut(CloseReason.NONE) == 20);
            assertThat(server.connections.size()).isZero();
            assertThat(server.counts.allOpened()).isEqualTo(20);
        }
    }

    @Test
    void an_ipv6_network_of_64_bits_is_one_source() throws UnknownHostException {
        SourceNetwork home = source("2001:db8:0:1::1");
        assertThat(source("2001:db8:0:1:ffff:ffff:ffff:ffff")).isEqualTo(home);
        assertThat(source("2001:db8:0:2::1")).isNotEqualTo(home);
        assertThat(source("192.0.2.1")).isNotEqualTo(source("192.0.2.2"));
        assertThat(source("::ffff:192.0.2.1")).isEqualTo(source("192.0.2.1"));
    }

    private static SourceNetwork source(String address) throws UnknownHostException {
        return SourceNetwork.of(InetAddress.getByName(address));
    }

    private static List<RawHttp> hold(SmallServer server, int count) {
        int before = server.connections.size();
        List<RawHttp> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            held.add(server.connect());
        }
        SmallServer.await(() -> server.connections.size() == before + count);
        return held;
    }
}
