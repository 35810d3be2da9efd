package org.roomnight.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.roomnight.calendar.CalendarObject.Times;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;
import org.roomnight.storage.Columns;
import org.roomnight.storage.Parts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code calendar_object} and {@code calendar_member}. */
final class CalendarRows {

    /** Rows that are fetched at once; a calendar of 100,000 events is never held as rows. */
    private static final int FETCH_SIZE = 500;

    /** Rows of ten columns in one statement: SQLite takes 32,766 parameters. */
    private static final int MAX_ROWS = 1_000;

    /** Names in one statement. */
    private static final int MAX_NAMES = 10_000;

    private static final String SAVE = """
        INSERT INTO calendar_object
            (property, name, uid, claim, arrival, departure, etag, octets, created_ms, changed_ms)
        VALUES :rows
        ON CONFLICT (property, name) DO UPDATE
        SET arrival = excluded.arrival, departure = excluded.departure, etag = excluded.etag,
            octets = excluded.octets, changed_ms = excluded.changed_ms
        """;
    private static final String DELETE = "DELETE FROM calendar_object WHERE property = :property AND name IN (:names)";
    private static final String LOG = """
        INSERT INTO calendar_member (property, collection, name, revision, removed, changed_ms)
        VALUES :rows
        ON CONFLICT (property, collection, name) DO UPDATE
        SET revision = excluded.revision, removed = excluded.removed, changed_ms = excluded.changed_ms
        """;
    private static final String LOG_ALL_REMOVED = """
        UPDATE calendar_member SET revision = :revision, removed = TRUE, changed_ms = :now
        WHERE property = :property AND collection = :collection AND removed = FALSE
        """;
    private static final String FORGET =
            "DELETE FROM calendar_member WHERE property = :property AND collection = :collection AND name IN (:names)";
    private static final String FIND = """
        SELECT name, uid, claim, arrival, departure, etag, octets, created_ms, changed_ms FROM calendar_object
        WHERE property = :property AND name = :name
        """;
    private static final String EVENTS = """
        SELECT o.octets
        FROM calendar_member m
        JOIN calendar_object o ON o.property = m.property AND o.name = m.name
        WHERE m.property = :property AND m.collection = :collection AND m.removed = FALSE
        ORDER BY o.arrival, o.name
        """;
    private static final String OBJECTS = """
        SELECT o.name, o.uid, o.claim, o.arrival, o.departure, o.etag, o.octets, o.created_ms, o.changed_ms
        FROM calendar_member m
        JOIN calendar_object o ON o.property = m.property AND o.name = m.name
        WHERE m.property = :property AND m.collection = :collection AND m.removed = FALSE
          AND o.departure > :from AND o.arrival < :to
        ORDER BY o.arrival, o.name
        """;
    private static final String NAMED = """
        SELECT o.name, o.uid, o.claim, o.arrival, o.departure, o.etag, o.octets, o.created_ms, o.changed_ms
        FROM calendar_member m
        JOIN calendar_object o ON o.property = m.property AND o.name = m.name
        WHERE m.property = :property AND m.collection = :collection AND m.removed = FALSE AND m.name IN (:names)
        """;
    private static final String MEMBERS = """
        SELECT o.name, o.etag, LENGTH(o.octets), o.created_ms, o.changed_ms
        FROM calendar_member m
        JOIN calendar_object o ON o.property = m.property AND o.name = m.name
        WHERE m.property = :property AND m.collection = :collection AND m.removed = FALSE
        """;
    private static final String MEMBERS_NAMED = MEMBERS + " AND m.name IN (:names)";
    private static final String REVISION = """
        SELECT COALESCE(MAX(revision), 0) FROM (
            SELECT MAX(revision) AS revision FROM calendar_member
            WHERE property = :property AND collection = :collection
            UNION ALL
            SELECT revision FROM forgotten_change WHERE property = :property AND collection = :collection) AS known
        """;
    private static final String CHANGES = """
        SELECT name, revision, removed FROM calendar_member
        WHERE property = :property AND collection = :collection AND revision > :since
        ORDER BY revision, name
        LIMIT :size
        """;

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes stays over what has their names, each of which comes once. */
    void save(PropertyId property, List<RenderedStay> stays, Stamp stamp) {
        for (List<RenderedStay> part : Parts.of(stays, MAX_ROWS)) {
            List<Object[]> rows =
                    part.stream().map(stay -> row(property, stay, stamp)).toList();
            jdbc.sql(SAVE).param("rows", rows).update();
        }
    }

    private static Object[] row(PropertyId property, RenderedStay stay, Stamp stamp) {
        return new Object[] {
            property.value(),
            stay.name(),
            stay.uid(),
            stay.claim().value(),
            stay.dates().arrival(),
            stay.dates().departure(),
            stay.etag(),
            stay.event(),
            stay.created().toEpochMilli(),
            stamp.changedAt().toEpochMilli()
        };
    }

    void delete(PropertyId property, List<String> names) {
        for (List<String> part : Parts.of(names, MAX_NAMES)) {
            jdbc.sql(DELETE)
                    .param("property", property.value())
                    .param("names", part)
                    .update();
        }
    }

