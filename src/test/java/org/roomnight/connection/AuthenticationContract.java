package org.roomnight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.connection.ConnectionsFixture.HOUSE;
import static org.roomnight.connection.ConnectionsFixture.NEIGHBOUR;
import static org.roomnight.connection.ConnectionsFixture.PHONE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roomnight.Seeds;
import org.roomnight.connection.Authentication.Accepted;
import org.roomnight.connection.Authentication.Rejected;
import org.roomnight.connection.Authentication.TooManyFailures;
import org.roomnight.http.FailureLimiter;
import org.roomnight.kernel.Secret;
import org.roomnight.kernel.StorageUnavailableException;

/** Who is let in, on every database. */
interface AuthenticationContract {

    ConnectionsFixture node();

    private Authentication authenticate(String username, String passkey) {
        return node().connections.authenticate(username, new Secret(passkey), PHONE);
    }

    @Test
    default void a_right_passkey_is_accepted_with_its_own_username_only() {
        Connection house = node().connect(HOUSE);
        Connection neighbour = node().connect(NEIGHBOUR);
        assertThat(node().authenticate(HOUSE, house.passkey())).isEqualTo(new Accepted(HOUSE));
        assertThat(node().authenticate(HOUSE, house.passkey())).isEqualTo(new Accepted(HOUSE));
        assertThat(node().authenticate(NEIGHBOUR, house.passkey())).isEqualTo(new Rejected());
        assertThat(node().authenticate(HOUSE, neighbour.passkey())).isEqualTo(new Rejected());
    }

    @Test
    default void the_username_may_be_in_upper_case_but_is_no_pattern() {
        String passkey = node().connect(HOUSE).passkey().reveal();
        String name = HOUSE.toString();
        assertThat(authenticate(name.toUpperCase(Locale.ROOT), passkey)).isEqualTo(new Accepted(HOUSE));
        for (String wrong : List.of("", "%", ".*", "_", "a1b2c3d4-e5f6-7890-abcd", name + " ", "1-1-1-1-1", "\0")) {
            assertThat(authenticate(wrong, passkey)).isEqualTo(new Rejected());
        }
    }

    @Test
    default void unknown_malformed_and_mistyped_passkeys_are_refused_alike() {
        String right = node().connect(HOUSE).passkey().reveal();
        String mistyped = right.substring(0, 36) + (right.charAt(36) == 'a' ? 'b' : 'a');
        String unknown = Passkey.random(new Random(1)).reveal();
        for (String wrong : List.of("", mistyped, unknown, right + " ", "x".repeat(100_000))) {
            assertThat(authenticate(HOUSE.toString(), wrong)).isEqualTo(new Rejected());
        }
    }

    /** Rule 7. */
    @Test
    default void a_right_passkey_is_accepted_however_often_others_failed_at_its_source() {
        Connection right = node().connect(HOUSE);
        Random random = Seeds.random();
        int slowedDown = 0;
        for (int i = 0; i < 1_000; i++) {
            Authentication wrong = node().authenticate(HOUSE, Passkey.random(random));
            assertThat(wrong).isNotInstanceOf(Accepted.class);
            slowedDown += wrong instanceof TooManyFailures ? 1 : 0;
            assertThat(node().isRight(right)).isTrue();
        }
        assertThat(slowedDown).isEqualTo(1_000 - FailureLimiter.ADDRESS.burst());
        assertThat(node().isRight(node().connect(NEIGHBOUR))).isTrue();
    }

    @Test
    default void the_wait_that_is_asked_for_is_long_enough_and_right_ones_cost_nothing() {
        Connection right = node().connect(HOUSE);
        for (int i = 0; i < 10_000; i++) {
            assertThat(node().isRight(right)).isTrue();
        }
        for (int i = 0; i < FailureLimiter.ADDRESS.burst(); i++) {
            assertThat(authenticate("nobody", "wrong")).isEqualTo(new Rejected());
        }
        assertThat(authenticate("nobody", "wrong")).isInstanceOfSatisfying(TooManyFailures.class, slower -> {
            assertThat(slower.retryAfter()).isPositive();
            node().clock.tick(slower.retryAfter());
        });
        assertThat(authenticate("nobody", "wrong")).isEqualTo(new Rejected());
    }

