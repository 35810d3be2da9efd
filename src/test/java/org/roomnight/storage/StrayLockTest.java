package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;

/** A transaction on PostgreSQL that somebody left open holds one property. */
final class StrayLockTest {

    private static final PropertyId LOCKED = new PropertyId(new UUID(7, 0));

    /** In the same lane. */
    private static final PropertyId NEIGHBOUR = new PropertyId(new UUID(7, 4));

    /** Before, the first of the others waited for six seconds. */
    private static final Duration UNHARMED = Duration.ofSeconds(1);

    private final DatabaseAddress.Postgres address = (DatabaseAddress.Postgres) TestDatabases.postgresAddress();
    private final Database database = Database.open(address);
    private final RevisionRows revisions = new RevisionRows(database.jdbc(), InstantSource.system());

    @AfterEach
    void close() {
        database.close();
    }

    private Object write(PropertyId property) {
        return database.transactions().write(property, () -> revisions.raise(property));
    }

    private Connection stray() throws SQLException {
        Connection stray = DriverManager.getConnection(address.url(), address.user(), null);
        stray.setAutoCommit(false);
        try (var lock = stray.prepareStatement("SELECT 1 FROM property_revision WHERE property = ? FOR UPDATE")) {
            lock.setObject(1, LOCKED.value());
            lock.executeQuery();
        }
        return stray;
    }

    private static void quickly(Runnable work) {
        long began = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(UNHARMED);
    }

    @Test
    void its_writes_are_refused_in_the_end_at_once_and_those_of_others_do_not_wait_for_it() throws Exception {
        write(LOCKED);
        try (Connection stray = stray()) {
            FutureTask<Object> waiting = new FutureTask<>(() -> write(LOCKED));
            Thread.ofVirtual().start(waiting);
            while (!waiting.isDone()) {
                quickly(() -> write(NEIGHBOUR));
                quickly(() -> database.transactions()
                        .writeShared(
                                () -> database.jdbc().sql("SELECT 1").query().singleValue()));
            }
            assertThat(waiting.exceptionNow())
                    .isInstanceOfSatisfying(
                            StorageUnavailableException.class,
                            refused -> assertThat(refused.outcomeUnknown()).isFalse());
            quickly(() -> assertThatThrownBy(() -> write(LOCKED)).isInstanceOf(StorageUnavailableException.class));
            stray.rollback();
        }
        assertThat(writeAgainWithin(Duration.ofSeconds(10))).isNotNull();
    }

    @Test
    void a_lock_that_is_given_back_in_time_is_waited_for() throws Exception {
        write(LOCKED);
        try (Connection stray = stray()) {
            FutureTask<Object> waiting = new FutureTask<>(() -> write(LOCKED));
            Thread.ofVirtual().start(waiting);
            for (int i = 0; i < 20; i++) {
                write(NEIGHBOUR);
            }
            stray.rollback();
            assertThat(waiting.get()).isNotNull();
        }
    }

    private Object writeAgainWithin(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return write(LOCKED);
            } catch (StorageUnavailableException unavailable) {
                if (System.nanoTime() > until) {
                    throw unavailable;
                }
            }
        }
    }
}
