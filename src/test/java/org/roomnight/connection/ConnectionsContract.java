package org.roomnight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.connection.ConnectionsFixture.ACCOUNT;
import static org.roomnight.connection.ConnectionsFixture.HOUSE;
import static org.roomnight.connection.ConnectionsFixture.NEIGHBOUR;
import static org.roomnight.connection.ConnectionsFixture.OTHER_ACCOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.kernel.PropertyId;

/** How connections come, change and go, on every database. */
interface ConnectionsContract {

    ConnectionsFixture node();

    private Connections connections() {
        return node().connections;
    }

    @Test
    default void a_property_has_no_connection_until_one_is_made() {
        assertThat(connections().find(HOUSE)).isEmpty();
        Connection made = node().connect(HOUSE);
        assertThat(made.property()).isEqualTo(HOUSE);
        assertThat(made.createdAt()).isEqualTo(node().clock.instant());
        assertThat(connections().find(HOUSE)).contains(made);
        assertThat(connections().find(NEIGHBOUR)).isEmpty();
    }

    @Test
    default void a_new_passkey_keeps_the_identifier_and_stops_the_old_one() {
        Connection old = node().connect(HOUSE);
        assertThat(node().isRight(old)).isTrue();
        Connection renewed = node().connect(HOUSE);
        assertThat(renewed.identifier()).isEqualTo(old.identifier());
        assertThat(renewed.passkey()).isNotEqualTo(old.passkey());
        assertThat(node().isRight(old)).isFalse();
        assertThat(node().isRight(renewed)).isTrue();
    }

    @Test
    default void a_property_that_changed_hands_gets_a_passkey_under_the_key_of_its_new_account() {
        node().connect(HOUSE);
        Connection renewed = connections().regenerate(HOUSE, OTHER_ACCOUNT);
        assertThat(connections().find(HOUSE)).contains(renewed);
    }

    @Test
    default void disconnecting_stops_the_passkey_and_says_whether_there_was_one() {
        Connection made = node().connect(HOUSE);
        assertThat(node().isRight(made)).isTrue();
        assertThat(connections().disconnect(HOUSE)).isTrue();
        assertThat(node().isRight(made)).isFalse();
        assertThat(connections().find(HOUSE)).isEmpty();
        assertThat(connections().disconnect(HOUSE)).isFalse();
    }

    @Test
    default void many_properties_of_one_account_may_be_connected_at_once() {
        List<PropertyId> houses = IntStream.range(0, 60)
                .mapToObj(i -> new PropertyId(new UUID(0, i)))
                .toList();
        List<Connection> made = houses.parallelStream()
                .map(house -> connections().regenerate(house, ACCOUNT))
                .toList();
        assertThat(made).allMatch(node()::isRight);
        assertThat(made)
                .allMatch(
                        one -> connections().find(one.property()).orElseThrow().equals(one));
    }

    @Test
    default void the_last_use_is_known_at_once_and_written_at_most_once_a_minute() {
        Connection made = node().connect(HOUSE);
        Connections other = node().node(node().keys);
        assertThat(connections().lastAccess(HOUSE)).isEmpty();
        Instant first = node().clock.instant();
        node().isRight(made);
        assertThat(connections().lastAccess(HOUSE)).contains(first);
        assertThat(other.lastAccess(HOUSE)).isEmpty();
        connections().flushLastAccess();
        assertThat(other.lastAccess(HOUSE)).contains(first);

        node().clock.tick(Duration.ofSeconds(59));
        node().isRight(made);
        connections().flushLastAccess();
        assertThat(other.lastAccess(HOUSE)).contains(first);
        node().clock.tick(Duration.ofSeconds(1));
        connections().flushLastAccess();
        assertThat(other.lastAccess(HOUSE)).contains(first.plusSeconds(59));
    }

    @Test
    default void a_wall_clock_that_is_set_does_not_change_how_often_the_last_use_is_written() {
        Connection made = node().connect(HOUSE);
        Connections other = node().node(node().keys);
        node().isRight(made);
        connections().flushLastAccess();
        Instant first = node().clock.instant();
        for (Duration step : List.of(Duration.ofHours(1), Duration.ofHours(-2))) {
            node().clock.set(step);
            node().isRight(made);
            connections().flushLastAccess();
            assertThat(other.lastAccess(HOUSE)).contains(first);
        }
        node().clock.tick(LastAccess.BETWEEN_FLUSHES);
        node().clock.set(Duration.ofHours(2));
        node().isRight(made);
        connections().flushLastAccess();
        assertThat(other.lastAccess(HOUSE)).contains(node().clock.instant());
    }

    @Test
    default void a_new_passkey_was_never_used() {
        Connection made = node().connect(HOUSE);
        node().isRight(made);
        connections().flushLastAccess();
        node().clock.tick(Duration.ofMinutes(2));
        node().isRight(made);
        node().clock.tick(Duration.ofSeconds(1));
        node().connect(HOUSE);
        assertThat(connections().lastAccess(HOUSE)).isEmpty();
        connections().flushLastAccess();
        assertThat(connections().lastAccess(HOUSE)).isEmpty();
    }
}
