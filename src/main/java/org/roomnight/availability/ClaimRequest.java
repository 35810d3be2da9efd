package org.roomnight.availability;

import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Holder;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** What a holder wants, and the claim that it is or will be. */
public record ClaimRequest(ClaimId id, Holder holder, Wanted wanted) {

    RoomType roomType() {
        return wanted.roomType();
    }

    StayDates dates() {
        return wanted.dates();
    }

    ClaimLabel label() {
        return wanted.label();
    }

    @Nullable
    UnitId unit() {
        return wanted.unit();
    }

    ClaimRequest of(RoomType now) {
        return new ClaimRequest(id, holder, new Wanted(now, wanted.unit(), wanted.dates(), wanted.label()));
    }
}
