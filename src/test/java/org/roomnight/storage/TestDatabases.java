package org.roomnight.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Real databases for tests: a new SQLite file, or a new database of one PostgreSQL server that the JVM shares. */
public final class TestDatabases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    public static Database sqlite() {
        return Database.open(sqliteAddress());
    }

    public static Database postgres() {
        return Database.open(postgresAddress());
    }

    /** One SQLite file for all tests that keep to a property of their own. */
    public static Database sharedSqlite() {
        return Sqlite.SHARED;
    }

    /** One PostgreSQL database for all tests that keep to a property of their own. */
    public static Database sharedPostgres() {
        return Postgres.SHARED;
    }

    public static DatabaseAddress sqliteAddress() {
        try {
            return DatabaseAddress.sqlite(Files.createTempDirectory("roomnight").resolve("roomnight.db"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The embedded server runs with fsync off, which Roomnight refuses; tests of durability start their own. */
    public static DatabaseAddress postgresAddress() {
        String name = "t" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new DatabaseAddress.Postgres(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", null);
    }

    private static final class Sqlite {

        static final Database SHARED = sqlite();
    }

    private static final class Postgres {

        static final Database SHARED = postgres();
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
