package org.roomnight.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Property.BlocksOverStays;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code property}; statements run in the caller's transaction. */
final class PropertyRows {

    private static final String COLUMNS =
            "property, account, managing_entity, name, time_zone, check_in, check_out, blocks_over_stays, version";

    private static final String FIND = "SELECT " + COLUMNS + " FROM property WHERE property = :property";

    private static final String FIND_OF_ACCOUNT =
            "SELECT " + COLUMNS + " FROM property WHERE account = :account AND managing_entity = :managingEntity";

    private static final String LIST = "SELECT " + COLUMNS
            + " FROM property WHERE account = :account AND managing_entity > :after ORDER BY managing_entity LIMIT :size";

    private static final String INSERT = """
            INSERT INTO property
                (property, account, managing_entity, name, time_zone, check_in, check_out, blocks_over_stays, version,
                 changed_ms)
            VALUES (:property, :account, :managingEntity, :name, :timeZone, :checkIn, :checkOut, :blocksOverStays,
                 :version, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String UPDATE = """
            UPDATE property
            SET name = :name, time_zone = :timeZone, check_in = :checkIn, check_out = :checkOut,
                blocks_over_stays = :blocksOverStays, version = :version, changed_ms = :now
            WHERE property = :property
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PropertyRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Property> find(PropertyId id) {
        return jdbc.sql(FIND)
                .param("property", id.value())
                .query(PropertyRows::property)
                .optional();
    }

    Optional<Property> find(AccountId account, ManagingEntityId managingEntity) {
        return jdbc.sql(FIND_OF_ACCOUNT)
                .param("account", account.value())
                .param("managingEntity", managingEntity.value())
                .query(PropertyRows::property)
                .optional();
    }

    List<Property> list(AccountId account, @Nullable ManagingEntityId after, int size) {
        return jdbc.sql(LIST)
                .param("account", account.value())
                .param("after", after == null ? BEFORE_ALL : after.value())
                .param("size", size)
                .query(PropertyRows::property)
                .list();
    }

    /** False when the account has one of that name already. */
    boolean insert(Property property) {
        return of(INSERT, property)
                        .param("account", property.account().value())
                        .param("managingEntity", property.managingEntity().value())
                        .update()
                == 1;
    }

    void update(Property property) {
        of(UPDATE, property).update();
    }

    private JdbcClient.StatementSpec of(String sql, Property property) {
        return jdbc.sql(sql)
                .param("property", property.id().value())
                .param("name", property.name())
                .param("timeZone", property.timeZone().getId())
                .param("checkIn", property.facts().checkIn().toString())
                .param("checkOut", property.facts().checkOut().toString())
                .param("blocksOverStays", property.facts().blocksOverStays().name())
                .param("version", property.version().value())
                .param("now", clock.millis());
    }

    private static Property property(ResultSet row, int number) throws SQLException {
        return new Property(
                Columns.id(row, "property", PropertyId::new),
                Columns.id(row, "account", AccountId::new),
                Columns.id(row, "managing_entity", ManagingEntityId::new),
                new PropertyFacts(
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone")),
                        LocalTime.parse(row.getString("check_in")),
                        LocalTime.parse(row.getString("check_out")),
                        BlocksOverStays.valueOf(row.getString("blocks_over_stays"))),
                new Version(row.getLong("version")));
    }
}
