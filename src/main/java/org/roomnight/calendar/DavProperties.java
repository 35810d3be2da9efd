package org.roomnight.calendar;

import java.util.List;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;

/** Properties that clients set on resources (RFC 4918 §4): kept as they were sent, known by resource and name. */
public final class DavProperties {

    /** Properties that one resource keeps. */
    public static final int MAX_OF_RESOURCE = 100;

    /** Largest value, as XML, in characters. */
    public static final int MAX_LENGTH = 64 * 1024;

    /** One property; {@code resource} is the caller's name for what has it, {@code xml} the whole element. */
    public record Stored(String resource, String namespace, String name, String xml) {}

    private final Database database;
    private final StaffRows rows;
    private final CalendarChanges changes;

    DavProperties(Database database, CalendarChanges changes) {
        this.database = database;
        this.rows = new StaffRows(database.jdbc());
        this.changes = changes;
    }

    public List<Stored> of(PropertyId property, List<String> resources) {
        return database.transactions().read(() -> rows.properties(property, resources));
    }

    public void set(PropertyId property, Stored now) {
        database.transactions().write(property, () -> {
            rows.setProperty(property, now);
            return changes.raise(property);
        });
    }

    public void remove(PropertyId property, String resource, String namespace, String name) {
        database.transactions().write(property, () -> {
            rows.removeProperty(property, resource, namespace, name);
            return changes.raise(property);
        });
    }

    public void removeAll(PropertyId property, String resource) {
        database.transactions().write(property, () -> {
            rows.removeProperties(property, resource);
            return changes.raise(property);
        });
    }
}
