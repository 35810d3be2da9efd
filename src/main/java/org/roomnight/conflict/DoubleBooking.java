package org.roomnight.conflict;

import java.time.Instant;
import java.util.UUID;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Version;

/**
 * More claims than units: {@code claim} came last and found no unit of the room type on these nights. It stays known
 * after it is resolved.
 */
public record DoubleBooking(
        UUID id,
        PropertyId property,
        RoomTypeId roomType,
        ClaimId claim,
        StayDates dates,
        State state,
        Version version,
        Instant createdAt) {

    /** Whether somebody still has to act. */
    public enum State {
        OPEN,
        /** Seen, and somebody asked to be left alone with it. */
        SNOOZED,
        /** Every claim has a unit again, or staff said that it is settled. */
        RESOLVED
    }
}
