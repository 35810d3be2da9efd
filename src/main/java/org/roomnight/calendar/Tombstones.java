package org.roomnight.calendar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    private static final String OLDEST = """
            SELECT property, collection, name FROM calendar_member
            WHERE removed = TRUE AND changed_ms < :before
            ORDER BY changed_ms
            LIMIT :size
            """;

    /** Asks again whether they are removed: a name may have come back, or another node was faster. */
    private static final String FORGET = """
            DELETE FROM calendar_member
            WHERE property = :property AND collection = :collection AND name IN (:names)
              AND removed = TRUE AND changed_ms < :before
            RETURNING revision
            """;

    private static final String REMEMBER = """
            INSERT INTO forgotten_change (property, collection, revision)
            VALUES (:property, :collection, :revision)
            ON CONFLICT (property, collection) DO UPDATE SET revision = excluded.revision
            WHERE forgotten_change.revision < excluded.revision
            """;

    private record Tombstone(PropertyId property, Collection collection, String name) {}

    private final Database database;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Tombstones(Database database, InstantSource clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** Forgets what is older than {@link #KEPT}, the oldest first; answers how many tombstones are gone. */
    public int forgetOld() {
        long before = clock.instant().minus(KEPT).toEpochMilli();
        int forgotten = 0;
        for (int step = 0; step < MAX_STEPS; step++) {
            List<Tombstone> oldest = database.transactions().read(() -> oldest(before));
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

    private List<Tombstone> oldest(long before) {
        return jdbc.sql(OLDEST)
                .param("before", before)
                .param("size", STEP)
                .query((row, _) -> new Tombstone(
                        new PropertyId(UUID.fromString(row.getString("property"))),
                        new Collection(row.getString("collection")),
                        row.getString("name")))
                .list();
    }

    /** Of one property, in its write. */
    private int forget(List<Tombstone> tombstones, long before) {
        Map<Collection, List<Tombstone>> byCollection =
                tombstones.stream().collect(Collectors.groupingBy(Tombstone::collection));
        int forgotten = 0;
        for (var one : byCollection.entrySet()) {
            PropertyId property = one.getValue().getFirst().property();
            List<Revision> gone = jdbc.sql(FORGET)
                    .param("property", property.value())
                    .param("collection", one.getKey().key())
                    .param("names", one.getValue().stream().map(Tombstone::name).toList())
                    .param("before", before)
                    .query((row, _) -> new Revision(row.getLong(1)))
                    .list();
            gone.stream().max(Comparator.naturalOrder()).ifPresent(newest -> remember(property, one.getKey(), newest));
            forgotten += gone.size();
        }
        return forgotten;
    }

    private void remember(PropertyId property, Collection collection, Revision newest) {
        jdbc.sql(REMEMBER)
                .param("property", property.value())
                .param("collection", collection.key())
                .param("revision", newest.value())
                .update();
    }
}
