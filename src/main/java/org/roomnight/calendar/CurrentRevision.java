package org.roomnight.calendar;

import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Database;
import org.roomnight.storage.Revisions;
import org.roomnight.storage.Revisions.Stamp;

/** The revision of a property: from memory while that is certain, otherwise from the database. */
public final class CurrentRevision {

    private final Database database;
    private final Revisions revisions;
    private final Freshness freshness;

    CurrentRevision(Database database, Revisions revisions, Freshness freshness) {
        this.database = database;
        this.revisions = revisions;
        this.freshness = freshness;
    }

    public Revision of(PropertyId property) {
        return freshness.known(property).orElseGet(() -> ask(property)).revision();
    }

    private Stamp ask(PropertyId property) {
        Freshness.Before before = freshness.before(property);
        Stamp read =
                database.transactions().read(() -> revisions.current(property)).orElseThrow();
        freshness.checked(property, before, read);
        return read;
    }
}
