package org.roomnight.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.roomnight.inventory.Accounts;
import org.roomnight.kernel.AccountId;
import org.roomnight.oauth.Clients;
import org.roomnight.oauth.NewClient;
import org.roomnight.oauth.Scope;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.TestDatabases;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server on a random port. Tests share one a database and each begin with an account of their own. */
final class RestServer implements AutoCloseable {

    static final String PUBLIC_URL = "https://stay.example:8443";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@link org.roomnight.Roomnight} without the beans that tests of other modules declare for servers of their own. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.roomnight",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*TestServer.*", "org.roomnight.Roomnight"}))
    static class Application {}

    private static final class Sqlite {
        static final RestServer SERVER = startOnSqlite();
    }

    private static final class Postgres {
        static final RestServer SERVER = new RestServer(postgresSettings());
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    private RestServer(List<String> settings) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        String[] common = {
            "--server.port=0",
            "--roomnight.public-url=" + PUBLIC_URL,
            "--roomnight.data-dir=" + folder(),
            "--roomnight.key-file=" + folder().resolve("keys/roomnight.keys")
        };
        this.context = application.run(
                Stream.concat(Arrays.stream(common), settings.stream()).toArray(String[]::new));
        this.port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static RestServer sqlite() {
        return Sqlite.SERVER;
    }

    static RestServer postgres() {
        return Postgres.SERVER;
    }

    /** One that a test may break. */
    static RestServer startOnSqlite() {
        return new RestServer(List.of());
    }

    private static List<String> postgresSettings() {
        DatabaseAddress.Postgres address = (DatabaseAddress.Postgres) TestDatabases.postgresAddress();
        return List.of("--roomnight.database.url=" + address.url());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("roomnight-rest");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return port;
    }

    /** A new account with a client that may do everything. */
    Account account() {
        return account(Scope.all());
    }

    Account account(Set<Scope> scopes) {
        AccountId account = bean(Accounts.class).create("Harbour").id();
        return new Account(account, token(account, scopes));
    }

    String token(AccountId account, Set<Scope> scopes) {
        NewClient client = bean(Clients.class).create(account, "test", scopes);
        String pair = client.clientId() + ":" + client.clientSecret().reveal();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return json(send(request)).get("access_token").stringValue();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** An account, a token of it, and its requests. */
    final class Account {

        final AccountId id;
        final String token;

        Account(AccountId id, String token) {
            this.id = id;
            this.token = token;
        }

        /** Headers are name, value, name, value, … */
        HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                    .header("Authorization", "Bearer " + token)
                    .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return RestServer.this.send(request);
        }

        HttpResponse<String> get(String path, String... headers) {
            return send("GET", path, new byte[0], headers);
        }

        HttpResponse<String> json(String method, String path, String body, String... headers) {
            String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Arrays.stream(headers))
                    .toArray(String[]::new);
            return send(method, path, body.getBytes(StandardCharsets.UTF_8), all);
        }

        /** A house with a room type of one unit ("Cabin") and one of three ("Suite"). */
        House house() {
            House house = new House(this, UUID.randomUUID());
            house.put("/property", "{\"name\":\"Harbour House\",\"timeZone\":\"Europe/Lisbon\"}");
            house.put("/guest-room/" + house.cabin, "{\"name\":\"Cabin\",\"quantity\":1}");
            house.put("/guest-room/" + house.suite, "{\"name\":\"Suite\",\"unitNames\":[\"S1\",\"S2\",\"S3\"]}");
            return house;
        }
    }

    /** A property with its addresses. */
    static final class House {

        final Account account;
        final UUID id;
        final UUID cabin = UUID.randomUUID();
        final UUID suite = UUID.randomUUID();

        House(Account account, UUID id) {
            this.account = account;
            this.id = id;
        }

        String path(String rest) {
            return "/api/managing-entity/%s/extranet%s".formatted(id, rest);
        }

        void put(String path, String body) {
            HttpResponse<String> answer = account.json("PUT", path(path), body);
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }

        HttpResponse<String> get(String path, String... headers) {
            return account.get(path(path), headers);
        }

        HttpResponse<String> json(String method, String path, String body, String... headers) {
            return account.json(method, path(path), body, headers);
        }

        HttpResponse<String> sell(String body, String... headers) {
            return json("POST", "/booking", body, headers);
        }

        HttpResponse<String> sellCabin(String start, String end, String... headers) {
            return sell("{\"firstName\":\"Robin\",\"roomStays\":[%s]}".formatted(stay(cabin, start, end)), headers);
        }

        static String stay(UUID room, String start, String end) {
            return "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\"}"
                    .formatted(room, start, end);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
