package org.roomnight.mixed;

import static org.awaitility.Awaitility.await;

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

    private static final long RECOVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final TickingClock clock;
    private final Supplier<TestServer> start;
    private TestServer server;
    private String token = "";
    private Instant tokenUntil = Instant.MIN;
    private boolean away;
    private long backNanos = Long.MIN_VALUE / 2;
    private long backNanosOfThisMachine = System.nanoTime() - RECOVERY_NANOS;

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
        backNanosOfThisMachine = System.nanoTime();
    }

    /** Whether its database is away, or was within the last second of its clock, so that it need not have asked again. */
    boolean isCutOff() {
        return away || clock.nanos() - backNanos < History.PROMISE_NANOS;
    }

    /**
     * Whether it may still say that the database is away: for a second of its clock it need not have asked again, and then a
     * busy machine is slow to make the connections new that broke.
     */
    boolean mayBeCutOff() {
        return isCutOff() || System.nanoTime() - backNanosOfThisMachine < RECOVERY_NANOS;
    }

    void restart() {
        server.close();
        server = start.get();
        away = false;
    }

    /** Before the token ends by this node's clock, whoever set that. */
    void renewToken(Account account) {
        if (!away && clock.instant().isAfter(tokenUntil)) {
            token = await().atMost(PATIENCE)
                    .ignoreExceptions() // right after an outage connections are still being made
                    .until(() -> server.token(account.id(), Scope.all()), _ -> true);
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
