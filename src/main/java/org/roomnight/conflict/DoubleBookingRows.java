package org.roomnight.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.conflict.DoubleBooking.State;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Columns;
import org.roomnight.storage.Parts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code double_booking}; statements run in the caller's transaction. */
final class DoubleBookingRows {

    private static final String SELECT = """
        SELECT double_booking, room_type, claim, arrival, departure, state, version, created_ms
        FROM double_booking
        WHERE property = :property
        """;
    private static final String UNRESOLVED = SELECT + " AND state <> 'RESOLVED' ORDER BY created_ms, double_booking";
    private static final String UNRESOLVED_OF_CLAIMS = SELECT + " AND claim IN (:claims) AND state <> 'RESOLVED'";
    private static final String FIND = SELECT + " AND double_booking = :id";
    private static final String INSERT = """
        INSERT INTO double_booking
            (property, double_booking, room_type, claim, arrival, departure, state, version, created_ms, changed_ms)
        VALUES :rows
        """;
    private static final String RESOLVE = """
        UPDATE double_booking SET state = 'RESOLVED', version = version + 1, changed_ms = :now
        WHERE property = :property AND double_booking IN (:ids)
        """;
    private static final String SET_STATE = """
        UPDATE double_booking SET state = :state, version = version + 1, changed_ms = :now
        WHERE property = :property AND double_booking = :id AND version = :expected
        """;

    private static final Comparator<DoubleBooking> OLDEST_FIRST = Comparator.comparing(DoubleBooking::createdAt)
            .thenComparing(one -> one.id().toString());

    /** Rows of ten columns in one statement: SQLite takes 32,766 parameters. */
    private static final int MAX_ROWS = 1_000;

    /** Claims or double bookings named in one statement. */
    private static final int MAX_NAMED = 10_000;

    private final JdbcClient jdbc;

    DoubleBookingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DoubleBooking> unresolved(PropertyId property) {
        return jdbc.sql(UNRESOLVED)
                .param("property", property.value())
                .query((row, _) -> doubleBooking(property, row))
                .list();
    }

    List<DoubleBooking> unresolved(PropertyId property, List<ClaimId> claims) {
        return Parts.of(claims, MAX_NAMED).stream()
                .flatMap(part -> jdbc
                        .sql(UNRESOLVED_OF_CLAIMS)
                        .param("property", property.value())
                        .param("claims", part.stream().map(ClaimId::value).toList())
                        .query((row, _) -> doubleBooking(property, row))
                        .list()
                        .stream())
                .sorted(OLDEST_FIRST)
                .toList();
    }

    Optional<DoubleBooking> find(PropertyId property, UUID id) {
        return jdbc.sql(FIND)
                .param("property", property.value())
                .param("id", id)
                .query((row, _) -> doubleBooking(property, row))
                .optional();
    }

    /** Whether the stored version was the expected one; otherwise nothing was changed. */
    boolean setState(PropertyId property, UUID id, State state, Version expected, Instant now) {
        int changed = jdbc.sql(SET_STATE)
                .param("property", property.value())
                .param("id", id)
                .param("state", state.name())
                .param("expected", expected.value())
                .param("now", now.toEpochMilli())
                .update();
        return changed == 1;
    }

    void resolve(PropertyId property, List<UUID> ids, Instant now) {
        for (List<UUID> part : Parts.of(ids, MAX_NAMED)) {
            jdbc.sql(RESOLVE)
                    .param("property", property.value())
                    .param("ids", part)
                    .param("now", now.toEpochMilli())
                    .update();
        }
    }

    void insert(List<DoubleBooking> opened) {
        for (List<DoubleBooking> part : Parts.of(opened, MAX_ROWS)) {
            jdbc.sql(INSERT)
                    .param("rows", part.stream().map(DoubleBookingRows::row).toList())
                    .update();
        }
    }

    private static Object[] row(DoubleBooking one) {
        long created = one.createdAt().toEpochMilli();
        return new Object[] {
            one.property().value(),
            one.id(),
            one.roomType().value(),
            one.claim().value(),
            one.dates().arrival(),
            one.dates().departure(),
            one.state().name(),
            one.version().value(),
            created,
            created
        };
    }

    private static DoubleBooking doubleBooking(PropertyId property, ResultSet row) throws SQLException {
        return new DoubleBooking(
                Columns.uuid(row, "double_booking"),
                property,
                Columns.id(row, "room_type", RoomTypeId::new),
                Columns.id(row, "claim", ClaimId::new),
                Columns.stay(row),
                State.valueOf(row.getString("state")),
                new Version(row.getLong("version")),
                Columns.moment(row, "created_ms"));
    }
}
