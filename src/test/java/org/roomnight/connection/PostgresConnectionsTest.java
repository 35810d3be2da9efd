package org.roomnight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.connection.ConnectionsFixture.HOUSE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.TestDatabases;

final class PostgresConnectionsTest implements ConnectionsContract, AuthenticationContract, EncryptionContract {

    private final ConnectionsFixture node = new ConnectionsFixture(TestDatabases.postgres());

    @Override
    public ConnectionsFixture node() {
        return node;
    }

    private Connection knownToBoth(Connections other) {
        Connection made = node.connect(HOUSE);
        assertThat(ConnectionsFixture.isRight(other, made)).isTrue();
        return made;
    }

    @Test
    void a_passkey_revoked_by_another_node_is_refused_after_a_second_without_any_news() {
        Connections other = node.node(node.keys);
        Connection old = knownToBoth(other);
        node.connect(HOUSE);
        node.clock.tick(ConfirmationCache.SHARED_VALIDITY);
        assertThat(ConnectionsFixture.isRight(other, old)).isFalse();
    }

    @Test
    void a_passkey_revoked_by_another_node_is_refused_at_once_after_the_news() {
        Connections other = node.node(node.keys);
        Connection old = knownToBoth(other);
        node.connections.disconnect(HOUSE);
        other.invalidate(HOUSE);
        assertThat(ConnectionsFixture.isRight(other, old)).isFalse();
    }

    @Test
    void within_the_second_the_database_is_not_asked() {
        Connection made = knownToBoth(node.connections);
        node.tamper("DELETE FROM connection WHERE property = :house");
        node.clock.tick(ConfirmationCache.SHARED_VALIDITY.minusMillis(1));
        assertThat(node.isRight(made)).isTrue();
        node.clock.tick(Duration.ofMillis(1));
        assertThat(node.isRight(made)).isFalse();
    }

    @Test
    void a_wall_clock_that_is_set_makes_the_second_neither_longer_nor_shorter() {
        for (Duration step : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            Connection made = knownToBoth(node.connections);
            node.clock.set(step);
            node.tamper("DELETE FROM connection WHERE property = :house");
            assertThat(node.isRight(made)).isTrue(); // the database is not asked within the second
            node.clock.tick(ConfirmationCache.SHARED_VALIDITY);
            assertThat(node.isRight(made)).isFalse();
        }
    }

    @Test
    void news_that_may_have_been_missed_leave_nothing_to_trust_in() {
        Connections other = node.node(node.keys);
        Connection old = knownToBoth(other);
        node.connect(HOUSE);
        other.invalidateAll();
        node.database.close();
        assertThatThrownBy(() -> ConnectionsFixture.isRight(other, old))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void a_passkey_found_revoked_stays_refused_when_the_database_goes_away_next() {
        Connections other = node.node(node.keys);
        Connection old = knownToBoth(other);
        node.connections.disconnect(HOUSE);
        node.clock.tick(ConfirmationCache.SHARED_VALIDITY);
        assertThat(ConnectionsFixture.isRight(other, old)).isFalse();
        node.database.close();
        assertThatThrownBy(() -> ConnectionsFixture.isRight(other, old))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void nothing_is_accepted_on_trust_for_longer_than_a_day() {
        Connection made = knownToBoth(node.connections);
        node.database.close();
        node.clock.tick(ConfirmationCache.OUTAGE_VALIDITY.minusMillis(1));
        assertThat(node.isRight(made)).isTrue();
        node.clock.tick(Duration.ofMillis(1));
        assertThatThrownBy(() -> node.isRight(made)).isInstanceOf(StorageUnavailableException.class);
    }

    @AfterEach
    void close() {
        node.database.close();
    }
}
