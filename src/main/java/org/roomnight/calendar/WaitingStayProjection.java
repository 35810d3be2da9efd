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
        names.forEach(name -> log.add(new Change(Collection.BOOKINGS, name, false)));
        List<String> gone = before == null
                ? List.of()
                : WaitingStayEvent.of(before).stream()
                        .map(WaitingStayEvent::name)
                        .filter(name -> !names.contains(name))
                        .toList();
        gone.forEach(name -> log.add(new Change(Collection.BOOKINGS, name, true)));
        rows.save(now.property(), events.stream().map(WaitingStayEvent::render).toList(), stamp);
        rows.delete(now.property(), gone);
        rows.log(now.property(), log, stamp);
    }
}
