package org.roomnight.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.MonotonicClock;

/**
 * Whether the server should be sent requests, part by part. A thread of its own finds it out every second, so whoever asks
 * never waits; what is not found out any more, because a check hangs, is not well.
 */
final class Readiness implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(1);

    /** With no finding younger than this the checks hang. */
    static final Duration VALID = Duration.ofSeconds(10);

    /** What was found, and when. */
    private record Finding(Map<String, Boolean> parts, long at) {}

    private final Map<String, BooleanSupplier> checks;
    private final MonotonicClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("readiness").daemon().factory());

    private volatile @Nullable Finding last;

    Readiness(Map<String, BooleanSupplier> checks, MonotonicClock clock) {
        this.checks = new LinkedHashMap<>(checks);
        this.clock = clock;
    }

    /** Looks once, and from then on again and again; by itself it never does. */
    Readiness looking() {
        look();
        Future<?> _ =
                thread.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Each part and whether it is well, in a fixed order. */
    Map<String, Boolean> parts() {
        Finding found = last;
        if (found != null && clock.isYoungerThan(VALID, found.at())) {
            return found.parts();
        }
        Map<String, Boolean> unknown = new LinkedHashMap<>();
        checks.keySet().forEach(part -> unknown.put(part, false));
        return unknown;
    }

    /** Finds out how every part is. */
    void look() {
        long begun = clock.nanos();
        Map<String, Boolean> parts = new LinkedHashMap<>();
        checks.forEach((part, check) -> parts.put(part, isWell(check)));
        last = new Finding(parts, begun);
    }

    /** A check that breaks found something that is not well, too. */
    private static boolean isWell(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Whether the disk of a folder has at least so much room. */
    static BooleanSupplier room(Path folder, long octets) {
        return () -> {
            try {
                return Files.getFileStore(folder).getUsableSpace() >= octets;
            } catch (IOException _) {
                return false;
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
