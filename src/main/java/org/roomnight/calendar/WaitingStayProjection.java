package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingListener;
import org.roomnight.calendar.CalendarRows.Change;
import org.roomnight.kernel.Stamp;

/** Keeps stays whose room is not known in the calendar of all bookings, for they have no claim that would. */
final class WaitingStayProjection implements BookingListener {

    private final CalendarRows rows;
    private final CalendarChanges changes;

    WaitingStayProjection(CalendarRows rows, CalendarChanges changes) {
        this.rows = rows;
        this.changes = changes;
    }

    @Override
    public void written(@Nullable Booking before, Booking now) {
        List<WaitingStayEvent> events = WaitingStayEvent.of(now);
        Set<String> names = events.stream().map(WaitingStayEvent::name).collect(Collectors.toSet());
        Stamp stamp = changes.raise(now.property());
        List<Change> log = new ArrayList<>();
        for (WaitingStayEvent event : events) {
            rows.save(now.property(), event.render(), stamp);
            log.add(new Change(Collection.BOOKINGS, event.name(), false));
        }
        for (WaitingStayEvent gone : before == null ? List.<WaitingStayEvent>of() : WaitingStayEvent.of(before)) {
            if (!names.contains(gone.name())) {
                rows.delete(now.property(), gone.name());
                log.add(new Change(Collection.BOOKINGS, gone.name(), true));
            }
        }
        rows.log(now.property(), log, stamp);
    }
}
