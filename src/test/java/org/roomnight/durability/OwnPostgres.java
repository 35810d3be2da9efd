package org.roomnight.durability;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.TestDatabases;

/** A PostgreSQL server of the test's own, in its own folder, with the durability that Roomnight asks for. */
final class OwnPostgres implements AutoCloseable {

    static final String DATABASE = "postgres";

    private static final long PATIENCE_SECONDS = 60;

    private final Path programs;
    private final Path folder;
    private final int port;

    private OwnPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Makes a new server below the folder and starts it. */
    static OwnPostgres make(Path below) throws IOException, InterruptedException {
        OwnPostgres made = new OwnPostgres(programs(), below.resolve("postgres"), freePort());
        made.run("initdb", "-D", made.folder.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale");
        Files.writeString(made.folder.resolve("postgresql.auto.conf"), """
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                fsync = on
                full_page_writes = on
                synchronous_commit = on
                """.formatted(made.port));
        made.start();
        return made;
    }

    /** The embedded server that other tests share has unpacked the programs; they are where its process runs from. */
    private static Path programs() throws IOException {
        DatabaseAddress.Postgres shared = (DatabaseAddress.Postgres) TestDatabases.postgresAddress();
        try (Connection connection = DriverManager.getConnection(shared.url(), shared.user(), null)) {
            String data = Store.rows(connection, "SHOW data_directory").getFirst();
            String postmaster =
                    Files.readAllLines(Path.of(data, "postmaster.pid")).getFirst();
            return Path.of("/proc", postmaster.strip(), "exe").toRealPath().getParent();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void start() throws IOException, InterruptedException {
        run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                folder.toString(),
                "-l",
                folder.resolveSibling("postgres.log").toString());
    }

    /** As after a crash: no checkpoint, every connection cut. */
    void stopImmediately() throws IOException, InterruptedException {
        run("pg_ctl", "stop", "-m", "immediate", "-w", "-D", folder.toString());
    }

    /** How often the server found at a start that it had not been shut down. */
    long recoveries() throws IOException {
        return Files.readString(folder.resolveSibling("postgres.log"))
                .lines()
                .filter(line -> line.contains("was not properly shut down"))
                .count();
    }

    int port() {
        return port;
    }

    Store store() {
        return new Store("jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, DATABASE));
    }

    DatabaseAddress address() {
        return new DatabaseAddress.Postgres(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE), "postgres", null);
    }

    /** What a server's settings say; {@code atPort} may be a proxy's. */
    static java.util.Map<String, String> settings(int atPort) {
        return java.util.Map.of(
                "ROOMNIGHT_DATABASE_URL",
                "postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable&prepareThreshold=0"
                        .formatted(atPort, DATABASE),
                "ROOMNIGHT_DATABASE_USER",
                "postgres",
                "ROOMNIGHT_DRAIN_SECONDS",
                "0");
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace where it is nobody. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        Path log = Files.createTempFile(folder.getParent(), program, ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(command + ":\n" + Files.readString(log));
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder.resolve("postmaster.pid"))) {
            try {
                stopImmediately();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
