package org.roomnight.storage;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of the table {@code history}. */
final class HistoryRows {

    /** Every change of any calendar adds one to the sum, and no row is ever removed. */
    private static final String POSITION = """
        SELECT database_id, since_ms, (SELECT COALESCE(SUM(revision), 0) FROM property_revision) AS changes
        FROM history WHERE one = 1
        """;

    private static final String BEGIN = "UPDATE history SET start_mark = :start WHERE one = 1";

    private static final String RENEW = """
        UPDATE history SET mark = :mark, start_mark = :start, since_ms = :since
        WHERE one = 1 AND since_ms = :seen
        """;

    private final JdbcClient jdbc;

    HistoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    HistoryPosition position() {
        return jdbc.sql(POSITION)
                .query((row, _) -> new HistoryPosition(
                        row.getString("database_id"), row.getLong("since_ms"), row.getLong("changes")))
                .single();
    }

    void begin(String start) {
        jdbc.sql(BEGIN).param("start", start).update();
    }

    /** Answers 0 where another node was faster. */
    int renew(HistoryPosition seen, String mark, String start, long sinceMillis) {
        return jdbc.sql(RENEW)
                .param("mark", mark)
                .param("start", start)
                .param("since", sinceMillis)
                .param("seen", seen.sinceMillis())
                .update();
    }
}