    /** One line of the change log: a name that a collection has now, or has no more. */
    record Change(Collection collection, String name, boolean removed) {}

    void log(PropertyId property, List<Change> changes, Stamp stamp) {
        logEach(property, List.of(changes), stamp);
    }

    /** Logs what changed together under a revision of its own; the last of these has the revision of the stamp. */
    void logEach(PropertyId property, List<List<Change>> changes, Stamp last) {
        long revision = last.revision().value() - changes.size();
        List<Object[]> rows = new ArrayList<>();
        for (List<Change> together : changes) {
            revision++;
            for (Change change : together) {
                rows.add(row(property, change, revision, last.changedAt()));
            }
        }
        Parts.of(rows, MAX_ROWS)
                .forEach(part -> jdbc.sql(LOG).param("rows", part).update());
    }

    private static Object[] row(PropertyId property, Change change, long revision, Instant changedAt) {
        return new Object[] {
            property.value(),
            change.collection().key(),
            change.name(),
            revision,
            change.removed(),
            changedAt.toEpochMilli()
        };
    }

    /** Logs that every name is gone that a collection has. */
    void removeAll(PropertyId property, Collection collection, Stamp stamp) {
        of(LOG_ALL_REMOVED, property, collection)
                .param("revision", stamp.revision().value())
                .param("now", stamp.changedAt().toEpochMilli())
                .update();
    }

    /** Nobody can have been told of these names. */
    void forget(PropertyId property, Collection collection, List<String> names) {
        of(FORGET, property, collection).param("names", names).update();
    }

    Optional<RenderedStay> find(PropertyId property, String name) {
        return jdbc.sql(FIND)
                .param("property", property.value())
                .param("name", name)
                .query(CalendarRows::stay)
                .optional();
    }

    /** Hands over the VEVENTs of a collection one by one, by arrival and name. */
    void events(PropertyId property, Collection collection, Consumer<byte[]> event) {
        of(EVENTS, property, collection).withFetchSize(FETCH_SIZE).query(row -> {
            event.accept(row.getBytes(1));
        });
    }

    /** Hands over the stays of a collection with a night in [from, to), by arrival. */
    void objects(
            PropertyId property, Collection collection, LocalDate from, LocalDate to, Consumer<CalendarObject> object) {
        of(OBJECTS, property, collection)
                .withFetchSize(FETCH_SIZE)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    object.accept(object(row, 0));
                });
    }

    List<CalendarObject> objects(PropertyId property, Collection collection, List<String> names) {
        return of(NAMED, property, collection)
                .param("names", names)
                .query(CalendarRows::object)
                .list();
    }

    /** Name and entity tag of each stay of a collection. */
    List<CalendarObjects.Member> members(PropertyId property, Collection collection) {
        return of(MEMBERS, property, collection)
                .withFetchSize(FETCH_SIZE)
                .query(CalendarRows::member)
                .list();
    }

    List<CalendarObjects.Member> members(PropertyId property, Collection collection, List<String> names) {
        return of(MEMBERS_NAMED, property, collection)
                .param("names", names)
                .query(CalendarRows::member)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, PropertyId property, Collection collection) {
        return jdbc.sql(sql).param("property", property.value()).param("collection", collection.key());
    }

    private static CalendarObjects.Member member(ResultSet row, int number) throws SQLException {
        return new CalendarObjects.Member(
                row.getString(1),
                row.getString(2),
                row.getInt(3) + CalendarFrame.AROUND_OCTETS,
                "VEVENT",
                false,
                Times.ofMillis(row.getLong(4), row.getLong(5)));
    }

    Revision revision(PropertyId property, Collection collection) {
        return of(REVISION, property, collection)
                .query((row, _) -> new Revision(row.getLong(1)))
                .single();
    }

    List<CalendarObjects.Change> changes(PropertyId property, Collection collection, Revision since, int size) {
        return of(CHANGES, property, collection)
                .param("since", since.value())
                .param("size", size)
                .query((row, _) -> new CalendarObjects.Change(
                        row.getString("name"), new Revision(row.getLong("revision")), row.getBoolean("removed")))
                .list();
    }

    private static CalendarObject object(ResultSet row, int number) throws SQLException {
        RenderedStay stay = stay(row, number);
        return new CalendarObject(
                stay.name(),
                stay.uid(),
                "VEVENT",
                stay.dates().arrival(),
                stay.dates().departure(),
                stay.etag(),
                new CalendarObject.Origin.Stay(),
                CalendarFrame.around(stay.event()),
                new Times(stay.created(), Columns.moment(row, "changed_ms")));
    }

    private static RenderedStay stay(ResultSet row, int number) throws SQLException {
        return new RenderedStay(
                row.getString("name"),
                row.getString("uid"),
                Columns.id(row, "claim", ClaimId::new),
                Columns.stay(row),
                row.getString("etag"),
                row.getBytes("octets"),
                Columns.moment(row, "created_ms"));
    }
}
