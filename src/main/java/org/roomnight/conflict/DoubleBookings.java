package org.roomnight.conflict;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The double bookings of a property, kept in step with the night ledger: they hear of claims inside their transaction, so
 * that a clash and its record commit together (rule 2).
 */
public final class DoubleBookings implements ClaimListener {

    private static final Logger LOG = LoggerFactory.getLogger(DoubleBookings.class);

    private final DoubleBookingRows rows;
    private final Transactions transactions;
    private final IdentifierSource identifiers;
    private final InstantSource clock;

    DoubleBookings(Database database, IdentifierSource identifiers, InstantSource clock) {
        this.rows = new DoubleBookingRows(database.jdbc());
        this.transactions = database.transactions();
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** All that are not resolved, oldest first. */
    public List<DoubleBooking> unresolved(PropertyId property) {
        return transactions.read(() -> rows.unresolved(property));
    }

    /** Those of some claims that are not resolved, oldest first. */
    public List<DoubleBooking> unresolved(PropertyId property, List<ClaimId> claims) {
        return claims.isEmpty() ? List.of() : transactions.read(() -> rows.unresolved(property, claims));
    }

    public Optional<DoubleBooking> find(PropertyId property, UUID id) {
        return transactions.read(() -> rows.find(property, id));
    }

    /** Sets the state if the stored version is the given one; empty when it is not or nothing is stored. */
    public Optional<DoubleBooking> setState(PropertyId property, UUID id, State state, Version expected) {
        return transactions.write(
                property,
                () -> rows.setState(property, id, state, expected, now()) ? find(property, id) : Optional.empty());
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
        Map<ClaimId, Clashing> clashing = new LinkedHashMap<>();
        changes.stream()
                .flatMap(Clashing::of)
                .forEach(one -> clashing.put(one.claim().id(), one));
        List<UUID> gone = new ArrayList<>();
        Set<Clash> known = new HashSet<>();
        for (DoubleBooking unresolved : unresolved(property, List.copyOf(clashing.keySet()))) {
            if (Objects.requireNonNull(clashing.get(unresolved.claim())).has(unresolved)) {
                known.add(new Clash(unresolved.claim(), unresolved.dates()));
            } else {
                gone.add(unresolved.id());
            }
        }
        rows.resolve(property, gone, now());
        open(clashing.values().stream()
                .flatMap(one -> one.clashes().stream()
                        .filter(dates -> !known.contains(new Clash(one.claim().id(), dates)))
                        .map(dates -> opened(one.claim(), dates)))
                .toList());
    }

    /** Nights for which a claim has no unit. */
    private record Clash(ClaimId claim, StayDates dates) {}

    private DoubleBooking opened(Claim claim, StayDates dates) {
        return new DoubleBooking(
                identifiers.next(),
                claim.property(),
                claim.roomType(),
                claim.id(),
                dates,
                State.OPEN,
                Version.FIRST,
                now());
    }

    private void open(List<DoubleBooking> opened) {
        rows.insert(opened);
        if (!opened.isEmpty()) {
            transactions.afterCommit(() -> opened.forEach(DoubleBookings::log));
        }
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

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
