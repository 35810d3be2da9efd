package org.roomnight.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.roomnight.kernel.MonotonicClock;

/**
 * How many failures a source has left. Only failures are counted, never a claimed username, so nobody can spend what a
 * right passkey needs (rule 7). A source whose own budget is empty takes nothing from its neighbours'.
 */
public final class FailureLimiter {

    /** Of one IPv4 address or IPv6 /64: a phone with an old passkey tries about 4 times an hour for each calendar. */
    public static final TokenBucket.Limit ADDRESS = new TokenBucket.Limit(20, Duration.ofSeconds(30));

    /** Of an IPv4 /24 or IPv6 /48: one customer of a provider, with many addresses to try from. */
    static final TokenBucket.Limit NETWORK = new TokenBucket.Limit(100, Duration.ofSeconds(5));

    /** Of all sources together, against very many networks at once. */
    static final TokenBucket.Limit EVERYWHERE = new TokenBucket.Limit(5_000, Duration.ofMillis(20));

    /** ClientAddresses remembered, of each kind; a forgotten one starts with a full bucket, and the global budget remains. */
    static final int MAX_REMEMBERED = 20_000;

    private final MonotonicClock clock;
    private final LoadingCache<AddressBlock, TokenBucket> addresses;
    private final LoadingCache<AddressBlock, TokenBucket> networks;
    private final TokenBucket everywhere;

    public FailureLimiter(MonotonicClock clock) {
        this.clock = clock;
        this.addresses = buckets(ADDRESS, clock);
        this.networks = buckets(NETWORK, clock);
        this.everywhere = new TokenBucket(EVERYWHERE, clock.nanos());
    }

    private static LoadingCache<AddressBlock, TokenBucket> buckets(TokenBucket.Limit limit, MonotonicClock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .executor(Runnable::run)
                .build(_ -> new TokenBucket(limit, clock.nanos()));
    }

    /** Counts a failure; the time to wait when there is no budget for it. */
    public Optional<Duration> spend(ClientAddress source) {
        long now = clock.nanos();
        return addresses
                .get(AddressBlock.around(source, 32, 64))
                .take(now)
                .or(() -> networks.get(AddressBlock.around(source, 24, 48)).take(now))
                .or(() -> everywhere.take(now));
    }

    long remembered() {
        return addresses.estimatedSize() + networks.estimatedSize();
    }
}
