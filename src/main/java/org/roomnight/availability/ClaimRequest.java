package org.roomnight.availability;

import java.util.UUID;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.StayDates;

/** One unit of a room type wanted for some nights. {@code holder} is the booking or block that it is for. */
public record ClaimRequest(
        ClaimId id, ClaimKind kind, UUID holder, RoomType roomType, StayDates dates, ClaimLabel label) {

    ClaimRequest of(RoomType now) {
        return new ClaimRequest(id, kind, holder, now, dates, label);
    }
}
