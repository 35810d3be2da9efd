package org.roomnight.calendar;

import java.util.List;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;

/** What the staff of all properties store, for an operator. */
public final class StoredUsage {

    /** What one property holds, also what is on its way out. */
    public record OfProperty(PropertyId property, String name, Holding holding) {}

    private final Database database;
    private final CountRows rows;

    public StoredUsage(Database database) {
        this.database = database;
        this.rows = new CountRows(database.jdbc());
    }

    /** The properties that hold most, by octets. */
    public List<OfProperty> largest(int size) {
        return database.transactions().read(() -> rows.largest(size));
    }
}
