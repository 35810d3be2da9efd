package org.roomnight.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.roomnight.calendar.StoredUsage.OfProperty;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code staff_count}: what each calendar holds of what staff and their programs store, kept up to date in the
 * write that changes it, so that nobody ever adds it up.
 */
final class CountRows {

    private static final String OF_CALENDAR = """
        SELECT entries, octets, properties, property_octets FROM staff_count
        WHERE property = :property AND collection = :collection
        """;

    /** Calendars that were deleted are on their way out and count no more. */
    private static final String OF_PROPERTY = """
        SELECT COALESCE(SUM(c.entries), 0), COALESCE(SUM(c.octets), 0), COALESCE(SUM(c.properties), 0),
               COALESCE(SUM(c.property_octets), 0)
        FROM staff_count c
        WHERE c.property = :property
          AND NOT EXISTS (SELECT 1 FROM unlinked_collection u
                          WHERE u.property = c.property AND u.collection = c.collection)
        """;

    private static final String LARGEST = """
        SELECT SUM(c.entries), SUM(c.octets), SUM(c.properties), SUM(c.property_octets), c.property, p.name
        FROM staff_count c
        JOIN property p ON p.property = c.property
        GROUP BY c.property, p.name
        ORDER BY SUM(c.octets) + SUM(c.property_octets) DESC, c.property
        LIMIT :size
        """;
    private static final String ADD = """
        INSERT INTO staff_count (property, collection, entries, octets, properties, property_octets)
        VALUES (:property, :collection, :entries, :octets, :properties, :propertyOctets)
        ON CONFLICT (property, collection) DO UPDATE
        SET entries = staff_count.entries + excluded.entries, octets = staff_count.octets + excluded.octets,
            properties = staff_count.properties + excluded.properties,
            property_octets = staff_count.property_octets + excluded.property_octets
        """;
    private static final String LOOKS_CHANGED = """
        INSERT INTO staff_count (property, collection, entries, property_revision)
        VALUES (:property, :collection, 0, :revision)
        ON CONFLICT (property, collection) DO UPDATE SET property_revision = excluded.property_revision
        """;
    private static final String LOOKS = """
        SELECT property_revision FROM staff_count WHERE property = :property AND collection = :collection
        """;
    private static final String NO_PROPERTIES = """
        UPDATE staff_count SET properties = 0, property_octets = 0
        WHERE property = :property AND collection = :collection
        """;
    private static final String NO_ENTRIES = """
        UPDATE staff_count SET entries = 0, octets = 0
        WHERE property = :property AND collection = :collection
        """;
    private static final String DELETE =
            "DELETE FROM staff_count WHERE property = :property AND collection = :collection";

    private final JdbcClient jdbc;

    CountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Holding of(PropertyId property, Collection collection) {
        return of(OF_CALENDAR, property, collection)
                .query((row, _) -> holding(row))
                .optional()
                .orElse(Holding.NOTHING);
    }

    Holding of(PropertyId property) {
        return jdbc.sql(OF_PROPERTY)
                .param("property", property.value())
                .query((row, _) -> holding(row))
                .single();
    }

    /** The properties that hold most, by octets. */
    List<OfProperty> largest(int size) {
        return jdbc.sql(LARGEST)
                .param("size", size)
                .query((row, _) -> new OfProperty(
                        Columns.id(row, "property", PropertyId::new), row.getString("name"), holding(row)))
                .list();
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    /** Adds to what a calendar holds; takes away what is negative. */
    void add(PropertyId property, Collection collection, Holding more) {
        of(ADD, property, collection)
                .param("entries", more.entries())
                .param("octets", more.octets())
                .param("properties", more.properties())
                .param("propertyOctets", more.propertyOctets())
                .update();
    }

    /** A property of a calendar, or of what is inside, was changed. */
    void looksChanged(PropertyId property, Collection collection, Revision revision) {
        of(LOOKS_CHANGED, property, collection)
                .param("revision", revision.value())
                .update();
    }

    /** The last change of a property of a calendar or of what is inside. */
    Revision looks(PropertyId property, Collection collection) {
        return of(LOOKS, property, collection)
                .query((row, _) -> new Revision(row.getLong(1)))
                .optional()
                .orElse(Revision.NONE);
    }

    void noProperties(PropertyId property, Collection collection) {
        of(NO_PROPERTIES, property, collection).update();
    }

    void noEntries(PropertyId property, Collection collection) {
        of(NO_ENTRIES, property, collection).update();
    }

    void delete(PropertyId property, Collection collection) {
        of(DELETE, property, collection).update();
    }

    private JdbcClient.StatementSpec of(String sql, PropertyId property, Collection collection) {
        return jdbc.sql(sql).param("property", property.value()).param("collection", collection.key());
    }
}
