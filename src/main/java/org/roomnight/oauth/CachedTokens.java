package org.roomnight.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.keys.Sha256;

/** Remembers whose a token is for a second at most, by the token's hash. Tokens that are nobody's are not remembered. */
final class CachedTokens implements BearerTokens {

    /** How long a revocation on another node may stay unnoticed. */
    static final Duration MAX_AGE = Duration.ofSeconds(1);

    /** Some 10 MB; with more tokens in use the rarer ones are read from the database. */
    static final int MAX_TOKENS = 20_000;

    /** Longest token that is looked at, in characters: a JWT with many claims; the header limit is 16 KiB. */
    static final int MAX_TOKEN_LENGTH = 8 * 1024;

    /** What only the database knows of a token. */
    @FunctionalInterface
    interface Lookup {

        Optional<Caller> read();
    }

    /** Where the truth is. */
    interface Source {

        /** Judges what can be judged without the database; empty when that is enough to refuse the token. */
        Optional<Lookup> prepare(String token, String tokenHash);

        /** Whether a token that was found to be this caller's has been revoked; nobody but the database is asked. */
        boolean isRevoked(String tokenHash, Caller caller);
    }

    private record Answer(Optional<Caller> caller, long askedNanos, long revocations) {}

    /** A look-up that began before a revocation is not joined by who comes after it. */
    private record LookupKey(String tokenHash, long revocations) {}

    private final Source source;
    private final SharedLookups lookups;
    private final Revocations revocations;
    private final BooleanSupplier insideWrite;
    private final InstantSource clock;
    private final MonotonicClock ages;
    private final Cache<String, Answer> answers;

    /** {@code insideWrite} tells whether the caller is the work of a write transaction. */
    CachedTokens(
            Source source,
            SharedLookups lookups,
            Revocations revocations,
            BooleanSupplier insideWrite,
            InstantSource clock,
            MonotonicClock ages) {
        this.source = source;
        this.lookups = lookups;
        this.revocations = revocations;
        this.insideWrite = insideWrite;
        this.clock = clock;
        this.ages = ages;
        this.answers = Caffeine.newBuilder()
                .maximumSize(MAX_TOKENS)
                .expireAfterWrite(MAX_AGE)
                .ticker(ages::nanos)
                .build();
    }

    @Override
    public Optional<Caller> check(String token) {
        if (token.isEmpty() || token.length() > MAX_TOKEN_LENGTH) {
            return Optional.empty();
        }
        String hash = Sha256.hex(token);
        Answer known = answers.getIfPresent(hash);
        if (known != null && isFresh(known, hash)) {
            return known.caller().filter(this::hasTime);
        }
        return source.prepare(token, hash)
                .map(lookup -> lookups.ask(new LookupKey(hash, revocations.countFor(hash)), () -> read(lookup, hash)))
                .flatMap(Answer::caller)
                .filter(this::hasTime);
    }

    /** A write waits for nobody's look-up: others would wait for the write meanwhile. */
    @Override
    public boolean isStillGood(String token, Caller caller) {
        if (!insideWrite.getAsBoolean()) {
            return check(token).isPresent();
        }
        String hash = Sha256.hex(token);
        Answer known = answers.getIfPresent(hash);
        boolean remembered = known != null && isFresh(known, hash);
        return hasTime(caller) && (remembered || !source.isRevoked(hash, caller));
    }

    private boolean hasTime(Caller caller) {
        return clock.instant().isBefore(caller.expiresAt());
    }

    private boolean isFresh(Answer answer, String hash) {
        return ages.isYoungerThan(MAX_AGE, answer.askedNanos) && answer.revocations == revocations.countFor(hash);
    }

    /** Notes time and revocations before it asks: what happens while the database answers counts as later. */
    private Answer read(Lookup lookup, String hash) {
        long asked = ages.nanos();
        long known = revocations.countFor(hash);
        Answer answer = new Answer(lookup.read(), asked, known);
        if (answer.caller().isPresent()) {
            answers.put(hash, answer);
        }
        return answer;
    }
}
