package org.roomnight.oauth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.MonotonicClock;

/**
 * The keys of an outside issuer as they were last fetched. One fetch serves all who wait; one that fails, or brings no
 * key, changes nothing: the keys known before count on for {@link #OUTAGE}. A key that is not among them is a stranger's
 * only if the last fetch went well; otherwise nobody can tell.
 */
final class IssuerKeySet implements JWKSource<SecurityContext> {

    /** How old keys may get before they are fetched anew. */
    static final Duration KEYS_LIVE = Duration.ofMinutes(5);

    /** Tokens with made-up key ids must not make us ask the issuer for each. */
    static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);

    /** How soon an issuer that could not be asked is asked again. */
    static final Duration BETWEEN_FAILURES = Duration.ofSeconds(1);

    /** How long known keys are trusted while the issuer is down. */
    static final Duration OUTAGE = Duration.ofHours(4);

    /** How long a caller waits for a fetch. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Where the keys come from. */
    @FunctionalInterface
    interface Fetch {
        JWKSet keys() throws JWKSetUnavailableException;
    }

    private record Known(JWKSet keys, long fetchedNanos) {}

    private record Failure(JWKSetUnavailableException reason, long failedNanos) {}

    private final Fetch source;
    private final MonotonicClock clock;
    private final Object lock = new Object();
    private @Nullable Known known;
    private @Nullable Failure failure;
    private @Nullable CompletableFuture<Void> running;

    IssuerKeySet(Fetch source, MonotonicClock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Known before = trusted();
        List<JWK> found = before == null ? List.of() : selector.select(before.keys());
        if (!found.isEmpty() && before != null) {
            if (!clock.isYoungerThan(KEYS_LIVE, before.fetchedNanos())) {
                var _ = fetch(); // and while it runs, the old keys count
            }
            return found;
        }
        await(fetch());
        Known now = trusted();
        JWKSetUnavailableException unavailable = lastFailure();
        List<JWK> foundNow = now == null ? List.of() : selector.select(now.keys());
        if (foundNow.isEmpty() && unavailable != null) {
            throw unavailable;
        }
        return foundNow;
    }

    private @Nullable Known trusted() {
        synchronized (lock) {
            return known != null && clock.isYoungerThan(OUTAGE, known.fetchedNanos()) ? known : null;
        }
    }

    private @Nullable JWKSetUnavailableException lastFailure() {
        synchronized (lock) {
            return failure == null ? null : failure.reason();
        }
    }

    /** The fetch that runs, or a new one unless the last is too fresh. */
    private CompletableFuture<Void> fetch() {
        synchronized (lock) {
            if (running != null) {
                return running;
            }
            boolean tooSoon = failure != null
                    ? clock.isYoungerThan(BETWEEN_FAILURES, failure.failedNanos())
                    : known != null && clock.isYoungerThan(BETWEEN_FETCHES, known.fetchedNanos());
            if (tooSoon) {
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Void> fetching = new CompletableFuture<>();
            running = fetching;
            Thread.ofVirtual().name("issuer-keys").start(() -> {
                try {
                    fetchNow();
                } finally {
                    fetching.complete(null);
                }
            });
            return fetching;
        }
    }

    private void fetchNow() {
        JWKSetUnavailableException reason = null;
        JWKSet fetched = null;
        try {
            fetched = source.keys();
            if (fetched.getKeys().isEmpty()) {
                reason = new JWKSetUnavailableException("the issuer has no keys");
            }
        } catch (JWKSetUnavailableException unavailable) {
            reason = unavailable;
        } catch (RuntimeException | Error broken) {
            reason = new JWKSetUnavailableException("the issuer's keys cannot be read", broken);
        }
        synchronized (lock) {
            running = null;
            failure = reason == null ? null : new Failure(reason, clock.nanos());
            known = reason == null && fetched != null ? new Known(fetched, clock.nanos()) : known;
        }
    }

    private static void await(CompletableFuture<Void> fetching) throws JWKSetUnavailableException {
        try {
            fetching.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("interrupted while fetching the issuer's keys", interrupted);
        } catch (ExecutionException | TimeoutException slow) {
            throw new JWKSetUnavailableException("the issuer does not answer", slow);
        }
    }
}
