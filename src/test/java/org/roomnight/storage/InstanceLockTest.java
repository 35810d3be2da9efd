package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.StartRefusedException;

/** One server for one SQLite file, whatever an operator starts by mistake. */
final class InstanceLockTest {

    private static final PropertyId HOUSE = new PropertyId(new java.util.UUID(1, 1));

    @TempDir
    private Path folder = Path.of(".");

    private DatabaseAddress address() {
        return DatabaseAddress.sqlite(folder.resolve("data").resolve("roomnight.db"));
    }

    private void assertRefused() {
        assertThatThrownBy(() -> InstanceLock.acquire(address()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("Another Roomnight already serves the database file %s.", address());
    }

    @Test
    void the_second_server_of_one_process_is_refused_until_the_first_ends() {
        try (InstanceLock _ = InstanceLock.acquire(address())) {
            assertRefused();
            assertRefused();
        }
        InstanceLock.acquire(address()).close();
    }

    @Test
    void the_server_of_another_process_is_refused_until_that_process_is_killed() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        address().toString())
                .start();
        try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("held");
            assertRefused();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        InstanceLock.acquire(address()).close();
    }

    /** Holds the lock until it is killed. */
    static final class Holder {

        public static void main(String[] args) throws IOException {
            try (InstanceLock _ = InstanceLock.acquire(DatabaseAddress.sqlite(Path.of(args[0])))) {
                System.out.println("held");
                System.in.read();
            }
        }
    }

    @Test
    void postgresql_is_shared_by_servers() {
        DatabaseAddress shared = new DatabaseAddress.Postgres("jdbc:postgresql://host/name", null, null);
        try (InstanceLock _ = InstanceLock.acquire(shared);
                InstanceLock _ = InstanceLock.acquire(shared)) {
            assertThat(shared).isNotNull();
        }
    }

    @Test
    void a_command_can_write_while_the_server_lies_idle() {
        try (Database server = Database.open(address());
                Database command = Database.open(address())) {
            assertThat(raise(server)).isEqualTo(new Revision(1));
            assertThat(raise(command)).isEqualTo(new Revision(2));
            assertThat(raise(server)).isEqualTo(new Revision(3));
        }
    }

    private static Revision raise(Database database) {
        RevisionRows revisions = new RevisionRows(database.jdbc(), InstantSource.system());
        return database.transactions().write(HOUSE, () -> revisions.raise(HOUSE).revision());
    }
}
