package org.roomnight.durability;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The whole server as a process of its own, to be ended by the test as rudely as the test likes. */
final class KilledServer implements AutoCloseable {

    /** What a process says that ended by signal 9: 128 + 9. */
    static final int KILLED = 137;

    private static final Duration START = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 20_000_000;

    private final Process process;
    private final int port;
    private final int operationsPort;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private KilledServer(Process process, int port, int operationsPort, Path log) {
        this.process = process;
        this.port = port;
        this.operationsPort = operationsPort;
        this.log = log;
    }

    /** Starts and waits until it is ready. Settings come over those that the harness needs. */
    static KilledServer start(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        KilledServer server = begin(folder, settings);
        server.awaitReady();
        return server;
    }

    /** The same, with its standard output a pipe that nobody reads. */
    static KilledServer startUnread(Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        KilledServer server = launch(folder, settings, fast(), Output.UNREAD);
        server.awaitReady();
        return server;
    }

    /** Starts and does not wait. */
    static KilledServer begin(Path folder, Map<String, String> settings) throws IOException {
        return launch(folder, settings, fast(), Output.LOGGED);
    }

    private static List<String> fast() {
        return ChildJvm.fast("server", options -> {
            KilledServer rehearsal =
                    launch(Files.createTempDirectory("roomnight-rehearsal"), Map.of(), options, Output.LOGGED);
            rehearsal.awaitReady();
            new RestDoor(rehearsal.uri("/"), "none").get("/api/managing-entity/list");
            rehearsal.terminate();
            rehearsal.awaitExit(Duration.ofMinutes(2));
        });
    }

    private enum Output {
        LOGGED,
        UNREAD
    }

    private static KilledServer launch(Path folder, Map<String, String> settings, List<String> options, Output output)
            throws IOException {
        int port = freePort();
        int operationsPort = freePort();
        Path log = Files.createTempFile(folder, "server", ".log");
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.with(
                ChildJvm.command(ChildJvm.Classes.OF_THE_SERVER, folder, options), "org.roomnight.Roomnight", "serve"));
        builder.environment().keySet().removeIf(name -> name.startsWith("ROOMNIGHT_"));
        Map<String, String> all = new HashMap<>(Map.of(
                "ROOMNIGHT_PORT",
                Integer.toString(port),
                "ROOMNIGHT_ADDRESS",
                "127.0.0.1",
                "ROOMNIGHT_OPERATIONS_ADDRESS",
                "127.0.0.1:" + operationsPort,
                "ROOMNIGHT_PUBLIC_URL",
                "https://stay.example:8443",
                "ROOMNIGHT_DATA_DIR",
                folder.toString()));
        all.putAll(settings);
        builder.environment().putAll(all);
        builder.redirectErrorStream(true);
        if (output == Output.LOGGED) {
            builder.redirectOutput(log.toFile());
        }
        return new KilledServer(builder.start(), port, operationsPort, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the server did not get ready:\n" + log());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    /** What is answered at a path of the operations address. */
    String operations(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(operationsPort, path));
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    RestDoor door(House house) {
        return new RestDoor(uri("/"), house);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    /** Signal 9; answers with the exit code. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return awaitExit(Duration.ofSeconds(30));
    }

    /** Signal 15. */
    void terminate() {
        process.toHandle().destroy(); // leaves its pipes as they are
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitExit(Duration most) throws InterruptedException {
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not end within " + most + ":\n" + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
