package org.roomnight.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Transactions;

/**
 * When each connection was last used: noted in memory, written now and then. A crash loses the last minute of it, which
 * nobody is promised.
 */
final class LastAccess {

    /** A property's row is written at most this often. */
    static final Duration BETWEEN_FLUSHES = Duration.ofMinutes(1);

    /** Rows written in one transaction at most, so that no booking waits long behind them. */
    static final int MAX_ROWS = 500;

    /** Notes kept until they can be written, some 10 MB; with more of them some uses are forgotten. */
    static final int MAX_NOTED = 100_000;

    private final Transactions transactions;
    private final ConnectionRows rows;
    private final InstantSource clock;
    private final Cache<PropertyId, Long> usedMillis =
            Caffeine.newBuilder().maximumSize(MAX_NOTED).executor(Runnable::run).build();

    /** Properties whose row was written less than a flush ago. */
    private final Cache<PropertyId, Boolean> flushed;

    /** The wall clock dates uses, the other one tells how long ago rows were written. */
    LastAccess(Transactions transactions, ConnectionRows rows, InstantSource clock, MonotonicClock ages) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
        this.flushed = Caffeine.newBuilder()
                .maximumSize(MAX_NOTED)
                .expireAfterWrite(BETWEEN_FLUSHES)
                .ticker(ages::nanos)
                .executor(Runnable::run)
                .build();
    }

    void note(PropertyId property) {
        usedMillis.put(property, clock.millis());
    }

    void forget(PropertyId property) {
        usedMillis.invalidate(property);
    }

    void forgetAll() {
        usedMillis.invalidateAll();
    }

    Optional<Instant> find(PropertyId property) {
        Optional<Instant> noted =
                Optional.ofNullable(usedMillis.getIfPresent(property)).map(Instant::ofEpochMilli);
        Optional<Instant> stored = transactions.read(() -> rows.lastAccess(property));
        return noted.filter(moment -> stored.filter(moment::isBefore).isEmpty()).or(() -> stored);
    }

    /** Writes what is due; what could not be written is due again. */
    synchronized void flush() {
        List<Map.Entry<PropertyId, Long>> due = usedMillis.asMap().entrySet().stream()
                .filter(used -> flushed.getIfPresent(used.getKey()) == null)
                .map(used -> Map.entry(used.getKey(), used.getValue()))
                .sorted(Comparator.comparing(used -> used.getKey().value())) // two nodes never wait for each other
                .toList();
        for (int from = 0; from < due.size(); from += MAX_ROWS) {
            write(due.subList(from, Math.min(from + MAX_ROWS, due.size())));
        }
    }

    private void write(List<Map.Entry<PropertyId, Long>> part) {
        transactions.writeShared(() -> {
            part.forEach(used -> rows.touch(used.getKey(), Instant.ofEpochMilli(used.getValue())));
            return part.size();
        });
        part.forEach(used -> {
            flushed.put(used.getKey(), true);
            usedMillis.asMap().remove(used.getKey(), used.getValue());
        });
    }

    /** How many uses are noted and not written. */
    long noted() {
        usedMillis.cleanUp();
        return usedMillis.estimatedSize();
    }

    /** How many rows are known to have been written a moment ago. */
    long flushed() {
        flushed.cleanUp();
        return flushed.estimatedSize();
    }
}
