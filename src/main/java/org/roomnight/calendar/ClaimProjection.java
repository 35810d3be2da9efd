package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimChange;
import org.roomnight.availability.ClaimKind;
import org.roomnight.availability.ClaimListener;
import org.roomnight.calendar.CalendarRows.Change;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;

/**
 * Keeps the calendar objects in step with the claims: objects, change log and revision are written in the transaction
 * of the claims (rule 9).
 */
final class ClaimProjection implements ClaimListener {

    private final CalendarRows rows;
    private final CalendarChanges changes;

    ClaimProjection(CalendarRows rows, CalendarChanges changes) {
        this.rows = rows;
        this.changes = changes;
    }

    @Override
    public void changed(PropertyId property, List<ClaimChange> news) {
        List<RenderedStay> shown = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<List<Change>> log = new ArrayList<>();
        for (ClaimChange one : news) {
            switch (one) {
                case ClaimChange.Claimed(Claim now, RoomType type)
                when isShown(now) -> {
                    shown.add(new StayEvent(now, type).render());
                    log.add(there(now));
                }
                case ClaimChange.Changed(Claim before, Claim now, RoomType type)
                when isShown(now) -> {
                    shown.add(new StayEvent(now, type).render());
                    log.add(before.roomType().equals(now.roomType()) ? there(now) : movedHere(before, now));
                }
                case ClaimChange.Released(Claim before)
                when isShown(before) -> {
                    gone.add(StayEvent.name(before));
                    log.add(List.of(new Change(Collection.BOOKINGS, StayEvent.name(before), true), gone(before)));
                }
                case ClaimChange _ -> {} // blocks have entries of their own
            }
        }
        if (!log.isEmpty()) {
            Stamp stamp = changes.raise(property, log.size());
            rows.delete(property, gone);
            rows.save(property, shown, stamp);
            rows.logEach(property, log, stamp);
        }
    }

    private static List<Change> there(Claim claim) {
        return List.of(
                new Change(Collection.BOOKINGS, StayEvent.name(claim), false),
                new Change(Collection.of(claim.roomType()), StayEvent.name(claim), false));
    }

    private static List<Change> movedHere(Claim before, Claim now) {
        return Stream.concat(Stream.of(gone(before)), there(now).stream()).toList();
    }

    private static Change gone(Claim claim) {
        return new Change(Collection.of(claim.roomType()), StayEvent.name(claim), true);
    }

    private static boolean isShown(Claim claim) {
        return claim.kind() == ClaimKind.ROOM_STAY;
    }
}
