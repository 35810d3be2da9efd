package org.roomnight.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers whose a token is for a second at most, by the token's hash. Tokens that are nobody's are not remembered. */
final class CachedTokens implements BearerTokens {

    /** How long a revocation on another node may stay unnoticed (DESIGN 5). */
    static final Duration MAX_AGE = Duration.ofSeconds(1);

    /** Some 10 MB; with more tokens in use the rarer ones are read from the database. */
    static final int MAX_TOKENS = 20_000;

    /** Longest token that is looked at, in characters: a JWT with many claims; the header limit is 16 KiB. */
    static final int MAX_TOKEN_LENGTH = 8 * 1024;

    /** Where the truth is. */
    @FunctionalInterface
    interface Source {

        Optional<Caller> read(String token, String tokenHash);
    }

    private record Answer(Caller caller, long readNanos, long revocations) {}

    private final Source source;
    private final Revocations revocations;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Cache<String, Answer> answers;

    /** The ticker is monotonic, so that a wall clock put back cannot keep an answer alive. */
    CachedTokens(Source source, Revocations revocations, InstantSource clock, Ticker ticker) {
        this.source = source;
        this.revocations = revocations;
        this.clock = clock;
        this.ticker = ticker;
        this.answers = Caffeine.newBuilder()
                .maximumSize(MAX_TOKENS)
                .expireAfterWrite(MAX_AGE)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<Caller> check(String token) {
        if (token.isEmpty() || token.length() > MAX_TOKEN_LENGTH) {
            return Optional.empty();
        }
        String hash = Hashes.sha256(token);
        Answer answer = answers.getIfPresent(hash);
        if (!fresh(answer, hash)) {
            answer = answers.asMap().compute(hash, (_, old) -> fresh(old, hash) ? old : read(token, hash));
        }
        return answer != null && clock.instant().isBefore(answer.caller.expiresAt())
                ? Optional.of(answer.caller)
                : Optional.empty();
    }

    private boolean fresh(@Nullable Answer answer, String hash) {
        return answer != null
                && ticker.read() - answer.readNanos < MAX_AGE.toNanos()
                && answer.revocations == revocations.countFor(hash);
    }

    /** Notes time and revocations before it asks: what happens while the database answers counts as later. */
    private @Nullable Answer read(String token, String hash) {
        long asked = ticker.read();
        long known = revocations.countFor(hash);
        return source.read(token, hash)
                .map(caller -> new Answer(caller, asked, known))
                .orElse(null);
    }
}
