package org.roomnight.calendar;

import java.util.Optional;
import java.util.function.Supplier;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;
import org.roomnight.storage.Database;
import org.roomnight.storage.Revisions;

/** The revision of a property: from memory while that is certain, otherwise from the database. */
public final class CurrentRevision {

    /** What was read, and the stamp of the revision that it is of. */
    public record Dated<T>(Stamp stamp, T read) {}

    private final Database database;
    private final Revisions revisions;
    private final Freshness freshness;

    CurrentRevision(Database database, Revisions revisions, Freshness freshness) {
        this.database = database;
        this.revisions = revisions;
        this.freshness = freshness;
    }

    public Stamp of(PropertyId property) {
        return known(property).orElseGet(() -> read(property, () -> property).stamp());
    }

    /** The revision, where memory is certain of it. */
    public Optional<Stamp> known(PropertyId property) {
        return freshness.known(property).map(Freshness.Known::stamp);
    }

    /** Reads something of a property together with its revision. */
    public <T> Dated<T> read(PropertyId property, Supplier<T> look) {
        Freshness.Before before = freshness.before(property);
        return database.transactions().read(() -> {
            Stamp stamp = revisions.current(property).orElseThrow();
            Dated<T> read = new Dated<>(stamp, look.get());
            freshness.checked(property, before, stamp);
            return read;
        });
    }
}
