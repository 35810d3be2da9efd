package org.roomnight.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
    private final AtomicReferenceArray<@Nullable Counter> counters =
            new AtomicReferenceArray<>(Door.values().length * STATUSES);

    RequestCounts(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("roomnight.feed.not.modified.ratio", this, RequestCounts::feedNotModifiedRatio)
                .description("Polls of calendars that found nothing new, of all that were answered; 0 to 1")
                .register(registry);
    }

    void count(Door door, int status) {
        int known = status > 0 && status < STATUSES ? status : UNKNOWN_STATUS;
        counter(door, known).increment();
    }

    private Counter counter(Door door, int status) {
        int place = place(door, status);
        Counter found = counters.get(place);
        if (found != null) {
            return found;
        }
        Counter made = Counter.builder(NAME)
                .description("Requests answered")
                .tag("door", door.label())
                .tag("status", Integer.toString(status))
                .register(registry);
        counters.set(place, made);
        return made;
    }

    @SuppressWarnings("EnumOrdinal") // a dense place in an array, never stored
    private static int place(Door door, int status) {
        return door.ordinal() * STATUSES + status;
    }

    private double feedNotModifiedRatio() {
        double unchanged = total(Door.FEED, NOT_MODIFIED);
        double all = unchanged + total(Door.FEED, OK);
        return all == 0 ? 0 : unchanged / all;
    }

    private double total(Door door, int status) {
        Counter counter = counters.get(place(door, status));
        return counter == null ? 0 : counter.count();
    }
}
