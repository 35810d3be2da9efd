package org.roomnight.calendar;

import java.util.List;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removals in the table {@code calendar_member}, and the table {@code forgotten_change}. */
final class TombstoneRows {

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

    /** A name that was removed from a collection. */
    record Tombstone(PropertyId property, Collection collection, String name) {}

    private final JdbcClient jdbc;

    TombstoneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of all properties that are older, the oldest first. */
    List<Tombstone> oldest(long beforeMillis, int size) {
        return jdbc.sql(OLDEST)
                .param("before", beforeMillis)
                .param("size", size)
                .query((row, _) -> new Tombstone(
                        Columns.id(row, "property", PropertyId::new),
                        new Collection(row.getString("collection")),
                        row.getString("name")))
                .list();
    }

    /** Forgets those of these names that are still removed, and answers their revisions. */
    List<Revision> forget(PropertyId property, Collection collection, List<String> names, long beforeMillis) {
        return jdbc.sql(FORGET)
                .param("property", property.value())
                .param("collection", collection.key())
                .param("names", names)
                .param("before", beforeMillis)
                .query((row, _) -> new Revision(row.getLong(1)))
                .list();
    }

    /** Keeps the newest revision that was forgotten. */
    void remember(PropertyId property, Collection collection, Revision newest) {
        jdbc.sql(REMEMBER)
                .param("property", property.value())
                .param("collection", collection.key())
                .param("revision", newest.value())
                .update();
    }
}
