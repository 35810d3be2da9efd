package org.roomnight.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;

/** Remembers which credentials the database has confirmed, and since when, so that a poll need not ask it. */
final class ConfirmationCache {

    /** How long a confirmation counts where other nodes may revoke, which is obeyed within a second. */
    static final Duration SHARED_VALIDITY = Duration.ofSeconds(1);

    /** How long a confirmation counts while the database cannot be asked, as long as its calendars are served. */
    static final Duration OUTAGE_VALIDITY = Duration.ofHours(24);

    /** Credentials remembered; about 10 MB. Only right ones get in, so nobody can push others out by guessing. */
    static final int MAX_REMEMBERED = 50_000;

    /** What was confirmed: under which generation, and by a read begun when. */
    record Confirmation(PropertyId property, long generation, long readBeganNanos) {}

    /** Whether other nodes write to the database. */
    enum Writers {
        THIS_NODE,
        MANY_NODES
    }

    private final RevocationCounters revocations = new RevocationCounters();
    private final Cache<String, Confirmation> confirmed = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .executor(Runnable::run)
            .build();
    private final Writers writers;
    private final MonotonicClock clock;

    ConfirmationCache(Writers writers, MonotonicClock clock) {
        this.writers = writers;
        this.clock = clock;
    }

    /** To be taken before the database is read, and given to {@link #confirm} when it said yes. */
    Confirmation begin(PropertyId property) {
        return new Confirmation(property, revocations.of(property), clock.nanos());
    }

    /** Remembers; if the passkey has changed since the read began, the confirmation is already worth nothing. */
    void confirm(String digest, Confirmation read) {
        confirmed.put(digest, read);
    }

    /** What is known of these credentials, unless this node has revoked them since. */
    Optional<Confirmation> find(String digest) {
        return Optional.ofNullable(confirmed.getIfPresent(digest)).filter(this::isCurrent);
    }

    boolean isCurrent(Confirmation found) {
        return found.generation() == revocations.of(found.property());
    }

    /** Whether the confirmation counts without asking the database again. */
    boolean isFresh(Confirmation found) {
        return switch (writers) {
            case THIS_NODE -> true;
            case MANY_NODES -> clock.isYoungerThan(SHARED_VALIDITY, found.readBeganNanos());
        };
    }

    boolean countsInOutage(Confirmation found) {
        return isCurrent(found) && clock.isYoungerThan(OUTAGE_VALIDITY, found.readBeganNanos());
    }

    /** From now on, nothing that was read before counts. */
    void revoke(PropertyId property) {
        revocations.raise(property);
    }

    /** The same for all properties. */
    void revokeAll() {
        revocations.raiseAll();
    }

    /** Differs after each revocation. */
    long generation(PropertyId property) {
        return revocations.of(property);
    }
}
