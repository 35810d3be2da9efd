package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;
import org.roomnight.storage.Columns;
import org.roomnight.storage.Parts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The tables {@code room_night} and {@code overbooked_night}. */
final class NightRows {

    private static final String TAKEN = """
        SELECT unit, night FROM room_night
        WHERE property = :property AND night >= :from AND night <= :to
          AND unit IN (SELECT unit FROM unit WHERE property = :property AND room_type = :roomType)
        """;
    private static final String OF_CLAIMS = """
        SELECT claim, night, unit FROM room_night WHERE property = :property AND claim IN (:claims)
        UNION ALL
        SELECT claim, night, NULL FROM overbooked_night WHERE property = :property AND claim IN (:claims)
        ORDER BY 1, 2
        """;
    /** Not in order: without statistics SQLite would walk through all clashes only to have them so. */
    private static final String WAITING = """
        SELECT o.claim, o.night, c.arrival, c.departure
        FROM overbooked_night o JOIN claim c ON c.property = o.property AND c.claim = o.claim
        WHERE o.property = :property AND o.room_type = :roomType AND o.night >= :from AND o.night <= :to
        """;

    private static final String HOLDING = """
        SELECT DISTINCT room_night.claim FROM unit CROSS JOIN room_night
        WHERE unit.property = :property AND unit.room_type = :roomType
          AND room_night.property = :property AND room_night.unit = unit.unit
          AND room_night.night >= :from AND room_night.night < :to
        """;

    /** In the order of the key, so that those beyond the limit are not looked at. */
    private static final String SOME_WAITING = """
        SELECT claim FROM overbooked_night
        WHERE property = :property AND room_type = :roomType AND night >= :from AND night < :to
        ORDER BY night, claim
        LIMIT :most
        """;

    private static final String COUNT_OVERBOOKED = """
        SELECT room_type, night, COUNT(*) AS claims FROM overbooked_night
        WHERE property = :property AND room_type IN (:roomTypes) AND night >= :from AND night < :to
        GROUP BY room_type, night
        """;

    private static final String FULL = """
        SELECT night FROM room_night
        WHERE property = :property AND night >= :from AND night < :to
          AND unit IN (SELECT unit FROM unit WHERE property = :property)
        GROUP BY night
        HAVING COUNT(*) >= :units
        ORDER BY night
        """;

    /** A row that is already there is left alone: the caller counts the rows and so learns whether it lost (rule 1). */
    private static final String TAKE =
            "INSERT INTO room_night (property, unit, night, claim) VALUES :rows ON CONFLICT DO NOTHING";

    private static final String OVERBOOK =
            "INSERT INTO overbooked_night (property, room_type, night, claim) VALUES :rows";
    private static final String FREE = "DELETE FROM room_night WHERE property = :property AND claim IN (:claims)";
    private static final String FORGET_OVERBOOKED =
            "DELETE FROM overbooked_night WHERE property = :property AND claim IN (:claims)";

    /** Rows of four columns in one statement: SQLite takes 32,766 parameters, PostgreSQL 65,535. */
    private static final int MAX_ROWS = 4_000;

    /** Claims named in one statement, which names them twice. */
    private static final int MAX_CLAIMS = 10_000;

    private final JdbcClient jdbc;

    NightRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nights of which so many unit nights are taken, of any units. */
    List<LocalDate> full(PropertyId property, int units, LocalDate from, LocalDate to) {
        return jdbc.sql(FULL)
                .param("property", property.value())
                .param("from", from)
                .param("to", to)
                .param("units", units)
                .query((row, _) -> Columns.date(row, "night"))
                .list();
    }

    /** Which units of a room type are taken from the first to the last night, both included. */
    Occupancy occupancy(RoomType roomType, LocalDate first, LocalDate last) {
        Occupancy occupancy = new Occupancy(first, roomType.unitIds());
        if (roomType.quantity() > 0) {
            jdbc.sql(TAKEN)
                    .param("property", roomType.property().value())
                    .param("roomType", roomType.id().value())
                    .param("from", first)
                    .param("to", last)
                    .query(row -> {
                        occupancy.take(Columns.id(row, "unit", UnitId::new), Columns.date(row, "night"));
                    });
        }
        return occupancy;
    }

    /** Takes all these nights and answers true, or answers false when another claim had one of them. */
    boolean take(PropertyId property, Map<ClaimId, Placement> placements) {
        List<Object[]> rows = new ArrayList<>();
        placements.forEach((claim, placement) -> placement
                .nights()
                .forEach((night, unit) ->
                        rows.add(new Object[] {property.value(), unit.value(), night, claim.value()})));
        return insert(TAKE, rows) == rows.size();
    }

    /** Keeps the nights of claims for which no unit was free; {@code roomTypes} are theirs. */
    void overbook(PropertyId property, Map<ClaimId, Placement> placements, Map<ClaimId, RoomTypeId> roomTypes) {
        List<Object[]> rows = new ArrayList<>();
        placements.forEach((claim, placement) -> {
            UUID roomType = Objects.requireNonNull(roomTypes.get(claim)).value();
            placement
                    .overbooked()
                    .forEach(night -> rows.add(new Object[] {property.value(), roomType, night, claim.value()}));
        });
        insert(OVERBOOK, rows);
    }

