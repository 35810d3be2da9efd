package org.roomnight.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimChange;
import org.roomnight.availability.ClaimListener;
import org.roomnight.conflict.DoubleBooking.State;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.IsoDates;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Parts;
import org.roomnight.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hears of claims inside their transaction: a clash and its record commit together (rule 2). */
final class JdbcDoubleBookings implements DoubleBookings, ClaimListener {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDoubleBookings.class);

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
        return transactions.read(() -> Parts.of(claims, MAX_NAMED).stream()
                .flatMap(part -> jdbc
                        .sql(UNRESOLVED_OF_CLAIMS)
                        .param("property", property.value())
                        .param("claims", part.stream().map(ClaimId::value).toList())
                        .query((row, _) -> doubleBooking(property, row))
                        .list()
                        .stream())
                .sorted(OLDEST_FIRST)
                .toList());
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

    /** A claim and the nights for which it has no unit now. */
    private record Clashing(Claim claim, List<StayDates> clashes) {

        static Stream<Clashing> of(ClaimChange change) {
            return switch (change) {
                case ClaimChange.Claimed(Claim now, var _) when !now.placement().complete() -> Stream.of(of(now));
                case ClaimChange.Changed(Claim before, Claim now, var _)
                when !sameClash(before, now) -> Stream.of(of(now));
                case ClaimChange.Released(Claim before)
                when !before.placement().complete() -> Stream.of(new Clashing(before, List.of()));
                case ClaimChange _ -> Stream.empty();
            };
        }

        private static Clashing of(Claim now) {
            return new Clashing(now, StayDates.join(now.placement().overbooked()));
        }

        private static boolean sameClash(Claim before, Claim now) {
            return before.roomType().equals(now.roomType())
                    && before.placement().overbooked().equals(now.placement().overbooked());
        }

        boolean has(DoubleBooking known) {
            return clashes.contains(known.dates()) && known.roomType().equals(claim.roomType());
        }
    }

    @Override
    public void changed(PropertyId property, List<ClaimChange> changes) {
        Map<ClaimId, Clashing> now = new LinkedHashMap<>();
        changes.stream()
                .flatMap(Clashing::of)
                .forEach(clashing -> now.put(clashing.claim().id(), clashing));
        List<UUID> gone = new ArrayList<>();
        Set<Clash> known = new HashSet<>();
        for (DoubleBooking unresolved : unresolved(property, List.copyOf(now.keySet()))) {
            if (Objects.requireNonNull(now.get(unresolved.claim())).has(unresolved)) {
                known.add(new Clash(unresolved.claim(), unresolved.dates()));
            } else {
                gone.add(unresolved.id());
            }
        }
        resolve(property, gone);
        open(now.values().stream()
                .flatMap(one -> one.clashes().stream()
                        .filter(dates -> !known.contains(new Clash(one.claim().id(), dates)))
                        .map(dates -> opened(one.claim(), dates)))
                .toList());
    }

    /** Nights for which a claim has no unit. */
    private record Clash(ClaimId claim, StayDates dates) {}

    private void resolve(PropertyId property, List<UUID> ids) {
        for (List<UUID> part : Parts.of(ids, MAX_NAMED)) {
            jdbc.sql(RESOLVE)
                    .param("property", property.value())
                    .param("ids", part)
                    .param("now", clock.millis())
                    .update();
        }
    }

    private DoubleBooking opened(Claim claim, StayDates dates) {
        return new DoubleBooking(
                identifiers.next(),
                claim.property(),
                claim.roomType(),
                claim.id(),
                dates,
                State.OPEN,
                Version.FIRST,
                Instant.ofEpochMilli(clock.millis()));
    }

    private void open(List<DoubleBooking> opened) {
        for (List<DoubleBooking> part : Parts.of(opened, MAX_ROWS)) {
            jdbc.sql(INSERT)
                    .param("rows", part.stream().map(JdbcDoubleBookings::row).toList())
                    .update();
        }
        if (!opened.isEmpty()) {
            transactions.afterCommit(() -> opened.forEach(JdbcDoubleBookings::log));
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

    private static void log(DoubleBooking opened) {
        LOG.warn(
                "event=double-booking property={} doubleBooking={} roomType={} arrival={} departure={}",
                opened.property(),
                opened.id(),
                opened.roomType(),
                opened.dates().arrival(),
                opened.dates().departure());
    }

    private static DoubleBooking doubleBooking(PropertyId property, ResultSet row) throws SQLException {
        return new DoubleBooking(
                UUID.fromString(row.getString("double_booking")),
                property,
                new RoomTypeId(UUID.fromString(row.getString("room_type"))),
                new ClaimId(UUID.fromString(row.getString("claim"))),
                new StayDates(IsoDates.parse(row.getString("arrival")), IsoDates.parse(row.getString("departure"))),
                State.valueOf(row.getString("state")),
                new Version(row.getLong("version")),
                Instant.ofEpochMilli(row.getLong("created_ms")));
    }
}
