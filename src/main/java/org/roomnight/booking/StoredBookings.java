package org.roomnight.booking;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.PropertyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings with their stays as rows; tells of those whose room is not known. */
final class StoredBookings {

    private final RoomStayRows stays;
    private final BookingRows rows;
    private final Supplier<List<BookingListener>> listeners;

    StoredBookings(JdbcClient jdbc, Supplier<List<BookingListener>> listeners) {
        this.stays = new RoomStayRows(jdbc);
        this.rows = new BookingRows(jdbc, stays);
        this.listeners = listeners;
    }

    RoomStayRows stays() {
        return stays;
    }

    Optional<Booking> find(PropertyId property, BookingId id) {
        return rows.find(property, id);
    }

    void save(@Nullable Booking before, Booking now) {
        rows.save(now);
        stays.replace(now);
        boolean waited = before != null && !before.waiting().isEmpty();
        if (waited || !now.waiting().isEmpty()) {
            listeners.get().forEach(listener -> listener.written(before, now));
        }
    }
}
