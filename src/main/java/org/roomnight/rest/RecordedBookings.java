package org.roomnight.rest;

import java.util.List;
import java.util.Optional;
import org.roomnight.booking.Booking;
import org.roomnight.conflict.DoubleBookings;

/** Shows bookings to who has just stated them as facts: with the nights on which they are double bookings. */
final class RecordedBookings {

    private final DoubleBookings doubleBookings;
    private final BookingMapper mapper;
    private final DoubleBookingMapper clashes;

    RecordedBookings(DoubleBookings doubleBookings, BookingMapper mapper, DoubleBookingMapper clashes) {
        this.doubleBookings = doubleBookings;
        this.mapper = mapper;
        this.clashes = clashes;
    }

    BookingDto show(Booking booking, RoomTypeLookup lookup) {
        List<DoubleBookingDto> open = Optional.of(booking)
                .filter(now -> !now.state().cancelled())
                .map(now -> doubleBookings.unresolved(now.property(), now.claims()))
                .orElse(List.of())
                .stream()
                .map(clash -> clashes.show(clash, lookup))
                .toList();
        return mapper.show(booking, lookup, open);
    }
}
