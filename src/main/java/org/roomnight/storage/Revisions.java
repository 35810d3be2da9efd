package org.roomnight.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The revision counter of each property, raised inside the transaction that makes the change (DESIGN rule 9). */
public final class Revisions {

    /** A revision and the moment its change was made. */
    public record Stamp(Revision revision, Instant changedAt) {}

    /**
     * When a clock was set back or nodes disagree, a change gets a second that nobody can have been told yet: polls by
     * date would never see it otherwise. Up to a minute, so that many such changes do not run far into the future.
     */
    private static final String RAISE = """
        INSERT INTO property_revision (property, revision, changed_ms)
        VALUES (:property, :changes, :now)
        ON CONFLICT (property) DO UPDATE
        SET revision = property_revision.revision + excluded.revision,
            changed_ms = CASE
                WHEN excluded.changed_ms >= property_revision.changed_ms THEN excluded.changed_ms
                WHEN property_revision.changed_ms - excluded.changed_ms < 60000
                    THEN property_revision.changed_ms + 1000
                ELSE property_revision.changed_ms
            END
        RETURNING revision, changed_ms
        """;

    private static final String FIND = """
        SELECT revision, changed_ms FROM property_revision WHERE property = :property AND revision > 0
        """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public Revisions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next revision; call it in a write of that property, so that revisions order the commits. */
    public Stamp raise(PropertyId property) {
        return raise(property, 1);
    }

    /** A revision for each of so many changes, in one statement; answers the last of them. */
    public Stamp raise(PropertyId property, int changes) {
        return jdbc.sql(RAISE)
                .param("property", property.value())
                .param("changes", changes)
                .param("now", clock.millis())
                .query((row, _) -> stamp(row))
                .single();
    }

    /** The revision that the running transaction sees, or empty before the first change. */
    public Optional<Stamp> current(PropertyId property) {
        return jdbc.sql(FIND)
                .param("property", property.value())
                .query((row, _) -> stamp(row))
                .optional();
    }

    private static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(new Revision(row.getLong("revision")), Instant.ofEpochMilli(row.getLong("changed_ms")));
    }
}
