package org.roomnight.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roomnight.Roomnight;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Place;
import org.roomnight.TickingClock;
import org.roomnight.cli.CommandLine;

/** A place for a server whose database is backed up and put back, as an operator does it. */
final class RestorableServer {

    /** What a command ended with. */
    record Ended(int exitCode, String said) {}

    private interface Store {
        void backUp() throws SQLException, IOException;

        void restore() throws SQLException, IOException;
    }

    private final TickingClock clock = new TickingClock(TestServer.START);
    private final Place place = Place.make();
    private final Map<String, String> environment = new HashMap<>();
    private final String[] settings;
    private final Store store;

    private RestorableServer(String postgresUrl) {
        environment.put("ROOMNIGHT_DATA_DIR", place.folder().toString());
        if (postgresUrl.isEmpty()) {
            settings = new String[0];
            store = new Sqlite(place.folder().resolve("roomnight.db"));
        } else {
            settings = new String[] {TestServer.database(postgresUrl)};
            environment.put("ROOMNIGHT_DATABASE_URL", postgresUrl.substring("jdbc:".length()));
            store = new Postgres(postgresUrl);
        }
    }

    static RestorableServer sqlite() {
        return new RestorableServer("");
    }

    static RestorableServer postgres() {
        return new RestorableServer(TestServer.postgresUrl());
    }

    TickingClock clock() {
        return clock;
    }

    Path historyFile() {
        return place.folder().resolve("history");
    }

    TestServer start() {
        return new TestServer(place, clock, settings);
    }

    /** Another node, with a folder of its own. */
    TestServer startAnother() {
        return new TestServer(new Place(Place.make().folder(), place.keyFile()), clock, settings);
    }

    /** A backup of the database, also while servers run, and of the file beside it. */
    void backUp() {
        run(store::backUp);
        copy(historyFile(), saved());
    }

    void restoreDatabase() {
        run(store::restore);
    }

    /** The database and all that the node remembers. */
    void restoreFolder() {
        restoreDatabase();
        copy(saved(), historyFile());
    }

    private Path saved() {
        return place.folder().resolve("history.saved");
    }

    private static void copy(Path from, Path to) {
        run(() -> Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING));
    }

    Ended command(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int exitCode = new CommandLine(Roomnight.class, environment, out, out).run(words);
        return new Ended(exitCode, said.toString(UTF_8));
    }

    private interface Step {
        void run() throws SQLException, IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private record Sqlite(Path file) implements Store {

        @Override
        public void backUp() throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.createStatement()) {
                statement.executeUpdate("backup to '%s.backup'".formatted(file));
            }
        }

        @Override
        public void restore() throws IOException {
            for (String beside : List.of("-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + beside));
            }
            Files.copy(Path.of(file + ".backup"), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Copies whole databases; whoever is connected is cut off. */
    private record Postgres(String url) implements Store {

        private String name() {
            return url.replaceFirst(".*/([a-z0-9]+).*", "$1");
        }

        @Override
        public void backUp() throws SQLException {
            copy(name(), name() + "_backup");
        }

        @Override
        public void restore() throws SQLException {
            execute("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name()), cut(name()));
            execute("DROP DATABASE " + name());
            copy(name() + "_backup", name());
        }

        private void copy(String from, String to) throws SQLException {
            execute("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(from), cut(from));
            execute("CREATE DATABASE %s TEMPLATE %s".formatted(to, from));
            execute("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(from));
        }

        private static String cut(String database) {
            return "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '%s'"
                    .formatted(database);
        }

        void execute(String... statements) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url.replace("/" + name(), "/postgres"));
                    var statement = connection.createStatement()) {
                for (String one : Arrays.asList(statements)) {
                    statement.execute(one);
                }
            }
        }
    }

    /** Cuts every connection to the database, as its own restart does. */
    void cutConnections() {
        if (store instanceof Postgres postgres) {
            run(() -> postgres.execute(Postgres.cut(postgres.name())));
        }
    }
}
