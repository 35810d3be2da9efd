package org.roomnight.availability;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;

/** Claims that change, claims that are new and claims that are given up, all at once. */
record Exchange(PropertyId property, List<Change> changes, List<ClaimRequest> added, List<Claim> givenUp) {

    Exchange {
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

    /** The room types that have more room afterwards, perhaps. */
    Set<RoomTypeId> freed() {
        Set<RoomTypeId> freed = new LinkedHashSet<>();
        leaving().forEach(claim -> freed.add(claim.roomType()));
        return freed;
    }
}
