package org.roomnight.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.keys.SealedSecret;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of connections; statements run in the caller's transaction. */
final class ConnectionRows {

    private static final String SELECT = """
            SELECT c.property, c.account, c.identifier, c.key_version, c.ciphertext, c.created_ms, k.wrapped
            FROM connection c
            JOIN account_key k ON k.account = c.account AND k.key_version = c.key_version
            """;

    private static final String FIND = SELECT + "WHERE c.property = :property";

    /** The column is unique and each lookup has 256 bits: at most one row. */
    private static final String FIND_BY_LOOKUP = SELECT + "WHERE c.lookup IN (:lookups)";

    private static final String IDENTIFIER = "SELECT identifier FROM connection WHERE property = :property";

    private static final String PUT = """
            INSERT INTO connection
                (property, account, identifier, lookup, key_version, ciphertext, created_ms, last_access_ms)
            VALUES (:property, :account, :identifier, :lookup, :version, :ciphertext, :created, NULL)
            ON CONFLICT (property) DO UPDATE
            SET account = excluded.account, identifier = excluded.identifier, lookup = excluded.lookup,
                key_version = excluded.key_version, ciphertext = excluded.ciphertext,
                created_ms = excluded.created_ms, last_access_ms = NULL
            """;

    private static final String DELETE = "DELETE FROM connection WHERE property = :property";

    private static final String LAST_ACCESS = """
            SELECT last_access_ms FROM connection WHERE property = :property AND last_access_ms IS NOT NULL
            """;

    /** Changes nothing when a later use is known already, or the use was of an older passkey. */
    private static final String TOUCH = """
            UPDATE connection SET last_access_ms = :used
            WHERE property = :property AND created_ms <= :used
              AND (last_access_ms IS NULL OR last_access_ms < :used)
            """;

    private final JdbcClient jdbc;

    ConnectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SealedPasskey> find(PropertyId property) {
        return jdbc.sql(FIND)
                .param("property", property.value())
                .query((row, _) -> sealed(row))
                .optional();
    }

    Optional<SealedPasskey> findByLookup(List<String> lookups) {
        return jdbc.sql(FIND_BY_LOOKUP)
                .param("lookups", lookups)
                .query((row, _) -> sealed(row))
                .optional();
    }

    private static SealedPasskey sealed(ResultSet row) throws SQLException {
        ConnectionRow read = new ConnectionRow(
                Columns.id(row, "property", PropertyId::new),
                Columns.id(row, "account", AccountId::new),
                Columns.id(row, "identifier", ConnectionId::new),
                Columns.moment(row, "created_ms"));
        SealedSecret sealed =
                new SealedSecret(row.getInt("key_version"), row.getBytes("wrapped"), row.getBytes("ciphertext"));
        return new SealedPasskey(read, sealed);
    }

    Optional<ConnectionId> identifier(PropertyId property) {
        return jdbc.sql(IDENTIFIER)
                .param("property", property.value())
                .query((row, _) -> Columns.id(row, "identifier", ConnectionId::new))
                .optional();
    }

    void put(ConnectionRow row, String lookup, SealedSecret sealed) {
        jdbc.sql(PUT)
                .param("property", row.property().value())
                .param("account", row.account().value())
                .param("identifier", row.identifier().value())
                .param("lookup", lookup)
                .param("version", sealed.keyVersion())
                .param("ciphertext", sealed.ciphertext())
                .param("created", row.createdAt().toEpochMilli())
                .update();
    }

    /** Whether there was one. */
    boolean delete(PropertyId property) {
        return jdbc.sql(DELETE).param("property", property.value()).update() == 1;
    }

    Optional<Instant> lastAccess(PropertyId property) {
        return jdbc.sql(LAST_ACCESS)
                .param("property", property.value())
                .query((row, _) -> Columns.moment(row, "last_access_ms"))
                .optional();
    }

    void touch(PropertyId property, Instant used) {
        jdbc.sql(TOUCH)
                .param("property", property.value())
                .param("used", used.toEpochMilli())
                .update();
    }
}
