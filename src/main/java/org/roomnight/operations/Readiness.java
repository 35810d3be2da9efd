package org.roomnight.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server should be sent requests, part by part. What was found out counts for a second, so that however
 * many ask, the database is asked once.
 */
final class Readiness {

    static final long VALID_NANOS = 1_000_000_000L;

    /** What was found, and when. */
    private record Finding(Map<String, Boolean> parts, long atNanos) {}

    private final Map<String, BooleanSupplier> checks;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Finding last;

    Readiness(Map<String, BooleanSupplier> checks, LongSupplier nanos) {
        this.checks = new LinkedHashMap<>(checks);
        this.nanos = nanos;
    }

    /** Each part and whether it is well, in a fixed order. */
    Map<String, Boolean> parts() {
        Finding found = last;
        if (found != null && isFresh(found)) {
            return found.parts();
        }
        asking.lock();
        try {
            Finding other = last;
            if (other != null && isFresh(other)) {
                return other.parts();
            }
            Finding now = new Finding(ask(), nanos.getAsLong());
            last = now;
            return now.parts();
        } finally {
            asking.unlock();
        }
    }

    private boolean isFresh(Finding finding) {
        return nanos.getAsLong() - finding.atNanos() < VALID_NANOS;
    }

    private Map<String, Boolean> ask() {
        Map<String, Boolean> parts = new LinkedHashMap<>();
        checks.forEach((part, check) -> parts.put(part, isWell(check)));
        return parts;
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
}
