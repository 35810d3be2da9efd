package org.roomnight.calendar;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.roomnight.calendar.RevisionCache.Known;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.BackgroundReads.Waiting;
import org.roomnight.storage.Database;
import org.roomnight.storage.RevisionRows;

/** The revision of a property: from memory while that is certain, otherwise from the database. */
public final class CurrentRevision {

    /** What was read, and the stamp of the revision that it is of. */
    public record Dated<T>(Stamp stamp, T read) {}

    /**
     * The stamp of a revision.
     *
     * @param age zero, or how long ago it was last known to be the newest when the database does not answer in time
     */
    public record Seen(Stamp stamp, Duration age) {}

    /** What the reads are known by. */
    private record RevisionOf(PropertyId property) {}

    private record Answer(Stamp stamp, long askedNanos) {}

    private final Database database;
    private final RevisionRows revisions;
    private final RevisionCache revisionCache;
    private final MonotonicClock clock;

    CurrentRevision(Database database, RevisionRows revisions, RevisionCache revisionCache, MonotonicClock clock) {
        this.database = database;
        this.revisions = revisions;
        this.revisionCache = revisionCache;
        this.clock = clock;
    }

    public Stamp of(PropertyId property) {
        return revisionCache
                .known(property)
                .map(Known::stamp)
                .orElseGet(() -> read(property, () -> property).stamp());
    }

    /**
     * The revision, or the last one when the database cannot be asked or does not answer in time. That is never given out
     * once this node knows of a change: who writes by this door would find it undone.
     */
    public Seen ofOrLast(PropertyId property) {
        Optional<Known> known = revisionCache.known(property);
        if (known.isPresent()) {
            return new Seen(known.get().stamp(), Duration.ZERO);
        }
        try {
            Answer answer = database.backgroundReads()
                    .get(
                            new RevisionOf(property),
                            () -> revisionCache.changes(property),
                            () -> waiting(property),
                            answered -> ask(property, answered));
            return new Seen(answer.stamp(), revisionCache.age(answer.askedNanos()));
        } catch (StorageUnavailableException unavailable) {
            return last(property).orElseThrow(() -> unavailable);
        }
    }

    private Waiting waiting(PropertyId property) {
        if (last(property).isEmpty()) {
            return Waiting.UNTIL_DEADLINE;
        }
        return switch (revisionCache.doubt(property)) {
            case AGE -> Waiting.SHORT;
            case SILENCE, CHANGE -> Waiting.UNLESS_SLOW;
        };
    }

    private Answer ask(PropertyId property, Runnable answered) {
        RevisionCache.Before before = revisionCache.before(property);
        Stamp stamp =
                database.transactions().read(() -> revisions.current(property).orElseThrow());
        answered.run();
        revisionCache.checked(property, before, stamp);
        return new Answer(stamp, before.askedNanos());
    }

    private Optional<Seen> last(PropertyId property) {
        return revisionCache
                .last(property)
                .filter(last -> clock.isYoungerThan(PropertyCalendars.MAX_AGE, last.sinceNanos()))
                .map(last -> new Seen(last.stamp(), clock.since(last.sinceNanos())));
    }

    /** Reads something of a property together with its revision. */
    public <T> Dated<T> read(PropertyId property, Supplier<T> look) {
        RevisionCache.Before before = revisionCache.before(property);
        return database.transactions().read(() -> {
            Stamp stamp = revisions.current(property).orElseThrow();
            Dated<T> read = new Dated<>(stamp, look.get());
            revisionCache.checked(property, before, stamp);
            return read;
        });
    }
}
