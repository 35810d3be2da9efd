package org.roomnight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.Price;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.BookingFacts.StayFacts;

/** What a sender says of a booking, in the making. */
public record ABooking(
        List<StayFacts> stays,
        String lastName,
        Price price,
        @Nullable Instant createdAt,
        boolean cancelled,
        @Nullable Long sourceVersion) {

    public static ABooking aBooking(StayFacts... stays) {
        Price price = new Price("EUR", new BigDecimal("450.00"));
        return new ABooking(List.of(stays), "Sample", price, null, false, null);
    }

    public ABooking named(String name) {
        return new ABooking(stays, name, price, createdAt, cancelled, sourceVersion);
    }

    public ABooking costing(String amount) {
        return new ABooking(
                stays, lastName, new Price("EUR", new BigDecimal(amount)), createdAt, cancelled, sourceVersion);
    }

    public ABooking createdAt(Instant moment) {
        return new ABooking(stays, lastName, price, moment, cancelled, sourceVersion);
    }

    public ABooking version(long version) {
        return new ABooking(stays, lastName, price, createdAt, cancelled, version);
    }

    public ABooking thatIsCancelled() {
        return new ABooking(stays, lastName, price, createdAt, true, sourceVersion);
    }

    public BookingFacts facts() {
        Guest guest = new Guest("Robin", lastName, "robin@example.com", "+34600000000");
        Details details = new Details("WNK-4F7Q2", guest, "Direct", "late arrival", price);
        return new BookingFacts(details, stays, createdAt, cancelled, null, sourceVersion);
    }
}
