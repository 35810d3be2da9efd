package org.roomnight.calendar;

import java.time.LocalDate;
import org.roomnight.calendar.CalendarObjects.Volume;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how much a question will read before it is read. Counting ends at a bound, so that it is cheap itself. */
final class VolumeRows {

    private static final String STAYS = """
        SELECT COUNT(*) FROM (SELECT 1 FROM calendar_member
            WHERE property = :property AND collection = :collection LIMIT :most) AS counted
        """;
    private static final String STAYS_OF_DAYS = """
        SELECT COUNT(*) FROM (SELECT 1 FROM calendar_object
            WHERE property = :property AND departure > :from AND arrival < :to LIMIT :most) AS counted
        """;
    private static final String ENTRIES_OF_DAYS = """
        SELECT COUNT(*), COALESCE(SUM(size), 0) FROM (SELECT LENGTH(octets) AS size FROM staff_object
            WHERE property = :property AND collection = :collection AND last_day > :from AND first_day < :to
            LIMIT :most) AS counted
        """;
    private static final String RECURRING = """
        SELECT COUNT(*) FROM (SELECT 1 FROM staff_object
            WHERE property = :property AND collection = :collection AND last_day = '9999-12-31'
            LIMIT :most) AS counted
        """;
    private static final String CHANGES = """
        SELECT COUNT(*) FROM (SELECT 1 FROM calendar_member
            WHERE property = :property AND collection = :collection AND revision > :since LIMIT :most) AS counted
        """;

    private final JdbcClient jdbc;

    VolumeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int stays(PropertyId property, Collection collection, int most) {
        return of(STAYS, property, most)
                .param("collection", collection.key())
                .query(Integer.class)
                .single();
    }

    int stays(PropertyId property, LocalDate from, LocalDate to, int most) {
        return of(STAYS_OF_DAYS, property, most)
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    Volume entries(PropertyId property, Collection collection, LocalDate from, LocalDate to, int most) {
        return of(ENTRIES_OF_DAYS, property, most)
                .param("collection", collection.key())
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Volume(row.getLong(1), row.getLong(2)))
                .single();
    }

    int recurring(PropertyId property, Collection collection, int most) {
        return of(RECURRING, property, most)
                .param("collection", collection.key())
                .query(Integer.class)
                .single();
    }

    int changes(PropertyId property, Collection collection, Revision since, int most) {
        return of(CHANGES, property, most)
                .param("collection", collection.key())
                .param("since", since.value())
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, PropertyId property, int most) {
        return jdbc.sql(sql).param("property", property.value()).param("most", most);
    }
}
