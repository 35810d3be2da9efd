package org.roomnight.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roomnight.inventory.RoomType.Unit;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code room_type} and {@code unit}. */
final class RoomTypeRows {

    private static final String SELECT = """
        SELECT t.room_type, t.name, t.slug, t.color, t.former_names, t.room_rates, t.version, u.unit, u.name AS unit_name
        FROM room_type t
        LEFT JOIN unit u ON u.property = t.property AND u.room_type = t.room_type AND u.retired = FALSE
        WHERE t.property = :property
        """;
    private static final String FIND = SELECT + " AND t.room_type = :roomType ORDER BY u.position";
    private static final String LIST = SELECT + " ORDER BY t.name, t.room_type, u.position";
    private static final String EDITION =
            "SELECT version, changed_ms FROM room_type WHERE property = :property AND room_type = :roomType";
    private static final String EDITIONS = """
        SELECT room_type, version, changed_ms FROM room_type WHERE property = :property ORDER BY name, room_type
        """;
    private static final String OF_SLUG = "SELECT room_type FROM room_type WHERE property = :property AND slug = :slug";
    private static final String UNIT_NAME = "SELECT name FROM unit WHERE property = :property AND unit = :unit";
    private static final String INSERT = """
        INSERT INTO room_type
            (property, room_type, name, slug, color, former_names, room_rates, version, changed_ms)
        VALUES (:property, :roomType, :name, :slug, :color, :formerNames, :roomRates, :version, :now)
        """;
    private static final String UPDATE = """
        UPDATE room_type SET name = :name, color = :color, former_names = :formerNames, room_rates = :roomRates,
            version = :version, changed_ms = :now
        WHERE property = :property AND room_type = :roomType
        """;
    private static final String SAVE_UNIT = """
        INSERT INTO unit (property, unit, room_type, name, position, retired)
        VALUES (:property, :unit, :roomType, :name, :position, :retired)
        ON CONFLICT (property, unit) DO UPDATE
        SET name = excluded.name, position = excluded.position, retired = excluded.retired
        """;
    private static final String DELETE_UNITS = "DELETE FROM unit WHERE property = :property AND room_type = :roomType";
    private static final String DELETE = "DELETE FROM room_type WHERE property = :property AND room_type = :roomType";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    RoomTypeRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<RoomType> list(PropertyId property) {
        return grouped(jdbc.sql(LIST)
                .param("property", property.value())
                .query((row, _) -> Line.of(property, row))
                .list());
    }

    Optional<RoomType> find(PropertyId property, RoomTypeId id) {
        return grouped(jdbc.sql(FIND)
                        .param("property", property.value())
                        .param("roomType", id.value())
                        .query((row, _) -> Line.of(property, row))
                        .list())
                .stream()
                .findFirst();
    }

    /** What changes whenever a room type does; the moment tells one that was removed and made again from the first. */
    record Edition(Version version, long changedMillis) {}

    Optional<Edition> edition(PropertyId property, RoomTypeId id) {
        return jdbc.sql(EDITION)
                .param("property", property.value())
                .param("roomType", id.value())
                .query((row, _) -> new Edition(new Version(row.getLong("version")), row.getLong("changed_ms")))
                .optional();
    }

    /** The editions of all room types, in the order of {@link #list}. */
    Map<RoomTypeId, Edition> editions(PropertyId property) {
        Map<RoomTypeId, Edition> editions = new LinkedHashMap<>();
        jdbc.sql(EDITIONS).param("property", property.value()).query(row -> {
            editions.put(
                    Columns.id(row, "room_type", RoomTypeId::new),
                    new Edition(new Version(row.getLong("version")), row.getLong("changed_ms")));
        });
        return editions;
    }

    Optional<RoomTypeId> ofSlug(PropertyId property, String slug) {
        return jdbc.sql(OF_SLUG)
                .param("property", property.value())
                .param("slug", slug)
                .query((row, _) -> Columns.id(row, "room_type", RoomTypeId::new))
                .optional();
    }

    Optional<String> unitName(PropertyId property, UnitId unit) {
        return jdbc.sql(UNIT_NAME)
                .param("property", property.value())
                .param("unit", unit.value())
                .query(String.class)
                .optional();
    }

    void insert(RoomType type) {
        jdbc.sql(INSERT)
                .param("property", type.property().value())
                .param("roomType", type.id().value())
                .param("name", type.name())
                .param("slug", type.slug())
                .param("color", type.color())
                .param("formerNames", Aliases.lines(type.aliases().formerNames()))
                .param("roomRates", Aliases.lines(type.aliases().roomRates()))
                .param("version", type.version().value())
                .param("now", clock.millis())
                .update();
    }

    void update(RoomType type) {
        jdbc.sql(UPDATE)
                .param("property", type.property().value())
                .param("roomType", type.id().value())
                .param("name", type.name())
                .param("color", type.color())
                .param("formerNames", Aliases.lines(type.aliases().formerNames()))
                .param("roomRates", Aliases.lines(type.aliases().roomRates()))
                .param("version", type.version().value())
                .param("now", clock.millis())
                .update();
    }

    void saveUnits(RoomType type, List<Unit> retired) {
        List<Unit> all = new ArrayList<>(type.units());
        all.addAll(retired);
        for (int position = 0; position < all.size(); position++) {
            Unit unit = all.get(position);
            jdbc.sql(SAVE_UNIT)
                    .param("property", type.property().value())
                    .param("unit", unit.id().value())
                    .param("roomType", type.id().value())
                    .param("name", unit.name())
                    .param("position", position)
                    .param("retired", position >= type.quantity())
                    .update();
        }
    }

    void delete(RoomType type) {
        for (String sql : List.of(DELETE_UNITS, DELETE)) {
            jdbc.sql(sql)
                    .param("property", type.property().value())
                    .param("roomType", type.id().value())
                    .update();
        }
    }

    private static List<RoomType> grouped(List<Line> lines) {
        Map<RoomTypeId, List<Line>> byType = new LinkedHashMap<>();
        lines.forEach(line ->
                byType.computeIfAbsent(line.type().id(), _ -> new ArrayList<>()).add(line));
        return byType.values().stream().map(Line::join).toList();
    }

    /** One row of the join: a room type without its units, and one unit, if it has any. */
    private record Line(RoomType type, List<Unit> unit) {

        static Line of(PropertyId property, ResultSet row) throws SQLException {
            RoomType type = new RoomType(
                    Columns.id(row, "room_type", RoomTypeId::new),
                    property,
                    row.getString("name"),
                    row.getString("slug"),
                    row.getString("color"),
                    List.of(),
                    new Aliases(
                            Aliases.ofLines(row.getString("former_names")),
                            Aliases.ofLines(row.getString("room_rates"))),
                    new Version(row.getLong("version")));
            UnitId unit = Columns.idOrNull(row, "unit", UnitId::new);
            return new Line(type, unit == null ? List.of() : List.of(new Unit(unit, row.getString("unit_name"))));
        }

        static RoomType join(List<Line> lines) {
            RoomType type = lines.getFirst().type();
            return new RoomType(
                    type.id(),
                    type.property(),
                    type.name(),
                    type.slug(),
                    type.color(),
                    lines.stream().flatMap(line -> line.unit().stream()).toList(),
                    type.aliases(),
                    type.version());
        }
    }
}
