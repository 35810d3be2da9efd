package org.roomnight.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimListener;
import org.roomnight.conflict.DoubleBooking.State;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hears of claims inside their transaction: a clash and its record commit together (DESIGN rule 2). */
final class JdbcDoubleBookings implements DoubleBookings, ClaimListener {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDoubleBookings.class);

    private static final String SELECT = """
        SELECT double_booking, room_type, claim, arrival, departure, state, version, created_ms
        FROM double_booking
        WHERE property = :property
        """;
    private static final String UNRESOLVED = SELECT + " AND state <> 'RESOLVED' ORDER BY created_ms, double_booking";
    private static final String UNRESOLVED_OF_CLAIMS =
            SELECT + " AND claim IN (:claims) AND state <> 'RESOLVED' ORDER BY created_ms, double_booking";
    private static final String FIND = SELECT + " AND double_booking = :id";
    private static final String INSERT = """
        INSERT INTO double_booking
            (property, double_booking, room_type, claim, arrival, departure, state, version, created_ms, changed_ms)
        VALUES (:property, :id, :roomType, :claim, :arrival, :departure, 'OPEN', 1, :now, :now)
        """;
    private static final String SET_STATE = """
        UPDATE double_booking SET state = :state, version = version + 1, changed_ms = :now
        WHERE property = :property AND double_booking = :id AND version = :expected
        """;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final IdentifierSource identifiers;
    private final InstantSource clock;

    JdbcDoubleBookings(Database database, IdentifierSource identifiers, InstantSource clock) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    public List<DoubleBooking> unresolved(PropertyId property) {
        return transactions.read(() -> jdbc.sql(UNRESOLVED)
                .param("property", property.value())
                .query((row, _) -> doubleBooking(property, row))
                .list());
    }

    @Override
    public List<DoubleBooking> unresolved(PropertyId property, List<ClaimId> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        return transactions.read(() -> jdbc.sql(UNRESOLVED_OF_CLAIMS)
                .param("property", property.value())
                .param("claims", claims.stream().map(ClaimId::value).toList())
                .query((row, _) -> doubleBooking(property, row))
                .list());
    }

    @Override
    public Optional<DoubleBooking> find(PropertyId property, UUID id) {
        return transactions.read(() -> jdbc.sql(FIND)
                .param("property", property.value())
                .param("id", id)
                .query((row, _) -> doubleBooking(property, row))
                .optional());
    }

    @Override
    public Optional<DoubleBooking> setState(PropertyId property, UUID id, State state, Version expected) {
        return transactions.write(property, () -> {
            int changed = jdbc.sql(SET_STATE)
                    .param("property", property.value())
                    .param("id", id)
                    .param("state", state.name())
                    .param("expected", expected.value())
                    .param("now", clock.millis())
                    .update();
            return changed == 1 ? find(property, id) : Optional.empty();
        });
    }

    @Override
    public void claimed(Claim now, RoomType roomType) {
        if (!now.placement().complete()) {
            adjust(now);
        }
    }

    @Override
    public void changed(Claim before, Claim now, RoomType roomType) {
        boolean sameClash = before.roomType().equals(now.roomType())
                && before.placement().overbooked().equals(now.placement().overbooked());
        if (!sameClash) {
            adjust(now);
        }
    }

    @Override
    public void released(Claim before) {
        if (!before.placement().complete()) {
            resolve(before, List.of());
        }
    }

    private void adjust(Claim claim) {
        List<StayDates> clashes = StayDates.join(claim.placement().overbooked());
        List<StayDates> known = resolve(claim, clashes);
        clashes.stream().filter(dates -> !known.contains(dates)).forEach(dates -> open(claim, dates));
    }

    /** Resolves what no longer clashes; answers the clashes that are known already. */
    private List<StayDates> resolve(Claim claim, List<StayDates> clashes) {
        List<StayDates> known = new ArrayList<>();
        for (DoubleBooking open : unresolved(claim.property(), List.of(claim.id()))) {
            if (clashes.contains(open.dates()) && open.roomType().equals(claim.roomType())) {
                known.add(open.dates());
            } else {
                setState(claim.property(), open.id(), State.RESOLVED, open.version());
            }
        }
        return known;
    }

    private void open(Claim claim, StayDates dates) {
        UUID id = identifiers.next();
        jdbc.sql(INSERT)
                .param("property", claim.property().value())
                .param("id", id)
                .param("roomType", claim.roomType().value())
                .param("claim", claim.id().value())
                .param("arrival", dates.arrival())
                .param("departure", dates.departure())
                .param("now", clock.millis())
                .update();
        transactions.afterCommit(() -> LOG.warn(
                "event=double-booking property={} doubleBooking={} roomType={} arrival={} departure={}",
                claim.property(),
                id,
                claim.roomType(),
                dates.arrival(),
                dates.departure()));
    }

    private static DoubleBooking doubleBooking(PropertyId property, ResultSet row) throws SQLException {
        return new DoubleBooking(
                UUID.fromString(row.getString("double_booking")),
                property,
                new RoomTypeId(UUID.fromString(row.getString("room_type"))),
                new ClaimId(UUID.fromString(row.getString("claim"))),
                new StayDates(LocalDate.parse(row.getString("arrival")), LocalDate.parse(row.getString("departure"))),
                State.valueOf(row.getString("state")),
                new Version(row.getLong("version")),
                Instant.ofEpochMilli(row.getLong("created_ms")));
    }
}
