package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.List;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;

/** Properties that clients set on resources (RFC 4918 §4): kept as they were sent, known by resource and name. */
public final class DavProperties {

    /** Properties that one resource keeps. */
    public static final int MAX_OF_RESOURCE = 100;

    /** Largest value, as XML, in characters. */
    public static final int MAX_LENGTH = 64 * 1024;

    /** Resources in one statement: databases limit its parameters. */
    private static final int MAX_ASKED = 1_000;

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

    /** A step of a change. */
    public sealed interface Step {
        record Set(Stored now) implements Step {}

        record Remove(String resource, String namespace, String name) implements Step {}
    }

    public List<Stored> of(PropertyId property, List<String> resources) {
        return database.transactions().read(() -> {
            List<Stored> found = new ArrayList<>();
            for (int from = 0; from < resources.size(); from += MAX_ASKED) {
                int to = Math.min(from + MAX_ASKED, resources.size());
                found.addAll(rows.properties(property, resources.subList(from, to)));
            }
            return found;
        });
    }

    /** Takes the steps in their order, all or none. */
    public void change(PropertyId property, List<Step> steps) {
        database.transactions().write(property, () -> {
            steps.forEach(step -> take(property, step));
            return changes.raise(property);
        });
    }

    private void take(PropertyId property, Step step) {
        switch (step) {
            case Step.Set(Stored now) -> rows.setProperty(property, now);
            case Step.Remove(String resource, String namespace, String name) ->
                rows.removeProperty(property, resource, namespace, name);
        }
    }

    /** A resource has the properties of another from now on, and no others. */
    public void copy(PropertyId property, String from, String to) {
        database.transactions().write(property, () -> {
            rows.removeProperties(property, to);
            rows.copyProperties(property, from, to);
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
