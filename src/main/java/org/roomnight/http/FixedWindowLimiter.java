package org.roomnight.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.roomnight.kernel.MonotonicClock;

/**
 * Counts what each caller does in a window of time that begins with its first; who is forgotten, because too many others
 * came, begins anew.
 */
public final class FixedWindowLimiter {

    /**
     * @param most how often a caller may in one window
     * @param maxCallers how many are counted at once
     */
    public record Limit(int most, Duration window, int maxCallers) {}

    private record Window(long beganNanos, AtomicInteger count) {}

    private final Limit limit;
    private final MonotonicClock clock;
    private final Cache<String, Window> windows;

    public FixedWindowLimiter(Limit limit, MonotonicClock clock) {
        this.limit = limit;
        this.clock = clock;
        this.windows = Caffeine.newBuilder().maximumSize(limit.maxCallers()).build();
    }

    /** Counts once more; the time until the window ends when the caller has had all of it. */
    public Optional<Duration> take(String caller) {
        Window window = windows.asMap()
                .compute(
                        caller,
                        (_, old) -> old != null && clock.isYoungerThan(limit.window(), old.beganNanos())
                                ? old
                                : new Window(clock.nanos(), new AtomicInteger()));
        return window.count().incrementAndGet() <= limit.most()
                ? Optional.empty()
                : Optional.of(limit.window().minus(clock.since(window.beganNanos())));
    }
}
