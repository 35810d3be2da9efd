package org.roomnight.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim.History;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Holder;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;
import org.roomnight.storage.Columns;
import org.roomnight.storage.Parts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code claim}. */
final class ClaimRows {

    private static final String SELECT = """
        SELECT claim, kind, holder, room_type, arrival, departure, sequence,
               guest_first_name, guest_last_name, adults, children, booking_code, channel, special_requests,
               title, wanted_unit, created_ms, changed_ms
        FROM claim
        WHERE property = :property
        """;
    private static final String FIND = SELECT + " AND claim IN (:claims) ORDER BY claim";

    /** In two steps: a database without statistics would walk through all claims only to have these in order. */
    private static final String OF_HOLDER = SELECT + """
         AND claim IN (SELECT h.claim FROM claim h WHERE h.property = :property AND h.holder = :holder)
        ORDER BY claim
        """;

    /** In two steps: SQLite would fetch every later claim before it looks at its arrival. */
    private static final String IN_ROOM_TYPE = SELECT + """
         AND claim IN (SELECT c.claim FROM claim c
                       WHERE c.property = :property AND c.room_type = :roomType
                         AND c.departure > :from AND c.arrival < :to)
        ORDER BY arrival, claim
        """;

    /** Its index holds all that it asks for. */
    private static final String DATES = """
        SELECT c.room_type, c.kind, c.arrival, c.departure
        FROM room_type t JOIN claim c ON c.property = t.property AND c.room_type = t.room_type
        WHERE t.property = :property AND t.room_type IN (:roomTypes) AND c.departure > :from AND c.arrival < :to
        """;

    private static final String OF_HOLDERS = SELECT + """
         AND claim IN (SELECT h.claim FROM claim h WHERE h.property = :property AND h.holder IN (:holders))
        ORDER BY claim
        """;

    private static final String SAVE = """
        INSERT INTO claim
            (property, claim, kind, holder, room_type, arrival, departure, split, sequence, guest_first_name,
             guest_last_name, adults, children, booking_code, channel, special_requests, title, wanted_unit,
             created_ms, changed_ms)
        VALUES :rows
        ON CONFLICT (property, claim) DO UPDATE
        SET room_type = excluded.room_type, arrival = excluded.arrival, departure = excluded.departure,
            split = excluded.split, sequence = excluded.sequence, guest_first_name = excluded.guest_first_name,
            guest_last_name = excluded.guest_last_name, adults = excluded.adults, children = excluded.children,
            booking_code = excluded.booking_code, channel = excluded.channel,
            special_requests = excluded.special_requests, title = excluded.title,
            wanted_unit = excluded.wanted_unit, changed_ms = excluded.changed_ms
        """;
    private static final String DELETE = "DELETE FROM claim WHERE property = :property AND claim IN (:claims)";

    /** Rows of twenty columns in one statement: SQLite takes 32,766 parameters. */
    private static final int MAX_ROWS = 1_000;

    private final JdbcClient jdbc;
    private final NightRows nights;

    ClaimRows(JdbcClient jdbc, NightRows nights) {
        this.jdbc = jdbc;
        this.nights = nights;
    }

    List<Claim> find(PropertyId property, List<ClaimId> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        return placed(
                property,
                jdbc.sql(FIND)
                        .param("property", property.value())
                        .param("claims", claims.stream().map(ClaimId::value).toList())
                        .query((row, _) -> claim(property, row))
                        .list());
    }

    List<Claim> ofHolder(PropertyId property, Holder holder) {
        return placed(
                property,
                jdbc.sql(OF_HOLDER)
                        .param("property", property.value())
                        .param("holder", holder.value())
                        .query((row, _) -> claim(property, row))
                        .list());
    }

    /** The same of many holders. */
    List<Claim> ofHolders(PropertyId property, Collection<? extends Holder> holders) {
        if (holders.isEmpty()) {
            return List.of();
        }
        return placed(
                property,
                jdbc.sql(OF_HOLDERS)
                        .param("property", property.value())
                        .param("holders", holders.stream().map(Holder::value).toList())
                        .query((row, _) -> claim(property, row))
                        .list());
    }

