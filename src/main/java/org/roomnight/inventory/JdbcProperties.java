package org.roomnight.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Property.BlocksOverStays;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcProperties implements Properties {

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
    private final Transactions transactions;
    private final IdentifierSource identifiers;
    private final InstantSource clock;
    private final Supplier<List<InventoryListener>> listeners;

    JdbcProperties(
            Database database,
            IdentifierSource identifiers,
            InstantSource clock,
            Supplier<List<InventoryListener>> listeners) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.identifiers = identifiers;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Override
    public Optional<Property> find(PropertyId id) {
        return transactions.read(() -> jdbc.sql(FIND)
                .param("property", id.value())
                .query(JdbcProperties::property)
                .optional());
    }

    @Override
    public Optional<Property> find(AccountId account, ManagingEntityId managingEntity) {
        return transactions.read(() -> jdbc.sql(FIND_OF_ACCOUNT)
                .param("account", account.value())
                .param("managingEntity", managingEntity.value())
                .query(JdbcProperties::property)
                .optional());
    }

    @Override
    public List<Property> list(AccountId account, @Nullable ManagingEntityId after, int size) {
        return transactions.read(() -> jdbc.sql(LIST)
                .param("account", account.value())
                .param("after", after == null ? BEFORE_ALL : after.value())
                .param("size", size)
                .query(JdbcProperties::property)
                .list());
    }

    @Override
    public Put<Property> put(
            AccountId account, ManagingEntityId managingEntity, PropertyFacts facts, ExpectedVersion expected) {
        PropertyId id =
                find(account, managingEntity).map(Property::id).orElseGet(() -> new PropertyId(identifiers.next()));
        return transactions.write(
                id,
                () -> find(account, managingEntity)
                        .map(stored -> change(stored, facts, expected))
                        .orElseGet(() -> create(id, account, managingEntity, facts, expected)));
    }

    private Put<Property> create(
            PropertyId id,
            AccountId account,
            ManagingEntityId managingEntity,
            PropertyFacts facts,
            ExpectedVersion expected) {
        if (!(expected instanceof ExpectedVersion.Unsaid)) {
            return new Put.Stale<>();
        }
        Property now = new Property(id, account, managingEntity, facts, Version.FIRST);
        if (save(INSERT, now) == 0) {
            return new Put.VersionNeeded<>(Version.FIRST); // another node made it a moment ago
        }
        listeners.get().forEach(listener -> listener.propertyChanged(now));
        return new Put.Created<>(now);
    }

    private Put<Property> change(Property stored, PropertyFacts facts, ExpectedVersion expected) {
        if (expected instanceof ExpectedVersion.Unsaid) {
            return new Put.VersionNeeded<>(stored.version());
        }
        if (!expected.accepts(stored.version())) {
            return new Put.Stale<>();
        }
        if (facts.equals(stored.facts())) {
            return new Put.Changed<>(stored);
        }
        Property now = new Property(
                stored.id(),
                stored.account(),
                stored.managingEntity(),
                facts,
                stored.version().next());
        save(UPDATE, now);
        listeners.get().forEach(listener -> listener.propertyChanged(now));
        return new Put.Changed<>(now);
    }

    private int save(String sql, Property property) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("property", property.id().value())
                .param("name", property.name())
                .param("timeZone", property.timeZone().getId())
                .param("checkIn", property.facts().checkIn().toString())
                .param("checkOut", property.facts().checkOut().toString())
                .param("blocksOverStays", property.facts().blocksOverStays().name())
                .param("version", property.version().value())
                .param("now", clock.millis());
        if (sql.equals(INSERT)) {
            statement = statement
                    .param("account", property.account().value())
                    .param("managingEntity", property.managingEntity().value());
        }
        return statement.update();
    }

    private static Property property(ResultSet row, int number) throws SQLException {
        return new Property(
                new PropertyId(UUID.fromString(row.getString("property"))),
                new AccountId(UUID.fromString(row.getString("account"))),
                new ManagingEntityId(UUID.fromString(row.getString("managing_entity"))),
                new PropertyFacts(
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone")),
                        LocalTime.parse(row.getString("check_in")),
                        LocalTime.parse(row.getString("check_out")),
                        BlocksOverStays.valueOf(row.getString("blocks_over_stays"))),
                new Version(row.getLong("version")));
    }
}
