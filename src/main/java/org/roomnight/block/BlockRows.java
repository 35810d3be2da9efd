package org.roomnight.block;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Columns;
import org.roomnight.storage.KeysetPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code block}. */
final class BlockRows {

    private static final String SELECT = """
        SELECT block, room_type, unit, reason, note, assumptions, version, created_ms, changed_ms
        FROM block
        WHERE property = :property
        """;
    private static final String FIND = SELECT + " AND block = :block";
    private static final String OF_PROPERTY =
            SELECT + " AND room_type IS NULL AND last_departure > :from ORDER BY first_arrival, block";
    private static final String LIST = SELECT + """
         AND first_arrival < :to AND last_departure > :from
         AND EXISTS (SELECT 1 FROM block_stay s
                     WHERE s.property = block.property AND s.block = block.block
                       AND s.arrival < :to AND s.departure > :from)
         AND (first_arrival > :afterDay OR (first_arrival = :afterDay AND block > :afterId))
        ORDER BY first_arrival, block
        LIMIT :size
        """;
    private static final String SAVE = """
        INSERT INTO block
            (property, block, room_type, unit, reason, note, assumptions, first_arrival, last_departure, version,
             created_ms, changed_ms)
        VALUES (:property, :block, :roomType, :unit, :reason, :note, :assumptions, :arrival, :departure, :version,
             :created, :changed)
        ON CONFLICT (property, block) DO UPDATE
        SET room_type = excluded.room_type, unit = excluded.unit, reason = excluded.reason, note = excluded.note,
            assumptions = excluded.assumptions, first_arrival = excluded.first_arrival, last_departure = excluded.last_departure,
            version = excluded.version, changed_ms = excluded.changed_ms
        """;
    private static final String DROP_WISHES = """
        UPDATE block SET unit = CASE WHEN unit IN (:units) THEN unit END, version = version + 1, changed_ms = :now
        WHERE property = :property AND room_type = :roomType AND last_departure > :from
          AND (unit NOT IN (:units)
               OR EXISTS (SELECT 1 FROM block_stay s
                          WHERE s.property = block.property AND s.block = block.block AND s.unit NOT IN (:units)))
        """;
    private static final String DELETE = "DELETE FROM block WHERE property = :property AND block = :block";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final BlockStayRows stays;

    BlockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.stays = new BlockStayRows(jdbc);
    }

    Optional<Block> find(PropertyId property, BlockId id) {
        List<Row> found = jdbc.sql(FIND)
                .param("property", property.value())
                .param("block", id.value())
                .query((row, _) -> Row.of(row))
                .list();
        return withStays(property, found).stream().findFirst();
    }

    /** Blocks of the whole property that have a night from this one on. */
    List<Block> ofProperty(PropertyId property, LocalDate from) {
        return withStays(
                property,
                jdbc.sql(OF_PROPERTY)
                        .param("property", property.value())
                        .param("from", from)
                        .query((row, _) -> Row.of(row))
                        .list());
    }

    List<Block> list(PropertyId property, LocalDate from, LocalDate to, KeysetPage page) {
        return withStays(
                property,
                page.of(jdbc.sql(LIST))
                        .param("property", property.value())
                        .param("from", from)
                        .param("to", to)
                        .query((row, _) -> Row.of(row))
                        .list());
    }

    private List<Block> withStays(PropertyId property, List<Row> rows) {
        Map<BlockId, List<BlockStay>> found =
                stays.find(property, rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.block(property, found.getOrDefault(row.id(), List.of())))
                .toList();
    }

    void save(Block block) {
        BlockFacts facts = block.facts();
        jdbc.sql(SAVE)
                .param("property", block.property().value())
                .param("block", block.id().value())
                .param(
                        "roomType",
                        facts.roomType() == null ? null : facts.roomType().value())
                .param("unit", facts.unit() == null ? null : facts.unit().value())
                .param("reason", facts.reason().name())
                .param("note", facts.note())
                .param("assumptions", text(facts.assumptions()))
                .param("arrival", facts.firstArrival())
                .param("departure", facts.lastDeparture())
                .param("version", block.version().value())
                .param("created", block.createdAt().toEpochMilli())
                .param("changed", block.changedAt().toEpochMilli())
                .update();
        stays.replace(block);
    }

    private static @Nullable String text(List<Assumption> assumptions) {
        return assumptions.isEmpty() ? null : JSON.writeValueAsString(assumptions);
    }

    private static List<Assumption> parsed(@Nullable String text) {
        return text == null ? List.of() : List.of(JSON.readValue(text, Assumption[].class));
    }

    /** Blocks with nights to come forget a unit that the room type has no more. */
    void dropWishes(RoomType roomType, LocalDate from, Instant now) {
        jdbc.sql(DROP_WISHES)
                .param("property", roomType.property().value())
                .param("roomType", roomType.id().value())
                .param("units", roomType.unitIds().stream().map(UnitId::value).toList())
                .param("from", from)
                .param("now", now.toEpochMilli())
                .update();
        stays.dropWishes(roomType, from);
    }

    void delete(Block block) {
        stays.delete(block);
        jdbc.sql(DELETE)
                .param("property", block.property().value())
                .param("block", block.id().value())
                .update();
    }

    /** A block that lacks its stays, which are rows of another table. */
    private record Row(
            BlockId id,
            @Nullable RoomTypeId roomType,
            @Nullable UnitId unit,
            BlockReason reason,
            @Nullable String note,
            List<Assumption> assumptions,
            Version version,
            Instant createdAt,
            Instant changedAt) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Columns.id(row, "block", BlockId::new),
                    Columns.idOrNull(row, "room_type", RoomTypeId::new),
                    Columns.idOrNull(row, "unit", UnitId::new),
                    BlockReason.valueOf(row.getString("reason")),
                    row.getString("note"),
                    parsed(row.getString("assumptions")),
                    new Version(row.getLong("version")),
                    Columns.moment(row, "created_ms"),
                    Columns.moment(row, "changed_ms"));
        }

        Block block(PropertyId property, List<BlockStay> stays) {
            BlockFacts facts = new BlockFacts(roomType, unit, stays, reason, note, assumptions);
            return new Block(id, property, facts, version, createdAt, changedAt);
        }
    }
}
