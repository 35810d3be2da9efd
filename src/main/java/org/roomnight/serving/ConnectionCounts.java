package org.roomnight.serving;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many connections the main port has had, and why those ended that are no more. */
public final class ConnectionCounts {

    private final LongAdder opened = new LongAdder();
    private final Map<CloseReason, LongAdder> closed = new EnumMap<>(CloseReason.class);

    ConnectionCounts() {
        for (CloseReason cut : CloseReason.values()) {
            closed.put(cut, new LongAdder());
        }
    }

    void opened() {
        opened.increment();
    }

    void closed(CloseReason why) {
        Objects.requireNonNull(closed.get(why)).increment();
    }

    /** It was never opened. */
    void refused(CloseReason why) {
        opened();
        closed(why);
    }

    public long allOpened() {
        return opened.sum();
    }

    /** All reasons, as they stand in the metrics. */
    public static List<String> reasons() {
        return Arrays.stream(CloseReason.values()).map(CloseReason::label).toList();
    }

    public long allClosed(String reason) {
        return closed.entrySet().stream()
                .filter(entry -> entry.getKey().label().equals(reason))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }
}
