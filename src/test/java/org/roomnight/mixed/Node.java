package org.roomnight.mixed;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Account;
import org.roomnight.TickingClock;
import org.roomnight.oauth.Scope;

/** One server of the house, which can be started again, with its own clocks. */
final class Node implements AutoCloseable {

    private static final Duration TOKEN_USED = Duration.ofMinutes(150);

    private final String name;
    private final TickingClock clock;
    private final Supplier<TestServer> start;
    private TestServer server;
    private String token = "";
    private Instant tokenUntil = Instant.MIN;
    private boolean away;
    private long backNanos = Long.MIN_VALUE / 2;

    Node(String name, TickingClock clock, Supplier<TestServer> start) {
        this.name = name;
        this.clock = clock;
        this.start = start;
        this.server = start.get();
    }

    TestServer server() {
        return server;
    }

    TickingClock clock() {
        return clock;
    }

    long nanos() {
        return clock.nanos();
    }

    /** Whether its database is out of its reach. */
    boolean isAway() {
        return away;
    }

    void goesAway() {
        away = true;
    }

    void isBack() {
        away = false;
        backNanos = clock.nanos();
    }

    /** Whether it may still believe for a moment that the database is away. */
    boolean wasAwayJustNow() {
        return away || clock.nanos() - backNanos < History.PROMISE_NANOS;
    }

    void restart() {
        server.close();
        server = start.get();
        away = false;
    }

    /** Before the token ends by this node's clock, whoever set that. */
    void renewToken(Account account) {
        if (!away && clock.instant().isAfter(tokenUntil)) {
            token = server.token(account.id(), Scope.all());
            tokenUntil = clock.instant().plus(TOKEN_USED);
        }
    }

    /** A request of the JSON doors. */
    HttpResponse<byte[]> rest(String method, String path, String body, String... headers) {
        String[] json = {"Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json"};
        return send(
                method,
                path,
                body,
                "Bearer " + token,
                Stream.concat(Stream.of(headers), body.isEmpty() ? Stream.empty() : Stream.of(json))
                        .toArray(String[]::new));
    }

    HttpResponse<byte[]> send(String method, String path, String body, String authorization, String... headers) {
        return server.send(server.request(path, headers)
                .header("Authorization", authorization)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        server.close();
    }
}
