package org.roomnight.availability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * One unit of a room type wanted for some nights. {@code holder} is the booking or block that it is for. With a
 * {@code unit} only that one will do; one that the room type does not have (any more) is no wish.
 */
public record ClaimRequest(
        ClaimId id,
        ClaimKind kind,
        UUID holder,
        RoomType roomType,
        StayDates dates,
        ClaimLabel label,
        @Nullable UnitId unit) {

    public ClaimRequest {
        unit = unit != null && roomType.unitIds().contains(unit) ? unit : null;
    }

    /** Any unit will do. */
    public ClaimRequest(ClaimId id, ClaimKind kind, UUID holder, RoomType roomType, StayDates dates, ClaimLabel label) {
        this(id, kind, holder, roomType, dates, label, null);
    }

    ClaimRequest of(RoomType now) {
        return new ClaimRequest(id, kind, holder, now, dates, label, unit);
    }
}
