package org.roomnight.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.oauth.OauthServer.HARBOUR;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.keys.Sha256;

final class CachedTokensTest {

    private final TickingClock clock = new TickingClock();
    private final AtomicInteger reads = new AtomicInteger();
    private final Revocations revocations = new Revocations();
    private final Caller caller = new Caller(
            HARBOUR, "rnc_a", Set.of(Scope.BOOKING_READ), clock.instant().plusSeconds(60));
    private volatile Optional<Caller> truth = Optional.of(caller);
    private volatile boolean insideWrite;
    private final CachedTokens tokens = new CachedTokens(
            new Source(() -> {
                reads.incrementAndGet();
                return truth;
            }),
            new SharedLookups(clock),
            revocations,
            () -> insideWrite,
            clock,
            clock);

    /** A database of one token. */
    private record Source(Supplier<Optional<Caller>> truth) implements CachedTokens.Source {

        @Override
        public Optional<CachedTokens.Lookup> prepare(String token, String tokenHash) {
            return Optional.of(truth::get);
        }

        @Override
        public boolean isRevoked(String tokenHash, Caller caller) {
            return truth.get().isEmpty();
        }
    }

    @Test
    void a_token_is_read_once_a_second() {
        for (int i = 0; i < 100; i++) {
            assertThat(tokens.check("rnt_a")).contains(caller);
        }
        assertThat(reads).hasValue(1);
        clock.tick(Duration.ofSeconds(1).minusNanos(1));
        tokens.check("rnt_a");
        assertThat(reads).hasValue(1);
        clock.tick(Duration.ofNanos(1));
        tokens.check("rnt_a");
        assertThat(reads).hasValue(2);
    }

    @Test
    void a_revocation_on_another_node_is_noticed_within_a_second() {
        tokens.check("rnt_a");
        truth = Optional.empty();
        assertThat(tokens.check("rnt_a")).isPresent();
        clock.tick(CachedTokens.MAX_AGE);
        assertThat(tokens.check("rnt_a")).isEmpty();
    }

    @Test
    void a_revocation_here_is_noticed_at_once() {
        tokens.check("rnt_a");
        truth = Optional.empty();
        revocations.tokenRevoked(Sha256.hex("rnt_a"));
        assertThat(tokens.check("rnt_a")).isEmpty();
        truth = Optional.of(caller);
        tokens.check("rnt_b");
        truth = Optional.empty();
        revocations.clientRevoked();
        assertThat(tokens.check("rnt_b")).isEmpty();
    }

    @Test
    void what_was_read_while_the_revocation_committed_is_not_remembered() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch revoked = new CountDownLatch(1);
        CachedTokens slow = new CachedTokens(
                new Source(() -> {
                    Optional<Caller> old = truth;
                    reading.countDown();
                    await(revoked);
                    return old;
                }),
                new SharedLookups(clock),
                revocations,
                () -> insideWrite,
                clock,
                clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> slow.check("rnt_a"));
            reading.await();
            truth = Optional.empty();
            revocations.clientRevoked();
            revoked.countDown();
            assertThat(first.get()).isPresent();
        }
        assertThat(slow.check("rnt_a")).isEmpty();
    }

    @Test
    void a_write_is_told_what_its_own_transaction_knows() {
        tokens.check("rnt_a");
        insideWrite = true;
        truth = Optional.empty();
        assertThat(tokens.isStillGood("rnt_a", caller)).isTrue(); // within the second that another node may take
        clock.tick(CachedTokens.MAX_AGE);
        assertThat(tokens.isStillGood("rnt_a", caller)).isFalse();
        truth = Optional.of(caller);
        assertThat(tokens.isStillGood("rnt_a", caller)).isTrue();
        revocations.clientRevoked();
        truth = Optional.empty();
        assertThat(tokens.isStillGood("rnt_a", caller)).isFalse();
    }

    @Test
    void a_write_is_refused_once_its_token_has_expired() {
        tokens.check("rnt_a");
        insideWrite = true;
        clock.tick(Duration.ofSeconds(60).minusMillis(1));
        assertThat(tokens.isStillGood("rnt_a", caller)).isTrue();
        clock.tick(Duration.ofMillis(1));
        assertThat(tokens.isStillGood("rnt_a", caller)).isFalse();
    }

    @Test
    void an_expired_token_is_refused_while_it_is_remembered() {
        assertThat(tokens.check("rnt_a")).isPresent();
        clock.set(Duration.ofSeconds(60));
        assertThat(tokens.check("rnt_a")).isEmpty();
        assertThat(reads).hasValue(1);
    }

    @Test
    void strangers_are_not_remembered_and_absurd_tokens_not_even_looked_up() {
        truth = Optional.empty();
        tokens.check("rnt_x");
        tokens.check("rnt_x");
        assertThat(reads).hasValue(2);
        assertThat(tokens.check("")).isEmpty();
        assertThat(tokens.check("x".repeat(CachedTokens.MAX_TOKEN_LENGTH + 1))).isEmpty();
        assertThat(reads).hasValue(2);
        tokens.check("x".repeat(CachedTokens.MAX_TOKEN_LENGTH));
        assertThat(reads).hasValue(3);
    }

    @Test
    void many_checks_of_one_token_at_once_read_it_once() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> tokens.check("rnt_a"));
            }
        }
        assertThat(reads).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