    @Test
    default void no_old_passkey_is_accepted_once_the_new_one_was_handed_out() throws Exception {
        for (int round = 0; round < 40; round++) {
            Connection old = node().connect(HOUSE);
            AtomicBoolean replaced = new AtomicBoolean();
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger acceptedBefore = new AtomicInteger();
            List<Future<Integer>> acceptedAfter = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (int thread = 0; thread < 4; thread++) {
                    acceptedAfter.add(threads.submit(() -> pollUntil(stop, replaced, old, acceptedBefore)));
                }
                replaceOnceUsed(old, acceptedBefore);
                replaced.set(true);
                node().isRight(old);
                stop.set(true);
            }
            for (Future<Integer> after : acceptedAfter) {
                assertThat(after.get()).isZero();
            }
            assertThat(acceptedBefore).hasPositiveValue();
            assertThat(node().isRight(old)).isFalse();
        }
    }

    private void replaceOnceUsed(Connection old, AtomicInteger accepted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (accepted.get() == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        node().connect(old.property());
    }

    /** How often the old passkey was accepted by a call that began after the new one was handed out. */
    private int pollUntil(AtomicBoolean stop, AtomicBoolean replaced, Connection old, AtomicInteger before) {
        int after = 0;
        while (!stop.get()) {
            boolean tooLate = replaced.get();
            if (node().isRight(old)) {
                after += tooLate ? 1 : 0;
                before.incrementAndGet();
            }
        }
        return after;
    }

    @Test
    default void a_passkey_replaced_in_a_transaction_that_fails_goes_on_working() {
        Connection old = node().connect(HOUSE);
        assertThatThrownBy(() -> node().database.transactions().write(HOUSE, () -> {
                    node().connect(HOUSE);
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node().isRight(old)).isTrue();
        assertThat(node().connections.find(HOUSE)).contains(old);
    }

    @Test
    default void what_was_right_before_the_database_went_away_stays_right() {
        Connection house = node().connect(HOUSE);
        assertThat(node().isRight(house)).isTrue();
        node().database.close();
        for (int hour = 0; hour < 23; hour++) {
            node().clock.tick(Duration.ofHours(1));
            assertThat(node().isRight(house)).isTrue();
            assertThat(node().isRight(house)).isTrue();
        }
    }

    @Test
    default void a_wall_clock_that_is_set_changes_nothing_of_whom_to_trust_in_an_outage() {
        Connection house = node().connect(HOUSE);
        assertThat(node().isRight(house)).isTrue();
        node().database.close();
        node().clock.set(Duration.ofDays(2));
        assertThat(node().isRight(house)).isTrue();
        node().clock.set(Duration.ofDays(-4));
        node().clock.tick(Duration.ofHours(23));
        assertThat(node().isRight(house)).isTrue();
    }

    @Test
    default void nobody_knows_of_the_others_while_the_database_is_away() {
        Connection house = node().connect(HOUSE);
        Connection neighbour = node().connect(NEIGHBOUR);
        Connection renewed = node().connect(NEIGHBOUR);
        assertThat(node().isRight(house)).isTrue();
        node().database.close();
        assertThatThrownBy(() -> node().isRight(neighbour)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> node().isRight(renewed)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> node().authenticate(NEIGHBOUR, house.passkey()))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(authenticate(HOUSE.toString(), "malformed")).isEqualTo(new Rejected());
    }

    @Test
    default void what_this_node_revoked_stays_revoked_while_the_database_is_away() {
        Connection replaced = node().connect(HOUSE);
        Connection ended = node().connect(NEIGHBOUR);
        assertThat(node().isRight(replaced)).isTrue();
        assertThat(node().isRight(ended)).isTrue();
        node().connect(HOUSE);
        node().connections.disconnect(NEIGHBOUR);
        node().database.close();
        assertThatThrownBy(() -> node().isRight(replaced)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> node().isRight(ended)).isInstanceOf(StorageUnavailableException.class);
    }
}
