package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.StorageUnavailableException;

/** PostgreSQL that kills connections, asks for another try, or is gone. */
final class BrokenPostgresTest {

    private static final PropertyId HOUSE = new PropertyId(new UUID(1, 1));
    private static final String LOSE = "DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$";

    private final DatabaseAddress.Postgres address = (DatabaseAddress.Postgres) TestDatabases.postgresAddress();
    private final Database database = Database.open(address);
    private final RevisionRows revisions = new RevisionRows(database.jdbc(), InstantSource.system());

    @AfterEach
    void close() {
        database.close();
    }

    private Revision raise() {
        return revisions.raise(HOUSE).revision();
    }

    private Revision write() {
        return database.transactions().write(HOUSE, this::raise);
    }

    private String name() {
        return address.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
    }

    private void asOperator(String sql) {
        String maintenance = address.url().replaceFirst("/[^/?]+(\\?|$)", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(maintenance, address.user(), null);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void killConnections() {
        asOperator("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'roomnight' AND datname = '" + name() + "'");
    }

    @Test
    void the_next_write_after_idle_connections_were_killed_succeeds() {
        write();
        killConnections();

        assertThat(write()).isEqualTo(new Revision(2));
    }

    /** As many connections lie idle in a pool as were used at once. */
    private static void useAtOnce(int many, Consumer<Runnable> use) throws InterruptedException {
        CyclicBarrier inside = new CyclicBarrier(many);
        Runnable meet = () -> {
            try {
                inside.await(10, TimeUnit.SECONDS);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        };
        List<Thread> users = Stream.generate(() -> Thread.startVirtualThread(() -> use.accept(meet)))
                .limit(many)
                .toList();
        for (Thread user : users) {
            user.join();
        }
    }

    private Supplier<Boolean> meeting(Runnable meet) {
        return () -> {
            meet.run();
            return database.jdbc().sql("SELECT true").query(Boolean.class).single();
        };
    }

    @Test
    void a_read_outlasts_every_broken_connection_of_the_pool() throws InterruptedException {
        write();
        useAtOnce(6, meet -> database.transactions().read(meeting(meet)));
        killConnections();

        assertThat(database.transactions().read(() -> revisions.current(HOUSE))).isPresent();
    }

    @Test
    void a_write_outlasts_every_broken_connection_of_the_pool() throws InterruptedException {
        AtomicInteger properties = new AtomicInteger();
        useAtOnce(
                4,
                meet -> database.transactions()
                        .write(new PropertyId(new UUID(0, properties.incrementAndGet())), meeting(meet)));
        killConnections();

        assertThat(write()).isEqualTo(new Revision(1));
    }

    @Test
    void a_write_whose_connection_is_killed_before_its_commit_is_run_again_once() {
        AtomicInteger runs = new AtomicInteger();

        Revision revision = database.transactions().write(HOUSE, () -> {
            if (runs.incrementAndGet() == 1) {
                killConnections();
            }
            return raise();
        });

        assertThat(runs).hasValue(2);
        assertThat(revision).isEqualTo(new Revision(1));
    }

    @Test
    void a_write_that_lost_against_another_is_run_again() {
        AtomicInteger runs = new AtomicInteger();

        Revision revision = database.transactions().write(HOUSE, () -> {
            Revision raised = raise();
            if (runs.incrementAndGet() < 3) {
                database.jdbc().sql(LOSE).update();
            }
            return raised;
        });

        assertThat(runs).hasValue(3);
        assertThat(revision).isEqualTo(new Revision(1));
    }

    @Test
    void a_write_that_always_loses_is_told_to_come_back() {
        assertThatThrownBy(() -> database.transactions()
                        .write(HOUSE, () -> database.jdbc().sql(LOSE).update()))
                .isInstanceOfSatisfying(
                        StorageUnavailableException.class,
                        failure -> assertThat(failure.outcomeUnknown()).isFalse());
        assertThat(write()).isEqualTo(new Revision(1));
    }

    @Test
    void while_the_database_is_gone_callers_are_told_quickly_and_afterwards_all_is_well() {
        write();
        asOperator("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name()));
        killConnections();
        long began = System.nanoTime();

        assertThatThrownBy(this::write).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> database.transactions().read(() -> revisions.current(HOUSE)))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));

        asOperator("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(name()));
        assertThat(writeAgainWithin(Duration.ofSeconds(10))).isEqualTo(new Revision(2));
    }

    /** The pool asks for a connection again by itself, after a pause that grows while it gets none. */
    private Revision writeAgainWithin(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return write();
            } catch (StorageUnavailableException unavailable) {
                if (System.nanoTime() > until) {
                    throw unavailable;
                }
            }
        }
    }

    @Test
    void after_a_fail_over_to_a_standby_writes_are_unavailable_until_it_may_be_written_to() {
        write();
        asOperator("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(name()));
        killConnections();

        assertThatThrownBy(this::write)
                .isInstanceOfSatisfying(
                        StorageUnavailableException.class,
                        failure -> assertThat(failure.outcomeUnknown()).isFalse());

        asOperator("ALTER DATABASE %s SET default_transaction_read_only = off".formatted(name()));
        assertThat(writeAgainWithin(Duration.ofSeconds(10))).isEqualTo(new Revision(2));
    }

    @Test
    void states_in_which_nothing_of_the_callers_is_at_fault_are_told_as_unavailable() {
        for (String state : List.of(
                "08006", "25006", "25P03", "40001", "42501", "53100", "53300", "55P03", "57014", "57P01", "57P03",
                "58030", "0A000", "26000", "F0000", "XX000")) {
            assertThatThrownBy(() -> database.transactions()
                            .read(() -> database.jdbc()
                                    .sql("DO $$ BEGIN RAISE EXCEPTION 'broken' USING ERRCODE = '%s'; END $$"
                                            .formatted(state))
                                    .update()))
                    .as(state)
                    .isInstanceOf(StorageUnavailableException.class);
        }
    }

    @Test
    void the_server_ends_transactions_that_a_node_abandoned_and_notices_nodes_that_are_cut_off() {
        for (String setting : List.of(
                "idle_in_transaction_session_timeout", "statement_timeout", "lock_timeout", "tcp_user_timeout")) {
            String writer = database.transactions().write(HOUSE, () -> setting(setting));
            String reader = database.transactions().read(() -> setting(setting));
            assertThat(List.of(writer, reader)).as(setting).doesNotContain("0");
        }
    }

    private String setting(String name) {
        return database.jdbc().sql("SHOW " + name).query(String.class).single();
    }
}
