package org.roomnight.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Answers by door and status. Counting one costs two array reads, for a poll that found nothing new is cheap too. */
final class RequestCounts {

    private static final String NAME = "roomnight.requests";
    private static final int STATUSES = 600;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int UNKNOWN_STATUS = 599;

    private final MeterRegistry registry;
    private final Map<Door, AtomicReferenceArray<@Nullable Counter>> counters = new EnumMap<>(Door.class);

    RequestCounts(MeterRegistry registry) {
        this.registry = registry;
        for (Door door : Door.values()) {
            counters.put(door, new AtomicReferenceArray<>(STATUSES));
        }
        Gauge.builder("roomnight.feed.not.modified.ratio", this, RequestCounts::feedNotModifiedRatio)
                .description("Polls of calendars that found nothing new, of all that were answered; 0 to 1")
                .register(registry);
    }

    void count(Door door, int status) {
        int known = status > 0 && status < STATUSES ? status : UNKNOWN_STATUS;
        counter(door, known).increment();
    }

    private Counter counter(Door door, int status) {
        Counter found = of(door).get(status);
        if (found != null) {
            return found;
        }
        Counter made = Counter.builder(NAME)
                .description("Requests answered")
                .tag("door", door.label())
                .tag("status", Integer.toString(status))
                .register(registry);
        of(door).set(status, made);
        return made;
    }

    private AtomicReferenceArray<@Nullable Counter> of(Door door) {
        return Objects.requireNonNull(counters.get(door));
    }

    private double feedNotModifiedRatio() {
        double unchanged = total(Door.FEED, NOT_MODIFIED);
        double all = unchanged + total(Door.FEED, OK);
        return all == 0 ? 0 : unchanged / all;
    }

    private double total(Door door, int status) {
        Counter counter = of(door).get(status);
        return counter == null ? 0 : counter.count();
    }
}
