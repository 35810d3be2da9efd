package org.roomnight.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.HistoryMark;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The revision counter of each property, raised inside the transaction that makes the change (rule 9). Each
 * revision belongs to the start of a server under which it was made, so that a number which is given again after a
 * restore has another {@link HistoryMark} (ADR 0032).
 */
public final class RevisionRows {

    /** Starts of the server under which a property was changed and that are told apart; older ones are forgotten. */
    static final int MAX_MARKS = 1_000;

    /**
     * When a clock was set back or nodes disagree, a change gets a second that nobody can have been told yet: polls by
     * date would never see it otherwise. Up to a minute, so that many such changes do not run far into the future.
     */
    private static final String RAISE = """
        INSERT INTO property_revision (property, revision, changed_ms, start_mark, marked_since)
        SELECT :property, :changes, CASE WHEN history.since_ms > :now THEN history.since_ms ELSE :now END,
               history.start_mark, 1
        FROM history WHERE history.one = 1
        ON CONFLICT (property) DO UPDATE
        SET revision = property_revision.revision + excluded.revision,
            changed_ms = CASE
                WHEN excluded.changed_ms >= property_revision.changed_ms THEN excluded.changed_ms
                WHEN property_revision.changed_ms - excluded.changed_ms < 60000
                    THEN property_revision.changed_ms + 1000
                ELSE property_revision.changed_ms
            END,
            marked_since = CASE
                WHEN property_revision.start_mark = excluded.start_mark THEN property_revision.marked_since
                ELSE property_revision.revision + 1
            END,
            start_mark = excluded.start_mark
        RETURNING revision, changed_ms, marked_since, start_mark,
            (SELECT history.mark FROM history WHERE history.one = 1) AS mark
        """;

    private static final String MARK = """
        INSERT INTO revision_mark (property, revision, start_mark) VALUES (:property, :revision, :mark)
        """;

    private static final String FORGET_MARKS = """
        DELETE FROM revision_mark
        WHERE property = :property AND revision <= (
            SELECT revision FROM revision_mark WHERE property = :property
            ORDER BY revision DESC LIMIT 1 OFFSET :most)
        """;

    private static final String MARK_OF = """
        SELECT history.mark, (
            SELECT start_mark FROM revision_mark WHERE property = :property AND revision <= :revision
            ORDER BY revision DESC LIMIT 1) AS start_mark
        FROM history WHERE history.one = 1
        """;

    private static final String FIND = """
        SELECT property_revision.revision, history.mark, property_revision.start_mark,
            CASE WHEN property_revision.changed_ms < history.since_ms
                THEN history.since_ms ELSE property_revision.changed_ms END AS changed_ms
        FROM history CROSS JOIN property_revision
        WHERE history.one = 1 AND property_revision.property = :property AND property_revision.revision > 0
        """;

    private static final String BEGAN = "SELECT since_ms FROM history WHERE one = 1";

    /** Of revisions that were made before there were marks, or that are of a start too long ago. */
    private static final String BEFORE_MARKS = "0";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public RevisionRows(JdbcClient jdbc, InstantSource clock) {
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
                .query((row, _) -> marked(property, row, changes))
                .single();
    }

    /** Writes down under which start these revisions were made, where they are the first of it. */
    private Stamp marked(PropertyId property, ResultSet row, int changes) throws SQLException {
        Stamp stamp = stamp(row);
        long since = row.getLong("marked_since");
        if (since > stamp.revision().value() - changes) {
            jdbc.sql(MARK)
                    .param("property", property.value())
                    .param("revision", since)
                    .param("mark", row.getString("start_mark"))
                    .update();
            jdbc.sql(FORGET_MARKS)
                    .param("property", property.value())
                    .param("most", MAX_MARKS)
                    .update();
        }
        return stamp;
    }

    /** The mark under which a revision up to the current one was made. */
    public HistoryMark mark(PropertyId property, Revision revision) {
        return jdbc.sql(MARK_OF)
                .param("property", property.value())
                .param("revision", revision.value())
                .query((row, _) -> mark(row.getString("mark"), row.getString("start_mark")))
                .single();
    }

    /** When the history began that holds now: whatever date is older may be of before a restore; 1970 without one. */
    public Instant historyBegan() {
        return jdbc.sql(BEGAN)
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
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
        return new Stamp(
                new Revision(row.getLong("revision")),
                Columns.moment(row, "changed_ms"),
                mark(row.getString("mark"), row.getString("start_mark")));
    }

    private static HistoryMark mark(String ofHistory, @Nullable String ofStart) {
        return new HistoryMark(ofHistory + (ofStart == null ? BEFORE_MARKS : ofStart));
    }
}
