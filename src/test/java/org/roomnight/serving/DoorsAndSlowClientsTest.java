package org.roomnight.serving;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.SocketException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.slf4j.LoggerFactory;

/** What the doors answer a body that comes too slowly, and what they log of a client that hangs up. */
final class DoorsAndSlowClientsTest {

    private final TestServer server = TestServer.sqlite();
    private final House house = server.account().house();
    private final OpenConnections connections = server.context().getBean("openConnections", OpenConnections.class);

    private static String held(String method, String path, String authorization, String type) {
        return "%s %s HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\nContent-Type: %s\r\nContent-Length: 5000\r\n\r\n{"
                .formatted(method, path, authorization, type);
    }

    private Answer slow(String request) {
        long before = connections.waitingForBodies();
        try (RawHttp raw = new RawHttp(server).send(request)) {
            SmallServer.await(() -> connections.waitingForBodies() > before);
            server.clock().tick(Pace.BODY_STRETCH);
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
    void a_client_that_hangs_up_costs_no_line_in_the_log() throws SocketException {
        String facts = "\"specialRequests\":\"%s\"".formatted("x".repeat(1000));
        for (int booking = 1; booking <= 60; booking++) { // more than is gathered before it is sent
            house.record(UUID.randomUUID(), facts, house.suite(), "2027-04-01", "2027-06-01");
        }
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try (RawHttp raw = new RawHttp(server)) {
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
                .extracting(ILoggingEvent::getLoggerName)
                .noneMatch(name -> name.contains("rest") || name.contains("jetty"));
    }
}
