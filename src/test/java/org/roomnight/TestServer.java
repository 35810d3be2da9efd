package org.roomnight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.roomnight.inventory.Accounts;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.oauth.Clients;
import org.roomnight.oauth.NewClient;
import org.roomnight.oauth.Scope;
import org.roomnight.serving.OperationsServer;
import org.roomnight.serving.ServingSettings;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.TestDatabases;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole server on a random port, with a clock that only moves when it is ticked. Tests share one a database and each
 * begin with an account of their own.
 */
public final class TestServer implements AutoCloseable {

    public static final String PUBLIC_URL = "https://stay.example:8443";

    /** When the clock of a server begins; not at a full second, as HTTP's dates are. */
    public static final Instant START = Instant.parse("2027-01-15T10:00:00.250Z");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@link Roomnight} without the beans that tests of other modules declare for servers of their own. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.roomnight",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*OauthServer.*|org\\.roomnight\\.Roomnight"))
    static class Application {}

    /** Tests tick the clock while requests are under way, so nothing is cut for time that passed by ticking. */
    private static final ServingSettings SERVING = new ServingSettings(
            10_000,
            500,
            _ -> false,
            Duration.ofSeconds(10),
            Duration.ofDays(1),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    /** Where a server keeps its files. */
    public record Place(Path folder, Path keyFile) {

        public static Place make() {
            try {
                Path folder = Files.createTempDirectory("roomnight-test");
                return new Place(folder, folder.resolve("keys/roomnight.keys"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final TickingClock clock;

    public TestServer(Place place, String... settings) {
        this(place, new TickingClock(START), settings);
    }

    public TestServer(Place place, TickingClock clock, String... settings) {
        this(place, clock, clocks(clock), settings);
    }

    /** With identifiers that a test can foresee. */
    public TestServer(Place place, TickingClock clock, IdentifierSource identifiers, String... settings) {
        this(
                place,
                clock,
                clocks(clock).andThen(instead("testIdentifiers", IdentifierSource.class, identifiers)),
                settings);
    }

    /** Two beans: one that is both clocks would be found twice. */
    private static Consumer<GenericApplicationContext> clocks(TickingClock clock) {
        InstantSource wall = () -> clock.instant();
        MonotonicClock monotonic = () -> clock.nanos();
        return instead("testClock", InstantSource.class, wall)
                .andThen(instead("testMonotonicClock", MonotonicClock.class, monotonic))
                .andThen(instead("testServing", ServingSettings.class, SERVING));
    }

    private static <T> Consumer<GenericApplicationContext> instead(String name, Class<T> type, T bean) {
        return context -> context.registerBean(name, type, () -> bean, definition -> definition.setPrimary(true));
    }

    private TestServer(Place place, TickingClock clock, Consumer<GenericApplicationContext> beans, String... settings) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(starting -> beans.accept((GenericApplicationContext) starting));
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--roomnight.data-dir=" + place.folder(),
                "--roomnight.key-file=" + place.keyFile()));
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("--roomnight.public-url="))) {
            all.add("--roomnight.public-url=" + PUBLIC_URL);
        }
        all.addAll(List.of(settings));
        this.clock = clock;
        this.context = application.run(all.toArray(String[]::new));
        this.port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public static TestServer sqlite() {
        return SharedServers.Sqlite.SERVER;
    }

    public static TestServer postgres() {
        return SharedServers.Postgres.SERVER;
    }

    /** Another node on the database, the keys and the clock of {@link #postgres}. */
    public static TestServer secondPostgres() {
        return SharedServers.SecondNode.SERVER;
    }

    /** One more node like {@link #secondPostgres}, which reaches the database by a line of its own. */
    public static TestServer postgresBy(CuttableLine line) {
        return SharedServers.postgresBy(line);
    }

    /** For a {@link CuttableLine} to the database of {@link #postgres}. */
    public static int postgresPort() {
        return SharedServers.postgresPort();
    }

    /** The address of a new database of the PostgreSQL that the tests share. */
    public static String postgresUrl() {
        return ((DatabaseAddress.Postgres) TestDatabases.postgresAddress()).url();
    }

    public static String database(String url) {
        return "--roomnight.database.url=" + url;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return port;
    }

    /** Lets so much time pass that nobody has a failure left on the budget, whoever tried wrong passkeys before. */
    public void forgiveFailures() {
        clock.tick(Duration.ofMinutes(10));
    }

    public TickingClock clock() {
        return clock;
    }

    /** A new account with a client that may do everything. */
    public Account account() {
        return account(Scope.all());
    }

    public Account account(Set<Scope> scopes) {
        AccountId account = bean(Accounts.class).create("Harbour").id();
        return new Account(this, account, token(account, scopes));
    }

    public String token(AccountId account, Set<Scope> scopes) {
        NewClient client = bean(Clients.class).create(account, "test", scopes);
        HttpRequest.Builder request = request("/oauth2/token")
                .header(
                        "Authorization",
                        basic(client.clientId(), client.clientSecret().reveal()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return JSON.readTree(send(request).body()).get("access_token").stringValue();
    }

    public static String basic(String username, String password) {
        String pair = username + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** What is answered at a path of the operations address. */
    public String operations(String path) {
        URI uri = URI.create(
                "http://127.0.0.1:%d%s".formatted(bean(OperationsServer.class).port(), path));
        return text(send(HttpRequest.newBuilder(uri)));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    /** Headers are name, value, name, value, … */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    public static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** An account, a token of it, and its requests to one server. */
    public record Account(TestServer server, AccountId id, String token) {

        public HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
            String[] all = Stream.concat(Stream.of("Authorization", "Bearer " + token), Arrays.stream(headers))
                    .toArray(String[]::new);
            HttpRequest.Builder request = server.request(path, all)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            return server.send(request);
        }

        /** Like {@link #send}, but it must succeed. */
        public JsonNode done(String method, String path, String body, String... headers) {
            HttpResponse<byte[]> answer = send(method, path, body, headers);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + text(answer));
            }
            return answer.body().length == 0 ? JSON.nullNode() : json(answer);
        }

        /** A house with a room type of one unit ("Cabin") and one of three ("Suite"), and its connection. */
        public House house() {
            UUID id = UUID.randomUUID();
            String extranet = "/api/managing-entity/%s/extranet".formatted(id);
            UUID cabin = UUID.randomUUID();
            UUID suite = UUID.randomUUID();
            done("PUT", extranet + "/property", "{\"name\":\"Harbour House\",\"timeZone\":\"Europe/Lisbon\"}");
            done("PUT", extranet + "/guest-room/" + cabin, "{\"name\":\"Cabin\",\"quantity\":1}");
            done("PUT", extranet + "/guest-room/" + suite, "{\"name\":\"Suite\",\"unitNames\":[\"S1\",\"S2\",\"S3\"]}");
            JsonNode connection = done("POST", extranet + "/caldav/auth/regen", "");
            return new House(
                    this,
                    id,
                    connection.get("hotelIdentifier").stringValue(),
                    connection.get("passkey").stringValue(),
                    cabin,
                    suite);
        }
    }

    /** A property with its addresses and the passkey of its connection. */
    public record House(Account account, UUID id, String hotel, String passkey, UUID cabin, UUID suite) {

        public String path(String rest) {
            return "/api/managing-entity/%s/extranet%s".formatted(id, rest);
        }

        public String feedPath() {
            return "/api/cal/property/%s/booking/list".formatted(hotel);
        }

        /** The calendar, by Basic authentication. */
        public HttpResponse<byte[]> feed(String... headers) {
            return feed(account.server(), headers);
        }

        public HttpResponse<byte[]> feed(TestServer node, String... headers) {
            return node.send(feedRequest(node, headers));
        }

        public HttpRequest.Builder feedRequest(TestServer node, String... headers) {
            return node.request(feedPath(), headers).header("Authorization", basic(hotel, passkey));
        }

        /** The same house, asked of another node. */
        public House at(TestServer node) {
            return new House(new Account(node, account.id(), account.token()), id, hotel, passkey, cabin, suite);
        }

        public House withPasskey(String other) {
            return new House(account, id, hotel, other, cabin, suite);
        }

        /** The same house with a new passkey; this one's is refused from now on. */
        public House regenerated() {
            return withPasskey(account.done("POST", path("/caldav/auth/regen"), "")
                    .get("passkey")
                    .stringValue());
        }

        public JsonNode record(UUID booking, UUID room, String start, String end) {
            return record(booking, "\"firstName\":\"Robin\",\"lastName\":\"Sample\"", room, start, end);
        }

        public JsonNode record(UUID booking, String facts, UUID room, String start, String end) {
            String body =
                    "{%s,\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\",\"adults\":2}]}"
                            .formatted(facts, room, start, end);
            return account.done("PUT", path("/booking/" + booking), body);
        }

        public UUID record(UUID room, String start, String end) {
            UUID booking = UUID.randomUUID();
            record(booking, room, start, end);
            return booking;
        }

        /** How many units of a room type can be sold on a night. */
        public int available(UUID roomType, String night) {
            String path = path("/availability?startDate=%s&endDate=%s&guestRoomIdentifier=%s"
                    .formatted(night, LocalDate.parse(night).plusDays(1), roomType));
            return account.done("GET", path, "").findValue("available").intValue();
        }

        public void cancel(UUID booking) {
            account.done("PATCH", path("/booking/" + booking + "/cancel"), "", "If-Match", "*");
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
