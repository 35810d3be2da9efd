package org.roomnight.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Database;
import org.roomnight.storage.Revisions;

/** The calendar objects of a property, as CalDAV sees them. Each call reads one snapshot. */
public final class CalendarObjects {

    /** The last change of one name in a collection; {@code removed} is a tombstone (RFC 6578 §3.5.2). */
    public record Change(String name, Revision revision, boolean removed) {}

    private final Database database;
    private final CalendarRows rows;
    private final Revisions revisions;

    CalendarObjects(Database database, Revisions revisions) {
        this.database = database;
        this.rows = new CalendarRows(database.jdbc());
        this.revisions = revisions;
    }

    /** The revision that every later change will exceed. */
    public Revision revision(PropertyId property) {
        return database.transactions()
                .read(() -> revisions
                        .current(property)
                        .map(Revisions.Stamp::revision)
                        .orElse(Revision.NONE));
    }

    public Optional<CalendarObject> find(PropertyId property, String name) {
        return database.transactions().read(() -> rows.find(property, name));
    }

    /** Members with a night in [from, to), by arrival. */
    public List<CalendarObject> list(PropertyId property, Collection collection, LocalDate from, LocalDate to) {
        return database.transactions().read(() -> rows.objects(property, collection, from, to));
    }

    /** What changed after a revision, oldest first; each name once, with its last change. */
    public List<Change> changes(PropertyId property, Collection collection, Revision since, int size) {
        return database.transactions().read(() -> rows.changes(property, collection, since, size));
    }
}
