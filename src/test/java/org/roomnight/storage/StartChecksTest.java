package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.kernel.StartRefusedException;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** What the start refuses: unknown products and databases that could lose an acknowledged booking. */
final class StartChecksTest {

    @Test
    void an_unknown_product_is_refused_and_the_known_ones_are_named() {
        for (String url : new String[] {"mysql://host/name", "jdbc:h2:mem:x", "oracle", "sqlite:", ""}) {
            assertThatThrownBy(() -> DatabaseAddress.parse(url, null, null))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessage("ROOMNIGHT_DATABASE_URL names a database that Roomnight does not know. It accepts"
                            + " sqlite:FILE or postgresql://HOST:PORT/NAME.");
        }
    }

    @Test
    void addresses_are_read_with_and_without_jdbc_in_front() {
        assertThat(DatabaseAddress.parse("jdbc:sqlite:a/b.db", null, null))
                .isEqualTo(DatabaseAddress.sqlite(Path.of("a/b.db")));
        assertThat(DatabaseAddress.parse("postgres://host:5433/name", "u", "p"))
                .isEqualTo(new DatabaseAddress.Postgres("jdbc:postgresql://host:5433/name", "u", "p"));
    }

    @Test
    void an_address_is_shown_without_its_password() {
        DatabaseAddress address =
                DatabaseAddress.parse("postgresql://u:secret@host/name?password=secret", "u", "secret");

        assertThat(address).hasToString("jdbc:postgresql://host/name");
    }

    @Test
    void sqlite_without_a_write_ahead_log_is_refused() {
        assertThatThrownBy(() -> Database.open(DatabaseAddress.sqlite(Path.of(":memory:"))))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("SQLite says journal_mode=memory, but Roomnight needs one of [wal]");
    }

    @Test
    void sqlite_that_does_not_flush_each_commit_is_refused(@TempDir Path folder) throws Exception {
        SqliteDialect weak = new SqliteDialect(folder.resolve("weak.db"), SynchronousMode.NORMAL);
        try (Connection connection = weak.writers().firstConnection()) {
            assertThatThrownBy(() -> weak.refuseWeakDurability(connection))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageStartingWith("SQLite says synchronous=1");
        } finally {
            weak.close();
        }
    }

    @Test
    void postgresql_that_acknowledges_before_the_flush_is_refused() throws Exception {
        DatabaseAddress.Postgres address = (DatabaseAddress.Postgres) TestDatabases.postgresAddress();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), null);
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE \"%s\" SET synchronous_commit = off".formatted(connection.getCatalog()));
        }

        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("PostgreSQL says synchronous_commit=off, but Roomnight needs one of [");
    }

    @Test
    void an_unreachable_postgresql_is_refused_at_once_with_its_address() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        long began = System.nanoTime();

        assertThatThrownBy(() -> Database.open(
                        new DatabaseAddress.Postgres("jdbc:postgresql://127.0.0.1:%d/name".formatted(port), "u", null)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("PostgreSQL at jdbc:postgresql://127.0.0.1:%d/name cannot be opened", port);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
