package org.roomnight.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.roomnight.kernel.PropertyId;

/** Rendered calendars in memory: the newest head of each property, and the bytes of those that are used most. */
final class RenderedCalendarCache {

    /** Memory for rendered calendars, in octets, less where the heap is small; the least used ones are read from disk again. */
    static final long MAX_OCTETS =
            Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    /** Heads kept, of some 300 octets each; less where the heap is small. The calendar of another one is found anew. */
    static final int MAX_HEADS = (int) Math.min(100_000, Runtime.getRuntime().maxMemory() / 4_096);

    /** A head, and the latest reading of the clock at which the database had confirmed this very one. */
    record Kept(RenderedCalendar.Head head, long confirmedNanos) {}

    private final Cache<PropertyId, Kept> heads =
            Caffeine.newBuilder().maximumSize(MAX_HEADS).executor(Runnable::run).build();

    private final Cache<PropertyId, RenderedCalendar> bodies = Caffeine.newBuilder()
            .maximumWeight(MAX_OCTETS)
            .weigher((PropertyId _, RenderedCalendar rendered) -> rendered.weight())
            .executor(Runnable::run)
            .build();

    Optional<Kept> find(PropertyId property) {
        return Optional.ofNullable(heads.getIfPresent(property));
    }

    /** Notes that a head was current then, unless a later reading said so; another one takes its place. */
    void confirm(PropertyId property, RenderedCalendar.Head head, long nanos) {
        heads.asMap()
                .merge(
                        property,
                        new Kept(head, nanos),
                        (old, now) -> old.head().equals(head) && old.confirmedNanos() - nanos > 0 ? old : now);
    }

    /** The bytes of this very head, while they are kept. */
    Optional<RenderedCalendar> body(PropertyId property, RenderedCalendar.Head head) {
        return Optional.ofNullable(bodies.getIfPresent(property))
                .filter(kept -> kept.head().equals(head));
    }

    RenderedCalendar keep(PropertyId property, RenderedCalendar rendered) {
        bodies.put(property, rendered);
        return rendered;
    }

    /** How many heads are kept now. */
    long heads() {
        heads.cleanUp();
        return heads.estimatedSize();
    }

    /** How many octets of calendars are kept now. */
    long octets() {
        bodies.cleanUp();
        return bodies.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
