package org.roomnight.availability;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roomnight.availability.ClaimWriter.Move;
import org.roomnight.inventory.InventoryListener;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomType.Unit;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * Empties units that are about to be retired: nights to come move to the units that stay, at the staff's own request
 * and never otherwise; who wanted just that unit gets another one. Where they do not fit nothing is moved.
 */
final class UnitRetirement implements InventoryListener {

    /** Nights named in a refusal at most, so that the answer stays readable. */
    static final int MAX_NIGHTS_NAMED = 100;

    private final NightLedger ledger;
    private final InstantSource clock;

    UnitRetirement(NightLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void roomTypeChanged(RoomType now) {
        ledger.settle(now.property(), now.id());
    }

    @Override
    public List<LocalDate> nightsUsed(RoomType roomType) {
        return ledger.everClaimed(roomType).stream()
                .flatMap(dates -> dates.everyNight().stream())
                .distinct()
                .sorted()
                .limit(MAX_NIGHTS_NAMED)
                .toList();
    }

    @Override
    public List<LocalDate> retiring(RoomType before, List<Unit> retired) {
        LocalDate today = earliestToday();
        List<UnitId> kept = before.unitIds().stream()
                .filter(unit -> retired.stream().noneMatch(gone -> gone.id().equals(unit)))
                .toList();
        Set<UnitId> stays = new HashSet<>(kept);
        List<Claim> coming = ledger.inRoomType(before.property(), before, today, StayDates.LATEST);
        Occupancy left = new Occupancy(today.minusDays(StayDates.MAX_NIGHTS), kept);
        coming.forEach(claim -> claim.placement().nights().forEach((night, unit) -> left.take(unit, night)));
        List<Move> moves = new ArrayList<>();
        TreeSet<LocalDate> misfits = new TreeSet<>();
        for (Claim claim : coming) {
            Placement moved = withoutRetired(claim, stays, today, left);
            moved.overbooked().stream()
                    .filter(night -> !claim.placement().overbooked().contains(night))
                    .forEach(misfits::add);
            boolean keepsWish = claim.wantedUnit() == null || stays.contains(claim.wantedUnit());
            Claim after = (keepsWish ? claim : claim.inAnyUnit()).placed(moved);
            if (!after.equals(claim)) {
                moves.add(new Move(claim, after));
            }
        }
        if (misfits.isEmpty()) {
            ledger.move(before, moves);
        }
        return List.copyOf(misfits);
    }

    private static Placement withoutRetired(Claim claim, Set<UnitId> kept, LocalDate today, Occupancy left) {
        SortedMap<LocalDate, UnitId> nights = new TreeMap<>(claim.placement().nights());
        List<LocalDate> homeless = nights.entrySet().stream()
                .filter(night -> !night.getKey().isBefore(today) && !kept.contains(night.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        nights.keySet().removeAll(homeless);
        Placement found = UnitReassignment.place(new Placement(nights, homeless), left);
        SortedSet<LocalDate> overbooked = new TreeSet<>(claim.placement().overbooked());
        overbooked.addAll(found.overbooked());
        return new Placement(found.nights(), List.copyOf(overbooked));
    }

    /** Today where the day ends last on earth: no night that may still be slept in is forgotten. */
    private LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }
}
