package org.roomnight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.connection.ConnectionsFixture.ACCOUNT;
import static org.roomnight.connection.ConnectionsFixture.HOUSE;
import static org.roomnight.connection.ConnectionsFixture.NEIGHBOUR;
import static org.roomnight.connection.ConnectionsFixture.OTHER_ACCOUNT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.keys.BrokenSealException;
import org.roomnight.keys.Fingerprints;
import org.roomnight.keys.KeyRing;
import org.roomnight.keys.Seals;

/** What the database knows of passkeys, and what somebody who can write to it can do with them. */
interface EncryptionContract {

    String NEIGHBOURS = "(SELECT %s FROM connection WHERE property = :neighbour)";

    ConnectionsFixture node();

    @Test
    default void a_ciphertext_moved_to_another_property_of_the_account_does_not_decrypt() {
        Connection house = node().connect(HOUSE);
        Connection neighbour = node().connect(NEIGHBOUR);
        node().tamper("UPDATE connection SET ciphertext = " + NEIGHBOURS.formatted("ciphertext")
                + " WHERE property = :house");
        assertThatThrownBy(() -> node().connections.find(HOUSE)).isInstanceOf(BrokenSealException.class);
        assertThat(node().isRight(house)).isFalse();
        assertThat(node().authenticate(HOUSE, neighbour.passkey())).isEqualTo(new Authentication.Rejected());
        assertThat(node().isRight(neighbour)).isTrue();
    }

    @Test
    default void a_whole_row_moved_to_another_property_does_not_let_its_passkey_in() {
        node().connect(HOUSE);
        Connection neighbour = node().connect(NEIGHBOUR);
        node().tamper("DELETE FROM connection WHERE property = :house");
        node().tamper("UPDATE connection SET property = :house WHERE property = :neighbour");
        assertThatThrownBy(() -> node().connections.find(HOUSE)).isInstanceOf(BrokenSealException.class);
        assertThat(node().authenticate(HOUSE, neighbour.passkey())).isEqualTo(new Authentication.Rejected());
    }

    @Test
    default void a_ciphertext_and_a_key_moved_to_another_account_do_not_decrypt() {
        node().connect(HOUSE);
        node().connections.regenerate(NEIGHBOUR, OTHER_ACCOUNT);
        node().tamper("UPDATE connection SET account = :account WHERE property = :house");
        assertThatThrownBy(() -> node().connections.find(HOUSE)).isInstanceOf(BrokenSealException.class);
        node().tamper(
                        "UPDATE account_key SET wrapped = (SELECT wrapped FROM account_key WHERE account <> :account) WHERE account = :account");
        assertThatThrownBy(() -> node().connections.find(HOUSE)).isInstanceOf(BrokenSealException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier = :neighbour", "key_version = 2"})
    default void all_that_a_passkey_is_bound_to_is_bound(String change) {
        Connection house = node().connect(HOUSE);
        if (change.startsWith("key_version")) {
            node().tamper(
                            "INSERT INTO account_key (account, key_version, wrapped) SELECT account, 2, wrapped FROM account_key WHERE account <> :account");
        }
        node().tamper("UPDATE connection SET " + change + " WHERE property = :house");
        assertThatThrownBy(() -> node().connections.find(HOUSE)).isInstanceOf(BrokenSealException.class);
        assertThat(node().isRight(house)).isFalse();
    }

    @Test
    default void the_same_passkey_is_found_and_read_under_older_keys() {
        Connection old = node().connect(HOUSE);
        KeyRing both = node().keys.withNewVersion(node().random);
        Connections renewed = node().node(both);
        assertThat(ConnectionsFixture.isRight(renewed, old)).isTrue();
        assertThat(renewed.find(HOUSE)).contains(old);
        Connection newer = renewed.regenerate(NEIGHBOUR, ACCOUNT);
        assertThat(ConnectionsFixture.isRight(renewed, newer)).isTrue();
        assertThat(node().keysAreComplete(both)).isTrue();
    }

    @Test
    default void a_node_without_the_newest_keys_says_so() {
        KeyRing both = node().keys.withNewVersion(node().random);
        Connection newer = node().node(both).regenerate(HOUSE, ACCOUNT);
        assertThat(node().keysAreComplete(node().keys)).isFalse();
        assertThat(node().isRight(newer)).isFalse();
        assertThatThrownBy(() -> node().connections.find(HOUSE)).hasMessageContaining("lacks key version 2");
    }

    @Test
    default void a_node_with_keys_of_its_own_is_found_out_before_it_writes() {
        node().connect(HOUSE);
        KeyRing strange = KeyRing.random(node().random);
        Connections stranger = node().node(strange);
        assertThat(node().keysAreComplete(strange)).isFalse();
        assertThatThrownBy(() -> stranger.regenerate(NEIGHBOUR, OTHER_ACCOUNT))
                .hasMessageContaining("ROOMNIGHT_KEY_FILE");
        assertThat(stranger.find(NEIGHBOUR)).isEmpty();
    }

    @Test
    default void the_keys_in_use_are_known_once_there_is_a_connection() {
        Seals seals = node().seals(node().keys);
        assertThat(node().database.transactions().read(seals::keysInUse)).isEmpty();
        node().connect(HOUSE);
        node().connect(NEIGHBOUR);
        assertThat(node().database.transactions().read(seals::keysInUse))
                .containsExactly(java.util.Map.entry(1, Fingerprints.ofNewest(node().keys)));
    }

    @Test
    default void a_passkey_appears_in_no_text_log_or_exception() {
        try (LogCapture logs = LogCapture.ofEverything()) {
            Connection house = node().connect(HOUSE);
            List<String> texts = List.of(
                    house.toString(),
                    node().connections.find(HOUSE).toString(),
                    Credentials.parse(
                                    HOUSE.toString(),
                                    new org.roomnight.kernel.Secret(
                                            house.passkey().reveal()))
                            .toString(),
                    node().authenticate(HOUSE, house.passkey()).toString(),
                    node().authenticate(NEIGHBOUR, house.passkey()).toString());
            node().tamper("UPDATE connection SET account = :account WHERE property = :house");
            node().tamper(
                            "INSERT INTO account_key (account, key_version, wrapped) SELECT :account, key_version, wrapped FROM account_key");
            Connections restarted = node().node(node().keys);
            assertThat(ConnectionsFixture.isRight(restarted, house)).isFalse();
            Throwable failure = org.assertj.core.api.Assertions.catchThrowable(() -> restarted.find(HOUSE));
            node().database.close();
            Throwable unreachable =
                    org.assertj.core.api.Assertions.catchThrowable(() -> ConnectionsFixture.isRight(restarted, house));
            String body = house.passkey().reveal().substring(Passkey.PREFIX.length());
            assertThat(texts).noneMatch(text -> text.contains(body));
            assertThat(LogCapture.trace(failure)).contains("BrokenSeal").doesNotContain(body);
            assertThat(LogCapture.trace(unreachable)).contains("Unavailable").doesNotContain(body);
            assertThat(logs.text())
                    .contains("event=connection-regenerated", "event=passkey-unreadable")
                    .doesNotContain(body);
        }
    }
}
