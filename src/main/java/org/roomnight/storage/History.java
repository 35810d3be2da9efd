package org.roomnight.storage;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marks of the database's history (ADR 0032). A revision bears two: that of the start under which it was made, so that
 * a number which is given again after a restore is another revision, whether or not anybody notices the restore; and that
 * of the whole history, which is made anew when a restore is noticed or told, and ends everything of before.
 */
public final class History implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final Transactions transactions;
    private final HistoryRows rows;
    private final HistoryFile file;
    private final InstantSource clock;
    private final SecureRandom random;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What this node last saw, from the file after a start. */
    private @Nullable HistoryPosition seen;

    /** @param file where this node keeps how far the history has come */
    public History(Database database, Path file, InstantSource clock, SecureRandom random) {
        this.transactions = database.transactions();
        this.rows = new HistoryRows(database.jdbc());
        this.file = new HistoryFile(file);
        this.clock = clock;
        this.random = random;
    }

    /** What to run when a new history has begun: all that memory holds is of another one. */
    public void whenRenewed(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Gives what is changed from now on a new mark. Call it before the first change of a start, and when the database
     * comes back: it may be another one. Nothing of before loses its validity by it.
     */
    public synchronized void begin() {
        look();
        String start = newMark();
        transactions.writeShared(() -> {
            rows.begin(start);
            return true;
        });
    }

    /** Notices that the database has gone back, and begins a new history then. Call it now and then. */
    public synchronized void look() {
        HistoryPosition now = transactions.read(rows::position);
        HistoryPosition before = before().orElse(now);
        if (!now.database().equals(before.database())) {
            LOG.warn("event=other-database This node served another database before; what it kept of it is not used.");
        }
        if (now.isBehind(before)) {
            LOG.warn(
                    "event=database-went-back changes={} changesSeenBefore={} The database is older than what this node"
                            + " saw of it before, as after a restore: every sync token and tag of before is void, and"
                            + " calendar programs read everything anew.",
                    now.changes(),
                    before.changes());
            renew(now);
            return;
        }
        remember(now);
    }

    /** Begins a new history: no token or tag of before is valid any more, and none of them ever will be. */
    public synchronized void renew() {
        renew(transactions.read(rows::position));
    }

    private void renew(HistoryPosition now) {
        long older = Math.max(now.sinceMillis(), before().orElse(now).sinceMillis());
        long since = Math.max(clock.millis(), older + 1);
        String mark = newMark();
        String start = newMark();
        HistoryPosition renewed = transactions.writeShared(() -> {
            int _ = rows.renew(now, mark, start, since); // of two nodes that notice it one does it
            return rows.position();
        });
        listeners.forEach(Runnable::run);
        remember(renewed);
    }

    private Optional<HistoryPosition> before() {
        return Optional.ofNullable(seen).or(file::read);
    }

    private void remember(HistoryPosition now) {
        if (!now.equals(seen)) {
            seen = now;
            file.write(now);
        }
    }

    private String newMark() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }

    /** Keeps what was changed last, as far as the database still answers. */
    @Override
    public void close() {
        try {
            look();
        } catch (StorageUnavailableException unavailable) {
            LOG.warn("event=history-not-kept reason={}", unavailable.getMessage());
        }
    }
}
