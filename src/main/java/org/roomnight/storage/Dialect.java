package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.roomnight.kernel.PropertyId;

/** What differs between the databases; everything else is one SQL text for both. */
interface Dialect {

    /** What a failed statement means for the transaction it was part of. */
    enum Failure {
        /** The database is gone, full or too busy: nothing of the caller's is at fault. */
        UNAVAILABLE,
        /** Lost against another transaction (deadlock, serialization): running it again may succeed. */
        RETRY,
        /** A fault of the statement itself. */
        STATEMENT
    }

    /** The product's name, for people. */
    String product();

    /** Values for the placeholders of the migrations: column types and table options. */
    Map<String, String> placeholders();

    DataSource writers();

    DataSource readers();

    /** How many write transactions may run at once. */
    int lanes();

    /** Makes this transaction the only writer of a property until it ends (DESIGN rule 1 and 9). */
    void lock(Connection connection, PropertyId property) throws SQLException;

    Failure classify(SQLException failure);

    /** Reads the durability settings back; refuses to start on a weaker one (DESIGN rule 3). */
    void refuseWeakDurability(Connection connection) throws SQLException;

    void close();
}
