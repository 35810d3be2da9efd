package org.roomnight.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roomnight.calendar.CalendarObject.Origin;
import org.roomnight.calendar.CalendarObject.Times;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code staff_calendar}, {@code staff_object} and {@code forgotten_change}. */
final class StaffRows {

    /** Rows that are fetched at once; each may be large. */
    private static final int FETCH_SIZE = 50;

    private static final String CALENDARS =
            "SELECT collection, name, components FROM staff_calendar WHERE property = :property ORDER BY name";
    private static final String CALENDAR =
            "SELECT collection, name, components FROM staff_calendar WHERE property = :property AND name = :name";
    private static final String INSERT_CALENDAR = """
        INSERT INTO staff_calendar (property, collection, name, components, created_ms)
        VALUES (:property, :collection, :name, :components, :now)
        """;
    private static final String SELECT = """
        SELECT name, uid, component, block, writable, first_day, last_day, etag, octets, created_ms, changed_ms
        FROM staff_object
        WHERE property = :property AND collection = :collection
        """;
    private static final String NAMED = SELECT + " AND name IN (:names)";
    private static final String OF_DAYS = SELECT + " AND last_day > :from AND first_day < :to ORDER BY first_day, name";
    private static final String MEMBERS = """
        SELECT name, etag, LENGTH(octets), component, writable, created_ms, changed_ms FROM staff_object
        WHERE property = :property AND collection = :collection
        """;
    private static final String MEMBERS_NAMED = MEMBERS + " AND name IN (:names)";
    private static final String OF_UID =
            "SELECT name FROM staff_object WHERE property = :property AND collection = :collection AND uid = :uid";
    private static final String OF_BLOCK = """
        SELECT collection, name, uid, component, block, writable, first_day, last_day, etag, octets,
               created_ms, changed_ms
        FROM staff_object
        WHERE property = :property AND block = :block
        """;
    private static final String RECURRING = """
        SELECT property, collection, name FROM staff_object
        WHERE last_day = '9999-12-31' AND component = 'VEVENT'
          AND (property, collection, name) > (:property, :collection, :name)
        ORDER BY property, collection, name
        LIMIT :size
        """;
    private static final String SET_BLOCK = """
        UPDATE staff_object SET block = :block
        WHERE property = :property AND collection = :collection AND name = :name
        """;
    private static final String SIZE = """
        SELECT LENGTH(octets) FROM staff_object
        WHERE property = :property AND collection = :collection AND name = :name
        """;
    private static final String UPDATE = """
        UPDATE staff_object
        SET uid = :uid, component = :component, block = :block, writable = :writable, first_day = :first,
            last_day = :last, etag = :etag, octets = :octets, changed_ms = :now
        WHERE property = :property AND collection = :collection AND name = :name
        """;
    private static final String INSERT = """
        INSERT INTO staff_object
            (property, collection, name, uid, component, block, writable, first_day, last_day, etag, octets,
             created_ms, changed_ms)
        VALUES (:property, :collection, :name, :uid, :component, :block, :writable, :first, :last, :etag, :octets,
             :now, :now)
        """;
    private static final String DELETE = """
        DELETE FROM staff_object WHERE property = :property AND collection = :collection AND name = :name
        RETURNING LENGTH(octets)
        """;
    private static final String RENAME_CALENDAR =
            "UPDATE staff_calendar SET name = :name WHERE property = :property AND collection = :collection";
    private static final String DELETE_ENTRIES =
            "DELETE FROM staff_object WHERE property = :property AND collection = :collection";
    private static final String DELETE_CALENDAR =
            "DELETE FROM staff_calendar WHERE property = :property AND collection = :collection";
    private static final String FORGOTTEN =
            "SELECT revision FROM forgotten_change WHERE property = :property AND collection = :collection";

