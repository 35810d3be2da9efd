package org.roomnight.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roomnight.Roomnight;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Bookings;
import org.roomnight.conflict.DoubleBookings;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StartRefusedException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {

    private static final String NOW = "2027-03-01T09:00:00Z";

    @TempDir
    static Path folder;

    private final DemoCommand command = new DemoCommand(Roomnight.class);
    private final HttpClient http = HttpClient.newHttpClient();
    private DemoCommand.Running running;

    @BeforeAll
    void start() {
        running = startOn(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private DemoCommand.Running startOn(Path data) {
        Arguments arguments = Arguments.parse(
                command,
                List.of(
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--info",
                        info(data).toString(),
                        "--now",
                        NOW));
        return command.start(arguments, new Settings(Map.of()));
    }

    private static Path info(Path data) {
        return data.resolveSibling(data.getFileName() + ".json");
    }

    private Path info() {
        return info(folder.resolve("data"));
    }

    private PropertyId house() {
        return new PropertyId(UUID.fromString(running.demo().hotelIdentifier()));
    }

    @Test
    void the_house_has_a_suite_four_apartments_and_twelve_rooms() {
        assertThat(running.server().part(RoomTypes.class).list(house()))
                .extracting(RoomType::quantity)
                .containsExactlyInAnyOrder(1, 4, 12);
    }

    @Test
    void there_are_some_months_of_bookings_some_cancelled_and_one_sold_twice() {
        List<Booking> bookings = running.server()
                .part(Bookings.class)
                .list(house(), LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1), null, 1_000);
        assertThat(bookings).hasSizeBetween(120, 300);
        assertThat(bookings).anyMatch(booking -> booking.state().cancelled());
        assertThat(bookings).anyMatch(booking -> booking.details().specialRequests() != null);
        assertThat(running.server().part(DoubleBookings.class).unresolved(house()))
                .hasSize(1);
    }

    @Test
    void the_clock_goes_on_from_the_given_moment() {
        Instant now = running.server().part(InstantSource.class).instant();
        assertThat(now).isAfter(Instant.parse(NOW)).isBefore(Instant.parse(NOW).plus(Duration.ofHours(1)));
    }

    @Test
    void the_info_file_holds_everything_and_is_for_its_owner_only() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(info())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(info())).isEqualTo(DemoParts.json(running.demo()));
        assertThat(running.demo().managingEntityIdentifier()).isEqualTo("e2c7b4d3-1a8f-4e9c-b5d6-3a9f0e7c2b18");
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> startOn(folder.resolve("data")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Another Roomnight already serves");
    }

    @Test
    void started_again_it_says_the_same() {
        Path data = folder.resolve("again");
        Demo first;
        try (DemoCommand.Running once = startOn(data)) {
            first = once.demo();
        }
        try (DemoCommand.Running again = startOn(data)) {
            assertThat(again.demo())
                    .usingRecursiveComparison()
                    .ignoringFields("url", "calendarUrl", "caldavUrl", "operationsUrl")
                    .isEqualTo(first);
        }
    }

    @Test
    void the_page_at_the_root_says_what_runs_and_lets_no_script_in() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Roomnight", "/booking/list").doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(get("/robots.txt").body()).contains("Allow: /ical/");
    }

    @Test
    void it_lives_is_ready_and_counts() throws Exception {
        assertThat(get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }

    @Test
    void the_operations_address_tells_health_in_detail_and_metrics_and_nothing_else() throws Exception {
        assertThat(operations("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(operations("/actuator/health/readiness").body())
                .startsWith("{\"status\":\"UP\"")
                .contains("database", "keys", "disk");
        assertThat(operations("/").statusCode()).isEqualTo(404);
        assertThat(operations("/actuator/prometheus").body())
                .contains(
                        "roomnight_requests_total{door=\"web\",status=\"200\"}",
                        "roomnight_feed_not_modified_ratio",
                        "roomnight_ledger_decisions_total{decision=\"recorded\"}",
                        "roomnight_double_bookings_opened_total 1.0",
                        "roomnight_connections_opened_total",
                        "roomnight_connections_closed_total{reason=\"slow-head\"}",
                        "jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H-01 | POST / HTTP/1.1\\r"
                        + "\\n"
                        + "Host: x\\r"
                        + "\\n"
                        + "Content-Length: 1\\r"
                        + "\\n"
                        + "Transfer-Encoding: chunked\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "0\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + " | 400",
                "H-02 | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\nContent-Length: 1\\r\\n\\r\\na | 400",
                "H-02 | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: +5\\r\\n\\r\\nabcde | 400",
                "H-06 | GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\r\\n c\\r\\n\\r\\n | 400",
                "H-06 | GET / HTTP/1.1\\r\\nHost: x\\r\\nA : b\\r\\n\\r\\n | 400",
                "H-08 | GET / HTTP/1.1\\r\\n\\r\\n | 400",
                "H-08 | GET / HTTP/1.1\\r\\nHost: x\\r\\nHost: y\\r\\n\\r\\n | 400",
            })
    void a_request_that_is_not_exact_is_refused_and_the_connection_closed(String id, String request, int status)
            throws IOException {
        String answer = raw(request.replace("\\r\\n", "\r\n"));
        assertThat(answer).as(id).startsWith("HTTP/1.1 " + status).containsIgnoringCase("Connection: close");
        assertThat(answer).as(id).doesNotContainIgnoringCase("Server:").contains("application/problem+json");
    }

    @Test
    void a_request_line_or_a_head_that_is_too_long_is_refused() throws IOException {
        assertThat(raw("GET /" + "a".repeat(9 * 1024) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(17 * 1024) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "A: b\r\n".repeat(100) + "\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    private String raw(String request) throws IOException {
        URI url = URI.create(running.demo().url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return fetch(running.demo().url() + path);
    }

    private HttpResponse<String> operations(String path) throws IOException, InterruptedException {
        return fetch(running.demo().operationsUrl() + path);
    }

    private HttpResponse<String> fetch(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
