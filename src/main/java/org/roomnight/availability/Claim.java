package org.roomnight.availability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Holder;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * Whatever occupies one unit of a room type for nights. With a
 * {@code wantedUnit} all its nights are in that unit or have none. {@code history} tells when it was made and last
 * changed, so that calendars never need to say "now".
 */
public record Claim(
        ClaimId id,
        PropertyId property,
        Holder holder,
        RoomTypeId roomType,
        StayDates dates,
        ClaimLabel label,
        @Nullable UnitId wantedUnit,
        Placement placement,
        History history) {

    Claim placed(Placement placement) {
        return new Claim(id, property, holder, roomType, dates, label, wantedUnit, placement, history);
    }

    Claim inAnyUnit() {
        return new Claim(id, property, holder, roomType, dates, label, null, placement, history);
    }

    Claim changed(Instant now) {
        return new Claim(id, property, holder, roomType, dates, label, wantedUnit, placement, history.changed(now));
    }

    /** {@code sequence} counts changes, 0 when new (RFC 5545 §3.8.7.4). */
    public record History(int sequence, Instant createdAt, Instant changedAt) {

        History changed(Instant now) {
            return new History(sequence + 1, createdAt, now);
        }
    }
}
