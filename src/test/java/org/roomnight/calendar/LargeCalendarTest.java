package org.roomnight.calendar;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;

/** A calendar of 100,000 events. They are written to its tables directly: by bookings it would take minutes. */
final class LargeCalendarTest {

    private static final int EVENTS = 100_000;
    private static final int CLIENTS = 8;
    private static final long MAX_OCTETS_A_REQUEST = 16L * 1024 * 1024;

    private static final String OBJECTS = """
            INSERT INTO calendar_object (property, name, uid, claim, arrival, departure, etag, octets, changed_ms)
            SELECT property, :number || name, uid, claim, arrival, departure, etag, octets, changed_ms
            FROM calendar_object WHERE property = :property AND name = :model
            """;
    private static final String MEMBERS = """
            INSERT INTO calendar_member (property, collection, name, revision, removed, changed_ms)
            SELECT property, collection, :number || name, revision, removed, changed_ms
            FROM calendar_member WHERE property = :property AND name = :model AND collection = 'bookings'
            """;

    @Test
    void F_17_a_hundred_thousand_events_are_streamed() throws IOException {
        TestServer server = TestServer.sqlite();
        House house = server.account().house();
        UUID property = UUID.fromString(house.hotel());
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        fill(server, property);
        String head = "GET " + house.feedPath() + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: "
                + TestServer.basic(house.hotel(), house.passkey()) + "\r\n\r\n";
        assertThat(events(server, head)).isEqualTo(EVENTS);
        List<Socket> slow = new ArrayList<>();
        try {
            long before = used();
            for (int i = 0; i < CLIENTS; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(8 * 1024);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                socket.getOutputStream().write(head.getBytes(US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                slow.add(socket);
            }
            assertThat(used() - before).isLessThan(CLIENTS * MAX_OCTETS_A_REQUEST);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void fill(TestServer server, UUID property) {
        Database database = server.bean(Database.class);
        String model = server.bean(CalendarObjects.class)
                .members(new PropertyId(property), Collection.BOOKINGS)
                .getFirst()
                .name();
        database.transactions().write(new PropertyId(property), () -> {
            for (int number = 1; number < EVENTS; number++) {
                for (String sql : List.of(OBJECTS, MEMBERS)) {
                    database.jdbc()
                            .sql(sql)
                            .param("number", Integer.toString(number))
                            .param("property", property)
                            .param("model", model)
                            .update();
                }
            }
            return server.bean(CalendarChanges.class).raise(new PropertyId(property));
        });
    }

    private static int events(TestServer server, String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            var lines = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream(), US_ASCII));
            return (int) lines.lines().filter("BEGIN:VEVENT"::equals).count();
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
