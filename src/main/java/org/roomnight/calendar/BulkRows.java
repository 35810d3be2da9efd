package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.List;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole calendars, a bounded part at a time: the tables of their entries, and {@code unlinked_collection}. */
final class BulkRows {

    /** Entries of one part. */
    static final int MAX_ENTRIES = 200;

    /** Octets of one part; a single larger entry is alone. */
    static final long MAX_OCTETS = 1024L * 1024;

    private static final int MEMBERS_AT_ONCE = 2_000;

    private static final String NEXT = """
        SELECT name, LENGTH(octets) FROM staff_object
        WHERE property = :property AND collection = :collection AND name > :after
        ORDER BY name
        LIMIT :size
        """;
    private static final String COPY = """
        INSERT INTO staff_object
            (property, collection, name, uid, component, block, writable, first_day, last_day, etag, octets,
             created_ms, changed_ms)
        SELECT property, :to, name, uid, component, block, writable, first_day, last_day, etag, octets, :now, :now
        FROM staff_object WHERE property = :property AND collection = :collection AND name IN (:names)
        RETURNING LENGTH(octets)
        """;
    private static final String LOG = """
        INSERT INTO calendar_member (property, collection, name, revision, removed, changed_ms)
        SELECT property, :to, name, :revision, FALSE, :now
        FROM staff_object WHERE property = :property AND collection = :collection AND name IN (:names)
        """;
    private static final List<String> DELETE = List.of(
            "DELETE FROM staff_object WHERE property = :property AND collection = :collection AND name IN (:names)",
            "DELETE FROM calendar_member WHERE property = :property AND collection = :collection AND name IN (:names)");
    private static final String DELETE_TOMBSTONES = """
        DELETE FROM calendar_member
        WHERE property = :property AND collection = :collection
          AND name IN (SELECT name FROM calendar_member
                       WHERE property = :property AND collection = :collection LIMIT :size)
        """;
    private static final List<String> DELETE_REST = List.of(
            "DELETE FROM forgotten_change WHERE property = :property AND collection = :collection",
            "DELETE FROM staff_count WHERE property = :property AND collection = :collection",
            "DELETE FROM unlinked_collection WHERE property = :property AND collection = :collection");
    private static final String UNLINK = """
        INSERT INTO unlinked_collection (property, collection, since_ms) VALUES (:property, :collection, :now)
        """;
    private static final String LINK =
            "DELETE FROM unlinked_collection WHERE property = :property AND collection = :collection";
    private static final String UNLINKED = """
        SELECT property, collection FROM unlinked_collection WHERE since_ms < :before ORDER BY since_ms, collection
        """;

    /** A collection that no calendar has. */
    record Unlinked(PropertyId property, Collection collection) {}

    private final JdbcClient jdbc;
    private final CountRows counts;
    private final DavPropertyRows properties;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.counts = new CountRows(jdbc);
        this.properties = new DavPropertyRows(jdbc);
    }

    void unlink(PropertyId property, Collection collection, long nowMillis) {
        of(UNLINK, property, collection).param("now", nowMillis).update();
    }

    void link(PropertyId property, Collection collection) {
        of(LINK, property, collection).update();
    }

    List<Unlinked> unlinked(long beforeMillis) {
        return jdbc.sql(UNLINKED)
                .param("before", beforeMillis)
                .query((row, _) ->
                        new Unlinked(Columns.id(row, "property", PropertyId::new), new Collection(row.getString(2))))
                .list();
    }

    /** The names after one that make the next part; empty at the end. */
    List<String> next(PropertyId property, Collection collection, String after) {
        record Entry(String name, long octets) {}
        List<Entry> found = of(NEXT, property, collection)
                .param("after", after)
                .param("size", MAX_ENTRIES)
                .query((row, _) -> new Entry(row.getString(1), row.getLong(2)))
                .list();
        List<String> names = new ArrayList<>();
        long octets = 0;
        for (Entry entry : found) {
            octets += entry.octets();
            if (octets > MAX_OCTETS && !names.isEmpty()) {
                break;
            }
            names.add(entry.name());
        }
        return names;
    }

    /** Copies entries with their properties to a collection that has none of these names. */
    void copy(PropertyId property, Collection from, Collection to, List<String> names, Stamp stamp) {
        List<Long> copied = of(COPY, property, from)
                .param("to", to.key())
                .param("names", names)
                .param("now", stamp.changedAt().toEpochMilli())
                .query((row, _) -> row.getLong(1))
                .list();
        of(LOG, property, from)
                .param("to", to.key())
                .param("names", names)
                .param("revision", stamp.revision().value())
                .param("now", stamp.changedAt().toEpochMilli())
                .update();
        long octets = copied.stream().mapToLong(Long::longValue).sum();
        counts.add(property, to, Holding.ofEntries(copied.size(), octets));
        properties.copyMembers(property, from, to, names);
    }

    /** Removes the next part of a collection that is unlinked; false when nothing of it is left. */
    boolean removePart(PropertyId property, Collection collection) {
        List<String> names = next(property, collection, "");
        if (!names.isEmpty()) {
            DELETE.forEach(
                    sql -> of(sql, property, collection).param("names", names).update());
            properties.removeMembers(property, collection, names);
            return true;
        }
        if (of(DELETE_TOMBSTONES, property, collection)
                        .param("size", MEMBERS_AT_ONCE)
                        .update()
                > 0) {
            return true;
        }
        properties.removeTree(property, collection);
        DELETE_REST.forEach(sql -> of(sql, property, collection).update());
        return false;
    }

    private JdbcClient.StatementSpec of(String sql, PropertyId property, Collection collection) {
        return jdbc.sql(sql).param("property", property.value()).param("collection", collection.key());
    }
}
