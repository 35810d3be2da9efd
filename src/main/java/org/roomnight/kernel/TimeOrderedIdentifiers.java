package org.roomnight.kernel;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Identifiers that sort by the moment they were made (UUID version 7, RFC 9562 §5.7), so that new rows land next to
 * each other in an index.
 */
public final class TimeOrderedIdentifiers implements IdentifierSource {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;

    public TimeOrderedIdentifiers(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & 0xFFF);
        return new UUID(high, VARIANT | (random.nextLong() & BELOW_VARIANT));
    }
}
