package org.roomnight.block;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.UnitId;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code block_stay}. */
final class BlockStayRows {

    private static final String FIND = """
        SELECT block, arrival, departure, unit FROM block_stay
        WHERE property = :property AND block IN (:blocks)
        ORDER BY block, arrival, number
        """;
    private static final String INSERT =
            "INSERT INTO block_stay (property, block, arrival, number, departure, unit) VALUES :rows";
    private static final String DELETE = "DELETE FROM block_stay WHERE property = :property AND block = :block";
    private static final String DROP_WISHES = """
        UPDATE block_stay SET unit = NULL
        WHERE property = :property AND unit NOT IN (:units)
          AND block IN (SELECT b.block FROM block b
                        WHERE b.property = :property AND b.room_type = :roomType AND b.last_departure > :from)
        """;

    private final JdbcClient jdbc;

    BlockStayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<BlockId, List<BlockStay>> find(PropertyId property, List<BlockId> blocks) {
        Map<BlockId, List<BlockStay>> stays = new HashMap<>();
        if (!blocks.isEmpty()) {
            jdbc.sql(FIND)
                    .param("property", property.value())
                    .param("blocks", blocks.stream().map(BlockId::value).toList())
                    .query(row -> {
                        stays.computeIfAbsent(Columns.id(row, "block", BlockId::new), _ -> new ArrayList<>())
                                .add(stay(row));
                    });
        }
        return stays;
    }

    private static BlockStay stay(ResultSet row) throws SQLException {
        return new BlockStay(Columns.stay(row), Columns.idOrNull(row, "unit", UnitId::new));
    }

    /** At most {@link BlockFacts#MAX_STAYS} rows of six columns: one statement takes them. */
    void replace(Block block) {
        delete(block);
        List<Object[]> rows = new ArrayList<>();
        for (BlockStay stay : block.facts().stays()) {
            rows.add(new @Nullable Object[] {
                block.property().value(),
                block.id().value(),
                stay.dates().arrival(),
                rows.size(),
                stay.dates().departure(),
                stay.unit() == null ? null : stay.unit().value()
            });
        }
        jdbc.sql(INSERT).param("rows", rows).update();
    }

    /** Stays of blocks with nights to come forget a unit that the room type has no more. */
    void dropWishes(RoomType roomType, LocalDate from) {
        jdbc.sql(DROP_WISHES)
                .param("property", roomType.property().value())
                .param("roomType", roomType.id().value())
                .param("units", roomType.unitIds().stream().map(UnitId::value).toList())
                .param("from", from)
                .update();
    }

    void delete(Block block) {
        jdbc.sql(DELETE)
                .param("property", block.property().value())
                .param("block", block.id().value())
                .update();
    }
}
