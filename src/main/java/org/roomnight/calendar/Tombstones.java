package org.roomnight.calendar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.roomnight.calendar.TombstoneRows.Tombstone;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Database;

/**
 * Forgets what was removed from calendars long ago, so that the change log does not grow for ever. The newest revision
 * that was forgotten is kept: whoever knows less has to begin anew. Members and revisions stay as they are, so nothing
 * that a calendar shows changes. Several nodes may do this at once.
 */
public final class Tombstones {

    /** How long a removal is remembered, and so how long a sync token is good at least (ADR 0017). */
    public static final Duration KEPT = Duration.ofDays(90);

    /** Tombstones that are looked up at once, and so the most that one write removes. */
    static final int STEP = 500;

    /** Steps of one run; what is left is for the next. */
    static final int MAX_STEPS = 200;

    private final Database database;
    private final TombstoneRows rows;
    private final InstantSource clock;

    Tombstones(Database database, InstantSource clock) {
        this.database = database;
        this.rows = new TombstoneRows(database.jdbc());
        this.clock = clock;
    }

    /** Forgets what is older than {@link #KEPT}, the oldest first; answers how many tombstones are gone. */
    public int forgetOld() {
        long before = clock.instant().minus(KEPT).toEpochMilli();
        int forgotten = 0;
        for (int step = 0; step < MAX_STEPS; step++) {
            List<Tombstone> oldest = database.transactions().read(() -> rows.oldest(before, STEP));
            Map<PropertyId, List<Tombstone>> byProperty = oldest.stream()
                    .collect(Collectors.groupingBy(Tombstone::property, LinkedHashMap::new, Collectors.toList()));
            for (var one : byProperty.entrySet()) {
                forgotten += database.transactions().write(one.getKey(), () -> forget(one.getValue(), before));
            }
            if (oldest.size() < STEP) {
                break;
            }
        }
        return forgotten;
    }

    /** Of one property, in its write. */
    private int forget(List<Tombstone> tombstones, long before) {
        Map<Collection, List<Tombstone>> byCollection =
                tombstones.stream().collect(Collectors.groupingBy(Tombstone::collection));
        int forgotten = 0;
        for (var one : byCollection.entrySet()) {
            PropertyId property = one.getValue().getFirst().property();
            List<String> names = one.getValue().stream().map(Tombstone::name).toList();
            List<Revision> gone = rows.forget(property, one.getKey(), names, before);
            gone.stream()
                    .max(Comparator.naturalOrder())
                    .ifPresent(newest -> rows.remember(property, one.getKey(), newest));
            forgotten += gone.size();
        }
        return forgotten;
    }
}
