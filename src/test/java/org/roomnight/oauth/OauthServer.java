package org.roomnight.oauth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roomnight.TickingClock;
import org.roomnight.http.HttpSettings;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A booted server with this module's doors and two routes behind them. */
final class OauthServer implements AutoCloseable {

    static final AccountId HARBOUR = new AccountId(UUID.fromString("5b7f0d1c-6a51-4a1e-9a6f-000000000001"));
    static final AccountId MOUNTAIN = new AccountId(UUID.fromString("5b7f0d1c-6a51-4a1e-9a6f-000000000002"));
    static final String PUBLIC_URL = "https://stay.example:8443";

    private static final JsonMapper JSON = JsonMapper.shared();

    @EnableAutoConfiguration(
            exclude = DataSourceAutoConfiguration.class,
            excludeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
    @ComponentScan(basePackages = {"org.roomnight.oauth", "org.roomnight.security", "org.roomnight.http"})
    static class Beans {

        @Bean
        Transactions transactions(Database database) {
            return database.transactions();
        }

        @Bean
        JdbcClient jdbcClient(Database database) {
            return database.jdbc();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }

        /** As the JSON door brings it. */
        @Bean
        @Order(2)
        SecurityFilterChain api(HttpSecurity http, BearerChain bearer) {
            return bearer.build(http, "/api/**");
        }

        @Bean
        HttpSettings httpSettings() {
            return new HttpSettings(List.of());
        }

        @Bean
        IdentifierSource identifiers() {
            return UUID::randomUUID;
        }
    }

    @RestController
    static class Routes {

        @GetMapping("/api/who")
        @NeedsScope(Scope.BOOKING_READ)
        String who(Caller caller) {
            return caller.account() + " " + caller.clientId();
        }

        @PostMapping("/api/who")
        @NeedsScope(Scope.BOOKING_WRITE)
        String write(Caller caller) {
            return "written";
        }
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    final Database database;
    final TickingClock clock;
    final int port;

    OauthServer(Database database, TickingClock clock, Map<String, Object> settings) {
        this.database = database;
        this.clock = clock;
        SpringApplication application = new SpringApplication(Beans.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(starting -> {
            var beans = starting.getBeanFactory();
            beans.registerSingleton("database", database);
            beans.registerSingleton("clock", (InstantSource) clock);
        });
        this.context = application.run(arguments(settings));
        this.port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static String[] arguments(Map<String, Object> settings) {
        var common = Map.of(
                "server.port",
                0,
                "spring.main.banner-mode",
                "off",
                "spring.threads.virtual.enabled",
                true,
                "roomnight.public-url",
                PUBLIC_URL);
        return Stream.of(common, settings)
                .flatMap(some -> some.entrySet().stream())
                .map(set -> "--%s=%s".formatted(set.getKey(), set.getValue()))
                .toArray(String[]::new);
    }

    Clients clients() {
        return context.getBean(Clients.class);
    }

    BearerTokens tokens() {
        return context.getBean(BearerTokens.class);
    }

    void forgetClients() {
        database.transactions()
                .writeShared(() -> database.jdbc()
                                .sql("DELETE FROM oauth_token")
                                .update()
                        + database.jdbc().sql("DELETE FROM oauth_client").update());
    }

    NewClient client(AccountId account, Scope... scopes) {
        return clients().create(account, "test", Set.of(scopes));
    }

    /** A token for all that the client may do. */
    String token(NewClient client) {
        return json(post("/oauth2/token", basic(client), "grant_type", "client_credentials"))
                .get("access_token")
                .asString();
    }

    static String basic(NewClient client) {
        String pair = client.clientId() + ":" + client.clientSecret().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String authorization, String... form) {
        return send(authorized(path, authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form))));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> get(String path, String authorization) {
        return send(authorized(path, authorization));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }

    private HttpRequest.Builder authorized(String path, String authorization) {
        HttpRequest.Builder request = request(path);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String form(String... pairs) {
        String[] encoded = Arrays.stream(pairs)
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .toArray(String[]::new);
        return IntStream.range(0, encoded.length / 2)
                .mapToObj(i -> encoded[2 * i] + "=" + encoded[2 * i + 1])
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
        context.close();
        database.close();
    }
}
