package org.roomnight.http;

import java.time.InstantSource;
import java.util.Optional;
import org.roomnight.kernel.PropertyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code idempotency_key}: written in the transaction of the effect, so that both are kept or neither. */
final class IdempotencyRows {

    private static final String FIND = """
        SELECT fingerprint, status, etag, body FROM idempotency_key
        WHERE property = :property AND client = :client AND route = :route AND idempotency_key = :key
          AND created_ms > :oldest
        """;
    private static final String SAVE = """
        INSERT INTO idempotency_key
            (property, client, route, idempotency_key, fingerprint, status, etag, body, created_ms)
        VALUES (:property, :client, :route, :key, :fingerprint, :status, :etag, :body, :now)
        ON CONFLICT (property, client, route, idempotency_key) DO UPDATE
        SET fingerprint = excluded.fingerprint, status = excluded.status, etag = excluded.etag,
            body = excluded.body, created_ms = excluded.created_ms
        """;
    private static final String FORGET = """
        DELETE FROM idempotency_key
        WHERE (property, client, route, idempotency_key) IN (
            SELECT property, client, route, idempotency_key FROM idempotency_key
            WHERE created_ms <= :oldest
            ORDER BY created_ms
            LIMIT :most)
        """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    IdempotencyRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A remembered answer, and whether it was given to the same request. */
    record Remembered(boolean sameRequest, StoredAnswer answer) {}

    Optional<Remembered> find(PropertyId property, IdempotencyKey key) {
        return jdbc.sql(FIND)
                .param("property", property.value())
                .param("client", key.client())
                .param("route", key.route())
                .param("key", key.key())
                .param("oldest", oldest())
                .query((row, _) -> new Remembered(
                        row.getString("fingerprint").equals(key.fingerprint()),
                        new StoredAnswer(row.getInt("status"), row.getString("etag"), row.getBytes("body"))))
                .optional();
    }

    void save(PropertyId property, IdempotencyKey key, StoredAnswer answer) {
        jdbc.sql(SAVE)
                .param("property", property.value())
                .param("client", key.client())
                .param("route", key.route())
                .param("key", key.key())
                .param("fingerprint", key.fingerprint())
                .param("status", answer.status())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("now", clock.millis())
                .update();
    }

    /** Forgets so many at most, the oldest first; answers how many. */
    int forgetOld(int most) {
        return jdbc.sql(FORGET).param("oldest", oldest()).param("most", most).update();
    }

    private long oldest() {
        return clock.instant().minus(Replays.KEPT).toEpochMilli();
    }
}