    /** How many of the rows were inserted. */
    private int insert(String sql, List<Object[]> rows) {
        return Parts.of(rows, MAX_ROWS).stream()
                .mapToInt(part -> jdbc.sql(sql).param("rows", part).update())
                .sum();
    }

    void free(PropertyId property, Collection<ClaimId> claims) {
        List<UUID> all = claims.stream().map(ClaimId::value).toList();
        for (List<UUID> part : Parts.of(all, MAX_CLAIMS)) {
            for (String sql : List.of(FREE, FORGET_OVERBOOKED)) {
                jdbc.sql(sql)
                        .param("property", property.value())
                        .param("claims", part)
                        .update();
            }
        }
    }

    /** A claim of these dates that has no unit on some of its nights. */
    record Waiting(ClaimId claim, StayDates dates, List<LocalDate> nights) {}

    /** The claims of a room type that wait for a unit on nights from the first to the last, both included, oldest first. */
    List<Waiting> waiting(PropertyId property, RoomTypeId roomType, LocalDate first, LocalDate last) {
        SortedMap<String, Waiting> waiting = new TreeMap<>();
        jdbc.sql(WAITING)
                .param("property", property.value())
                .param("roomType", roomType.value())
                .param("from", first)
                .param("to", last)
                .query(row -> {
                    String claim = row.getString("claim");
                    Waiting one = waiting.get(claim);
                    if (one == null) {
                        one = new Waiting(new ClaimId(UUID.fromString(claim)), Columns.stay(row), new ArrayList<>());
                        waiting.put(claim, one);
                    }
                    one.nights().add(Columns.date(row, "night"));
                });
        return List.copyOf(waiting.values());
    }

    /** The claims that have a unit of a room type on one of these nights, and some of those that wait for one. */
    List<ClaimId> clashing(PropertyId property, RoomTypeId roomType, StayDates dates, int waiting) {
        return Stream.concat(
                        claims(of(HOLDING, property, roomType, dates)),
                        claims(of(SOME_WAITING, property, roomType, dates).param("most", waiting)))
                .distinct()
                .toList();
    }

    private StatementSpec of(String sql, PropertyId property, RoomTypeId roomType, StayDates dates) {
        return jdbc.sql(sql)
                .param("property", property.value())
                .param("roomType", roomType.value())
                .param("from", dates.arrival())
                .param("to", dates.departure());
    }

    private static Stream<ClaimId> claims(StatementSpec statement) {
        return statement.query((row, _) -> Columns.id(row, "claim", ClaimId::new)).list().stream();
    }

    /** How many claims have no unit on a night. */
    record Overbooked(RoomTypeId roomType, LocalDate night, int claims) {}

    List<Overbooked> overbooked(PropertyId property, List<RoomType> roomTypes, StayDates range) {
        if (roomTypes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COUNT_OVERBOOKED)
                .param("property", property.value())
                .param(
                        "roomTypes",
                        roomTypes.stream().map(type -> type.id().value()).toList())
                .param("from", range.arrival())
                .param("to", range.departure())
                .query((row, _) -> new Overbooked(
                        Columns.id(row, "room_type", RoomTypeId::new),
                        Columns.date(row, "night"),
                        row.getInt("claims")))
                .list();
    }

    Map<ClaimId, Placement> placements(PropertyId property, List<ClaimId> claims) {
        Map<ClaimId, SortedMap<LocalDate, UnitId>> nights = new HashMap<>();
        Map<ClaimId, List<LocalDate>> overbooked = new HashMap<>();
        Parts.of(claims, MAX_CLAIMS).forEach(part -> readNights(property, part, nights, overbooked));
        Map<ClaimId, Placement> placements = new HashMap<>();
        for (ClaimId claim : claims) {
            placements.put(
                    claim,
                    new Placement(
                            nights.getOrDefault(claim, new TreeMap<>()), overbooked.getOrDefault(claim, List.of())));
        }
        return placements;
    }

    private void readNights(
            PropertyId property,
            List<ClaimId> claims,
            Map<ClaimId, SortedMap<LocalDate, UnitId>> nights,
            Map<ClaimId, List<LocalDate>> overbooked) {
        jdbc.sql(OF_CLAIMS)
                .param("property", property.value())
                .param("claims", claims.stream().map(ClaimId::value).toList())
                .query(row -> {
                    ClaimId claim = Columns.id(row, "claim", ClaimId::new);
                    LocalDate night = Columns.date(row, "night");
                    UnitId unit = Columns.idOrNull(row, "unit", UnitId::new);
                    if (unit == null) {
                        overbooked
                                .computeIfAbsent(claim, _ -> new ArrayList<>())
                                .add(night);
                    } else {
                        nights.computeIfAbsent(claim, _ -> new TreeMap<>()).put(night, unit);
                    }
                });
    }
}