    List<Claim> inRoomType(PropertyId property, RoomTypeId roomType, LocalDate from, LocalDate to) {
        return placed(
                property,
                jdbc.sql(IN_ROOM_TYPE)
                        .param("property", property.value())
                        .param("roomType", roomType.value())
                        .param("from", from)
                        .param("to", to)
                        .query((row, _) -> claim(property, row))
                        .list());
    }

    /** Room type, kind and nights of a claim, all that counting needs. */
    record ClaimDates(RoomTypeId roomType, ClaimKind kind, StayDates dates) {}

    List<ClaimDates> dates(PropertyId property, List<RoomType> roomTypes, LocalDate from, LocalDate to) {
        if (roomTypes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(DATES)
                .param("property", property.value())
                .param(
                        "roomTypes",
                        roomTypes.stream().map(type -> type.id().value()).toList())
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new ClaimDates(
                        Columns.id(row, "room_type", RoomTypeId::new),
                        ClaimKind.valueOf(row.getString("kind")),
                        Columns.stay(row)))
                .list();
    }

    /** Writes claims over what has their identifiers, each of which comes once. */
    void save(List<Claim> claims) {
        for (List<Claim> part : Parts.of(claims, MAX_ROWS)) {
            jdbc.sql(SAVE)
                    .param("rows", part.stream().map(ClaimRows::row).toList())
                    .update();
        }
    }

    private static @Nullable Object[] row(Claim claim) {
        ClaimLabel label = claim.label();
        return new @Nullable Object[] {
            claim.property().value(),
            claim.id().value(),
            ClaimKind.of(claim.holder()).name(),
            claim.holder().value(),
            claim.roomType().value(),
            claim.dates().arrival(),
            claim.dates().departure(),
            claim.placement().split(),
            claim.history().sequence(),
            label.firstName(),
            label.lastName(),
            label.party().adults(),
            label.party().children(),
            label.bookingCode(),
            label.channel(),
            label.specialRequests(),
            label.title(),
            claim.wantedUnit() == null ? null : claim.wantedUnit().value(),
            claim.history().createdAt().toEpochMilli(),
            claim.history().changedAt().toEpochMilli()
        };
    }

    void delete(PropertyId property, List<ClaimId> claims) {
        if (!claims.isEmpty()) {
            jdbc.sql(DELETE)
                    .param("property", property.value())
                    .param("claims", claims.stream().map(ClaimId::value).toList())
                    .update();
        }
    }

    private List<Claim> placed(PropertyId property, List<Claim> claims) {
        Map<ClaimId, Placement> placements =
                nights.placements(property, claims.stream().map(Claim::id).toList());
        return claims.stream()
                .map(claim -> claim.placed(placements.getOrDefault(claim.id(), claim.placement())))
                .toList();
    }

    private static Claim claim(PropertyId property, ResultSet row) throws SQLException {
        return new Claim(
                Columns.id(row, "claim", ClaimId::new),
                property,
                ClaimKind.valueOf(row.getString("kind")).holder(Columns.uuid(row, "holder")),
                Columns.id(row, "room_type", RoomTypeId::new),
                Columns.stay(row),
                label(row),
                Columns.idOrNull(row, "wanted_unit", UnitId::new),
                new Placement(new TreeMap<>(), List.of()),
                new History(
                        row.getInt("sequence"), Columns.moment(row, "created_ms"), Columns.moment(row, "changed_ms")));
    }

    private static ClaimLabel label(ResultSet row) throws SQLException {
        return new ClaimLabel(
                row.getString("guest_first_name"),
                row.getString("guest_last_name"),
                new Party(row.getInt("adults"), row.getInt("children")),
                row.getString("booking_code"),
                row.getString("channel"),
                row.getString("special_requests"),
                row.getString("title"));
    }
}
