package org.roomnight.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.TakenNights;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;

/** The bookings of a property. */
public interface Bookings {

    /**
     * Sells: every night of every room stay, or none. The receipt is issued inside the transaction, so that who sends the
     * sale again gets the same one and buys nothing twice.
     */
    <A> Sale<A> sell(PropertyId property, BookingId id, BookingFacts facts, Receipts<A> receipts);

    /** How a sale ended. */
    sealed interface Sale<A> {
        record Sold<A>(A answer) implements Sale<A> {}

        /** The same sale was sent before: this was the answer. */
        record Replayed<A>(A answer) implements Sale<A> {}

        /** Nothing was sold, because these nights are taken. */
        record Taken<A>(List<TakenNights> nights) implements Sale<A> {
            public Taken {
                nights = List.copyOf(nights);
            }
        }

        /** The key was used before with another request; nothing was sold. */
        record KeyReused<A>() implements Sale<A> {}

        /** There is already a booking of that identifier; nothing was sold. */
        record IdentifierUsed<A>() implements Sale<A> {}
    }

    /**
     * Records a booking that exists elsewhere. Never refused because of taken nights: those become double bookings.
     * A stay whose room type nobody can tell is kept without one. One that is cancelled and recorded as not cancelled is
     * a booking again. Saying the same thing twice changes nothing.
     */
    Recording record(PropertyId property, BookingId id, BookingFacts facts);

    /** How a recording ended. */
    sealed interface Recording {
        record Created(Booking now) implements Recording {}

        record Changed(Booking now) implements Recording {}

        /** Something newer is stored; nothing was changed. */
        record OlderThanStored(long storedSourceVersion) implements Recording {}
    }

    /**
     * Cancels and frees the nights; a booking that is cancelled already stays as it is. {@code said} is kept, as JSON.
     */
    Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected, @Nullable String said);

    /** With nothing said of it. */
    default Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected) {
        return cancel(property, id, expected, null);
    }

    /** How a cancellation ended. */
    sealed interface Cancellation {
        record Cancelled(Booking now) implements Cancellation {}

        record Unknown() implements Cancellation {}

        record Stale() implements Cancellation {}
    }

    /** Gives the stay at a position (from 0) its room; its nights are taken as those of a fact. */
    Placing place(PropertyId property, BookingId id, int position, RoomTypeId roomType, ExpectedVersion expected);

    /** How it ended. */
    sealed interface Placing {
        record Placed(Booking now) implements Placing {}

        /** There is no such booking, stay or room type. */
        record Unknown() implements Placing {}

        record Stale() implements Placing {}

        /** The stay has another room, or none because the booking is cancelled; nothing was changed. */
        record NotWaiting() implements Placing {}
    }

    /**
     * Gives stays their rooms that wait for one and have a room type of their name or rate by now, in short writes. A change
     * of a room type does so itself, for the first of them; this does the rest.
     */
    void placeWaiting();

    /** The same of one property, for some hundred bookings: for who has just changed a room type. */
    void placeWaiting(PropertyId property);

    Optional<Booking> find(PropertyId property, BookingId id);

    /** Where a list goes on: after this arrival and booking. */
    record ListPosition(LocalDate firstArrival, BookingId booking) {}

    /** Bookings of a filter by first arrival and identifier, from after a position and without the first {@code skip}. */
    List<Booking> list(PropertyId property, BookingFilter filter, @Nullable ListPosition after, int skip, int size);

    /** Bookings with a night in [from, to), cancelled ones too. */
    default List<Booking> list(
            PropertyId property, LocalDate from, LocalDate to, @Nullable ListPosition after, int size) {
        return list(property, new BookingFilter(from, to, BookingFilter.State.ALL, null), after, 0, size);
    }

    /** Where the page after this booking begins. */
    static ListPosition position(Booking booking) {
        return new ListPosition(
                booking.roomStays().stream()
                        .map(stay -> stay.dates().arrival())
                        .min(LocalDate::compareTo)
                        .orElse(StayDates.EARLIEST),
                booking.id());
    }
}
