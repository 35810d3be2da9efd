package org.roomnight.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StartRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What differs between the databases; everything else is one SQL text for both. */
interface Dialect {

    /** What a failed statement means for the transaction it was part of. */
    enum Failure {
        /** The database is gone, full or too busy: nothing of the caller's is at fault. */
        UNAVAILABLE,
        /** Lost against another transaction (deadlock, serialization): running it again may succeed. */
        RETRY,
        /** Another transaction holds what this one needs, for longer than a write lasts. */
        LOCKED,
        /** A fault of the statement itself. */
        STATEMENT
    }

    /** The product's name, for people. */
    String product();

    /** Values for the placeholders of the migrations: column types and table options. */
    Map<String, String> placeholders();

    Pool writers();

    Pool readers();

    /** For migrations, whose statements may take as long as they need. */
    DataSource migrations();

    /** For a connection that is in no pool and waits a second for each answer, and not longer. */
    DataSource impatient();

    /** Whether the database answers at all. */
    Pulse pulse();

    /** How many write transactions of properties may run at once. */
    int lanes();

    /**
     * Whether a transaction locks one property, and other nodes may lock others; otherwise it locks the whole database,
     * so that writes of several properties may share it.
     */
    boolean locksOneProperty();

    /** How long to wait for the lock of a property. */
    enum LockWait {
        /** As long as the write of another node may well take. */
        SHORT,
        NONE
    }

    /** Makes this transaction the only writer of a property until it ends (rules 1 and 9). */
    void lock(Connection connection, PropertyId property, LockWait wait) throws SQLException;

    /** How long a statement may take where nothing else is said. */
    Duration usualStatement();

    /** Gives up waiting for the connection's next statements after so long; costs no round trip. */
    void bound(Connection connection, Duration longest) throws SQLException;

    /** Called after a commit, on its connection, for what has to be looked after now and then. */
    void committed(Connection connection);

    Failure classify(SQLException failure);

    /** Reads the durability settings back; refuses to start on a weaker one (rule 3). */
    void refuseWeakDurability(Connection connection) throws SQLException;

    /** Refuses to start on the database of another program. */
    void refuseStrangeSchema(Connection connection) throws SQLException;

    /** A sentence about a failure to open the database, where more can be said than what the driver says. */
    Optional<StartRefusedException> explain(Throwable failure);

    /** Called in a write, at the start and now and then: gathers the statistics that plans are made from. */
    void lookAfter(JdbcClient jdbc);

    void close();
}
