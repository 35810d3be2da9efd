package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;

/** Claims that change, claims that are new and claims that are given up, all at once. */
record ClaimExchange(PropertyId property, List<Change> changes, List<ClaimRequest> added, List<Claim> givenUp) {

    ClaimExchange {
        changes = changes.stream().filter(Change::isOne).toList();
        added = List.copyOf(added);
        givenUp = List.copyOf(givenUp);
    }

    /** A claim and what it is to become. */
    record Change(Claim before, ClaimRequest request) {

        boolean movesNights() {
            return !before.roomType().equals(request.roomType().id())
                    || !before.dates().equals(request.dates())
                    || !Objects.equals(before.wantedUnit(), request.unit());
        }

        boolean isOne() {
            return movesNights() || !before.label().equals(request.label());
        }

        /** The unit that the claim is in, which it keeps where that is free. */
        @Nullable
        UnitId known() {
            return before.placement().nights().values().stream().findFirst().orElse(null);
        }
    }

    /** The claims whose nights become free before anything is taken. */
    List<Claim> leaving() {
        List<Claim> leaving = new ArrayList<>(givenUp);
        moving().map(Change::before).forEach(leaving::add);
        return leaving;
    }

    Stream<Change> moving() {
        return changes.stream().filter(Change::movesNights);
    }

    /** What looks for units, in the order in which it gets them. */
    List<ClaimRequest> seeking() {
        return Stream.concat(moving().map(Change::request), added.stream()).toList();
    }

    /** All that became of the claims, given what those that changed and those that are new are now. */
    List<ClaimChange> told(List<Claim> changed, List<Claim> fresh) {
        List<ClaimChange> told = new ArrayList<>();
        givenUp.forEach(claim -> told.add(new ClaimChange.Released(claim)));
        for (int i = 0; i < changed.size(); i++) {
            Change change = changes.get(i);
            told.add(new ClaimChange.Changed(
                    change.before(), changed.get(i), change.request().roomType()));
        }
        for (int i = 0; i < fresh.size(); i++) {
            told.add(new ClaimChange.Claimed(fresh.get(i), added.get(i).roomType()));
        }
        return told;
    }

    /** Nights of a room type that may have more room afterwards; both ends are included. */
    record Freed(RoomTypeId roomType, LocalDate first, LocalDate last) {

        private Freed with(Freed other) {
            return new Freed(
                    roomType,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /** What had a unit and leaves it; a claim that had none leaves nothing behind. */
    List<Freed> freed() {
        Map<RoomTypeId, Freed> freed = new LinkedHashMap<>();
        for (Claim claim : leaving()) {
            SortedMap<LocalDate, UnitId> nights = claim.placement().nights();
            if (!nights.isEmpty()) {
                Freed left = new Freed(claim.roomType(), nights.firstKey(), nights.lastKey());
                freed.merge(claim.roomType(), left, Freed::with);
            }
        }
        return List.copyOf(freed.values());
    }
}
