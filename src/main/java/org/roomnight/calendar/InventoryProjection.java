package org.roomnight.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimChange;
import org.roomnight.availability.NightLedger;
import org.roomnight.inventory.InventoryListener;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StayDates;

/** Renders stays again when the names in them change, and raises the revision when the calendar's own name does. */
final class InventoryProjection implements InventoryListener {

    private final CalendarRows rows;
    private final CalendarChanges changes;
    private final ClaimProjection projection;
    private final NightLedger ledger;
    private final StaffCalendars staff;

    InventoryProjection(
            CalendarRows rows,
            CalendarChanges changes,
            ClaimProjection projection,
            NightLedger ledger,
            StaffCalendars staff) {
        this.rows = rows;
        this.changes = changes;
        this.projection = projection;
        this.ledger = ledger;
        this.staff = staff;
    }

    @Override
    public void propertyChanged(Property now) {
        changes.raise(now.id());
    }

    @Override
    public void roomTypeChanged(RoomType now) {
        changes.raise(now.property()); // its calendar is new, or has another title or color
        Map<String, String> tags = new HashMap<>();
        rows.members(now.property(), Collection.of(now.id())).forEach(stay -> tags.put(stay.name(), stay.etag()));
        List<ClaimChange> different =
                ledger.inRoomType(now.property(), now, StayDates.EARLIEST, StayDates.LATEST).stream()
                        .filter(claim -> ClaimProjection.shows(claim) && looksDifferent(claim, now, tags))
                        .map(claim -> (ClaimChange) new ClaimChange.Changed(claim, claim, now))
                        .toList();
        projection.changed(now.property(), different);
    }

    /** A room type of that name would hide the calendar that staff made. */
    @Override
    public Set<String> namesTaken(PropertyId property) {
        return staff.names(property);
    }

    /** It had no nights ever, so what is in its calendar are entries without a block, and blocks of other rooms. */
    @Override
    public void roomTypeRemoved(RoomType before) {
        staff.clear(before.property(), Collection.of(before.id()));
    }

    private static boolean looksDifferent(Claim claim, RoomType roomType, Map<String, String> tags) {
        String now = new StayEvent(claim, roomType).render().etag();
        return !now.equals(tags.get(StayEvent.name(claim)));
    }
}
