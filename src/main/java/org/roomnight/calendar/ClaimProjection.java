package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.List;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimKind;
import org.roomnight.availability.ClaimListener;
import org.roomnight.calendar.CalendarRows.Change;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.Stamp;

/**
 * Keeps the calendar objects in step with the claims: object, change log and revision are written in the transaction
 * of the claim (DESIGN rule 9).
 */
final class ClaimProjection implements ClaimListener {

    private final CalendarRows rows;
    private final CalendarChanges changes;

    ClaimProjection(CalendarRows rows, CalendarChanges changes) {
        this.rows = rows;
        this.changes = changes;
    }

    @Override
    public void claimed(Claim now, RoomType roomType) {
        if (shown(now)) {
            save(now, roomType, List.of());
        }
    }

    @Override
    public void changed(Claim before, Claim now, RoomType roomType) {
        if (shown(now)) {
            boolean moved = !before.roomType().equals(now.roomType());
            save(now, roomType, moved ? List.of(gone(before)) : List.of());
        }
    }

    @Override
    public void released(Claim before) {
        if (shown(before)) {
            rows.delete(before.property(), StayEvent.name(before));
            Stamp stamp = changes.raise(before.property());
            rows.log(
                    before.property(),
                    List.of(new Change(Collection.BOOKINGS, StayEvent.name(before), true), gone(before)),
                    stamp);
        }
    }

    void save(Claim claim, RoomType roomType, List<Change> further) {
        Stamp stamp = changes.raise(claim.property());
        rows.save(claim.property(), new StayEvent(claim, roomType).render(), stamp);
        List<Change> log = new ArrayList<>(further);
        log.add(new Change(Collection.BOOKINGS, StayEvent.name(claim), false));
        log.add(new Change(Collection.of(claim.roomType()), StayEvent.name(claim), false));
        rows.log(claim.property(), log, stamp);
    }

    private static Change gone(Claim claim) {
        return new Change(Collection.of(claim.roomType()), StayEvent.name(claim), true);
    }

    private static boolean shown(Claim claim) {
        return claim.kind() == ClaimKind.ROOM_STAY;
    }
}
