package org.roomnight.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Transactions transactions;
    private final JdbcConnections rows;
    private final InstantSource clock;
    private final Map<PropertyId, Long> usedMillis = new ConcurrentHashMap<>();
    private final Map<PropertyId, Long> flushedMillis = new HashMap<>();

    LastAccess(Transactions transactions, JdbcConnections rows, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    void note(PropertyId property) {
        usedMillis.put(property, clock.millis());
    }

    void forget(PropertyId property) {
        usedMillis.remove(property);
    }

    Optional<Instant> find(PropertyId property) {
        Optional<Instant> noted = Optional.ofNullable(usedMillis.get(property)).map(Instant::ofEpochMilli);
        Optional<Instant> stored = transactions.read(() -> rows.lastAccess(property));
        return noted.filter(moment -> stored.filter(moment::isBefore).isEmpty()).or(() -> stored);
    }

    /** Writes what is due; what could not be written is due again. */
    synchronized void flush() {
        long now = clock.millis();
        flushedMillis.values().removeIf(flushed -> flushed <= now - BETWEEN_FLUSHES.toMillis());
        List<Map.Entry<PropertyId, Long>> due = usedMillis.entrySet().stream()
                .filter(used -> !flushedMillis.containsKey(used.getKey()))
                .map(used -> Map.entry(used.getKey(), used.getValue()))
                .sorted(Comparator.comparing(used -> used.getKey().value())) // two nodes never wait for each other
                .toList();
        for (int from = 0; from < due.size(); from += MAX_ROWS) {
            write(due.subList(from, Math.min(from + MAX_ROWS, due.size())), now);
        }
    }

    private void write(List<Map.Entry<PropertyId, Long>> part, long now) {
        transactions.writeShared(() -> {
            part.forEach(used -> rows.touch(used.getKey(), Instant.ofEpochMilli(used.getValue())));
            return part.size();
        });
        part.forEach(used -> {
            flushedMillis.put(used.getKey(), now);
            usedMillis.remove(used.getKey(), used.getValue());
        });
    }
}
