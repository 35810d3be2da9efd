package org.roomnight.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.IsoDates;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StayDates;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code block_stay}. */
final class BlockStayRows {

    private static final String FIND = """
        SELECT block, arrival, departure FROM block_stay
        WHERE property = :property AND block IN (:blocks)
        ORDER BY block, arrival
        """;
    private static final String INSERT = "INSERT INTO block_stay (property, block, arrival, departure) VALUES :rows";
    private static final String DELETE = "DELETE FROM block_stay WHERE property = :property AND block = :block";

    private final JdbcClient jdbc;

    BlockStayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<BlockId, List<StayDates>> find(PropertyId property, List<BlockId> blocks) {
        Map<BlockId, List<StayDates>> stays = new HashMap<>();
        if (!blocks.isEmpty()) {
            jdbc.sql(FIND)
                    .param("property", property.value())
                    .param("blocks", blocks.stream().map(BlockId::value).toList())
                    .query(row -> {
                        stays.computeIfAbsent(
                                        new BlockId(UUID.fromString(row.getString("block"))), _ -> new ArrayList<>())
                                .add(new StayDates(
                                        IsoDates.parse(row.getString("arrival")),
                                        IsoDates.parse(row.getString("departure"))));
                    });
        }
        return stays;
    }

    /** At most {@link BlockFacts#MAX_STAYS} rows of four columns: one statement takes them. */
    void replace(Block block) {
        delete(block);
        List<Object[]> rows = block.facts().stays().stream()
                .map(stay ->
                        new Object[] {block.property().value(), block.id().value(), stay.arrival(), stay.departure()})
                .toList();
        jdbc.sql(INSERT).param("rows", rows).update();
    }

    void delete(Block block) {
        jdbc.sql(DELETE)
                .param("property", block.property().value())
                .param("block", block.id().value())
                .update();
    }
}