    private final JdbcClient jdbc;
    private final CountRows counts;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.counts = new CountRows(jdbc);
    }

    List<CalendarCollection> calendars(PropertyId property) {
        return jdbc.sql(CALENDARS)
                .param("property", property.value())
                .query(StaffRows::calendar)
                .list();
    }

    Optional<CalendarCollection> calendar(PropertyId property, String name) {
        return jdbc.sql(CALENDAR)
                .param("property", property.value())
                .param("name", name)
                .query(StaffRows::calendar)
                .optional();
    }

    private static CalendarCollection calendar(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new CalendarCollection(
                new Collection(row.getString("collection")),
                name,
                new CalendarCollection.Kind.Staff(),
                name,
                null,
                List.of(row.getString("components").split(",")));
    }

    void insert(PropertyId property, CalendarCollection calendar, Stamp stamp) {
        jdbc.sql(INSERT_CALENDAR)
                .param("property", property.value())
                .param("collection", calendar.key().key())
                .param("name", calendar.name())
                .param("components", String.join(",", calendar.components()))
                .param("now", stamp.changedAt().toEpochMilli())
                .update();
    }

    /** All that a calendar has; not what the change log tells of it. */
    void deleteEntries(PropertyId property, Collection collection) {
        of(DELETE_ENTRIES, property, collection).update();
        counts.noEntries(property, collection);
    }

    /** The calendar alone; its entries are in none from now on. */
    void deleteCalendar(PropertyId property, Collection collection) {
        of(DELETE_CALENDAR, property, collection).update();
    }

    void renameCalendar(PropertyId property, Collection collection, String name) {
        of(RENAME_CALENDAR, property, collection).param("name", name).update();
    }

    private JdbcClient.StatementSpec of(String sql, PropertyId property, Collection collection) {
        return jdbc.sql(sql).param("property", property.value()).param("collection", collection.key());
    }

    List<CalendarObject> named(PropertyId property, Collection collection, List<String> names) {
        return of(NAMED, property, collection)
                .param("names", names)
                .query(StaffRows::object)
                .list();
    }

    /** Hands over objects that touch a day in [from, to), by their first. */
    void objects(
            PropertyId property, Collection collection, LocalDate from, LocalDate to, Consumer<CalendarObject> object) {
        of(OF_DAYS, property, collection)
                .withFetchSize(FETCH_SIZE)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    object.accept(object(row, 0));
                });
    }

    List<CalendarObjects.Member> members(PropertyId property, Collection collection) {
        return of(MEMBERS, property, collection).query(StaffRows::member).list();
    }

    List<CalendarObjects.Member> members(PropertyId property, Collection collection, List<String> names) {
        return of(MEMBERS_NAMED, property, collection)
                .param("names", names)
                .query(StaffRows::member)
                .list();
    }

    private static CalendarObjects.Member member(ResultSet row, int number) throws SQLException {
        return new CalendarObjects.Member(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getBoolean(5),
                Times.ofMillis(row.getLong(6), row.getLong(7)));
    }

    /** The name under which a collection has a UID. */
    Optional<String> nameOf(PropertyId property, Collection collection, String uid) {
        return of(OF_UID, property, collection)
                .param("uid", uid)
                .query(String.class)
                .optional();
    }

    /** The entries that stand for a block, by the calendar that they are in. */
    Map<Collection, CalendarObject> ofBlock(PropertyId property, UUID block) {
        Map<Collection, CalendarObject> entries = new LinkedHashMap<>();
        jdbc.sql(OF_BLOCK)
                .param("property", property.value())
                .param("block", block)
                .query(row -> {
                    entries.put(new Collection(row.getString("collection")), object(row, 0));
                });
        return entries;
    }

    /** Those whose last day is {@link CalendarObject#FOR_EVER}, which the index spells out. */
    List<StaffCalendars.Place> recurring(StaffCalendars.Place after, int size) {
        return of(RECURRING, after.property(), after.collection())
                .param("name", after.name())
                .param("size", size)
                .query((row, _) -> new StaffCalendars.Place(
                        Columns.id(row, "property", PropertyId::new),
                        new Collection(row.getString("collection")),
                        row.getString("name")))
                .list();
    }

    void setBlock(StaffCalendars.Place place, UUID block) {
        of(SET_BLOCK, place.property(), place.collection())
                .param("name", place.name())
                .param("block", block)
                .update();
    }

    /** Octets of the entry of a name. */
    Optional<Integer> size(PropertyId property, Collection collection, String name) {
        return of(SIZE, property, collection)
                .param("name", name)
                .query(Integer.class)
                .optional();
    }

    /** Writes an object over what has its name. */
    void save(PropertyId property, Collection collection, CalendarObject object, Stamp stamp) {
        Optional<Integer> before = size(property, collection, object.name());
        write(before.isPresent() ? UPDATE : INSERT, property, collection, object, stamp);
        int more = object.octets().length - before.orElse(0);
        if (before.isEmpty() || more != 0) {
            counts.add(property, collection, Holding.ofEntries(before.isPresent() ? 0 : 1, more));
        }
    }

    private void write(String sql, PropertyId property, Collection collection, CalendarObject object, Stamp stamp) {
        of(sql, property, collection)
                .param("name", object.name())
                .param("uid", object.uid())
                .param("component", object.component())
                .param("block", blockOf(object))
                .param("writable", object.writable())
                .param("first", object.first())
                .param("last", object.last())
                .param("etag", object.etag())
                .param("octets", object.octets())
                .param("now", stamp.changedAt().toEpochMilli())
                .update();
    }

    void delete(PropertyId property, Collection collection, String name) {
        of(DELETE, property, collection)
                .param("name", name)
                .query(Integer.class)
                .optional()
                .ifPresent(octets -> counts.add(property, collection, Holding.ofEntries(-1, -octets)));
    }

    Revision forgotten(PropertyId property, Collection collection) {
        return of(FORGOTTEN, property, collection)
                .query((row, _) -> new Revision(row.getLong(1)))
                .optional()
                .orElse(Revision.NONE);
    }

    private static @Nullable UUID blockOf(CalendarObject object) {
        return switch (object.origin()) {
            case Origin.Staff(UUID block) -> block;
            case Origin.House(UUID block) -> block;
            case Origin.Stay _ -> null;
        };
    }

    private static Origin origin(@Nullable UUID block, boolean writable) {
        return writable || block == null ? new Origin.Staff(block) : new Origin.House(block);
    }

    private static CalendarObject object(ResultSet row, int number) throws SQLException {
        return new CalendarObject(
                row.getString("name"),
                row.getString("uid"),
                row.getString("component"),
                Columns.date(row, "first_day"),
                Columns.date(row, "last_day"),
                row.getString("etag"),
                origin(Columns.uuidOrNull(row, "block"), row.getBoolean("writable")),
                row.getBytes("octets"),
                Times.ofMillis(row.getLong("created_ms"), row.getLong("changed_ms")));
    }
}
