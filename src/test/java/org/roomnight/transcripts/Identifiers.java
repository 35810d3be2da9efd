package org.roomnight.transcripts;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.roomnight.kernel.IdentifierSource;

/** Identifiers that are counted, from one on for each area, so that every run makes the same. */
final class Identifiers implements IdentifierSource {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private volatile long area;
    private final AtomicLong count = new AtomicLong();

    /** Begins with the first identifier of an area. */
    void begin(String name) {
        area = (name.hashCode() & 0xFFFF_FFFFL) << 32;
        count.set(0);
    }

    @Override
    public UUID next() {
        return new UUID(area | VERSION_7, VARIANT | count.incrementAndGet());
    }

    /** An identifier that a client gives, which the server counts not. */
    UUID given(int number) {
        return new UUID(area | VERSION_7, VARIANT | 1L << 32 | number);
    }
}
