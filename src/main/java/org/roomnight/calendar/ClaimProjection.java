package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimChange;
import org.roomnight.availability.ClaimListener;
import org.roomnight.calendar.CalendarRows.Change;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.Holder;
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

    /** What changes of one holder has one revision: a booking of many units is one change, and is told once. */
    @Override
    public void changed(PropertyId property, List<ClaimChange> news) {
        List<RenderedStay> shown = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Map<Holder, List<Change>> log = new LinkedHashMap<>();
        for (ClaimChange one : news) {
            switch (one) {
                case ClaimChange.Claimed(Claim now, RoomType type)
                when shows(now) -> {
                    shown.add(new StayEvent(now, type).render());
                    log(log, now, there(now));
                }
                case ClaimChange.Changed(Claim before, Claim now, RoomType type)
                when shows(now) -> {
                    shown.add(new StayEvent(now, type).render());
                    log(log, now, before.roomType().equals(now.roomType()) ? there(now) : movedHere(before, now));
                }
                case ClaimChange.Released(Claim before)
                when shows(before) -> {
                    gone.add(StayEvent.name(before));
                    log(
                            log,
                            before,
                            List.of(new Change(Collection.BOOKINGS, StayEvent.name(before), true), gone(before)));
                }
                case ClaimChange _ -> {} // of a holder that has entries of its own
            }
        }
        if (!log.isEmpty()) {
            Stamp stamp = changes.raise(property, log.size());
            rows.delete(property, gone);
            rows.save(property, shown, stamp);
            rows.logEach(property, List.copyOf(log.values()), stamp);
        }
    }

    private static void log(Map<Holder, List<Change>> log, Claim claim, List<Change> changes) {
        log.computeIfAbsent(claim.holder(), _ -> new ArrayList<>()).addAll(changes);
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

    /** Whether the calendars show a claim as it is; blocks have entries of their own. */
    static boolean shows(Claim claim) {
        return switch (claim.holder()) {
            case BookingId _ -> true;
            case BlockId _ -> false;
        };
    }
}
