package org.roomnight.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.availability.TakenNights;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.PropertyId;

/** The bookings of a property. */
public interface Bookings {

    /**
     * Sells: every night of every room stay, or none. The answer is rendered of the booking and its claims inside the transaction and, where the
     * caller gave a key, kept with it, so that a retry gets the same bytes and sells nothing twice.
     */
    Sale sell(
            PropertyId property,
            BookingId id,
            BookingFacts facts,
            BiFunction<Booking, List<Claim>, StoredAnswer> render,
            @Nullable IdempotencyKey key);

    /** How a sale ended. */
    sealed interface Sale {
        record Sold(StoredAnswer answer) implements Sale {}

        /** The key was used before with the same request: this was the answer. */
        record Replayed(StoredAnswer answer) implements Sale {}

        /** Nothing was sold, because these nights are taken. */
        record Taken(List<TakenNights> nights) implements Sale {
            public Taken {
                nights = List.copyOf(nights);
            }
        }

        /** The key was used before with another request; nothing was sold. */
        record KeyReused() implements Sale {}

        /** There is already a booking of that identifier; nothing was sold. */
        record IdentifierUsed() implements Sale {}
    }

    /**
     * Records a booking that exists elsewhere. Never refused because of taken nights: those become double bookings.
     * Saying the same thing twice changes nothing.
     */
    Recording record(PropertyId property, BookingId id, BookingFacts facts);

    /** How a recording ended. */
    sealed interface Recording {
        record Created(Booking now) implements Recording {}

        record Changed(Booking now) implements Recording {}

        /** Something newer is stored; nothing was changed. */
        record OlderThanStored(long storedSourceVersion) implements Recording {}

        /** It is cancelled, and the sender did not prove by a higher source version that it knows. */
        record AlreadyCancelled() implements Recording {}
    }

    /** Cancels and frees the nights; a booking that is cancelled already stays as it is. */
    Cancellation cancel(PropertyId property, BookingId id, ExpectedVersion expected);

    /** How a cancellation ended. */
    sealed interface Cancellation {
        record Cancelled(Booking now) implements Cancellation {}

        record Unknown() implements Cancellation {}

        record Stale() implements Cancellation {}
    }

    Optional<Booking> find(PropertyId property, BookingId id);

    /** Where a list goes on: after this arrival and booking. */
    record ListPosition(LocalDate firstArrival, BookingId booking) {}

    /** Bookings with a night in [from, to), cancelled ones too, by first arrival and identifier. */
    List<Booking> list(PropertyId property, LocalDate from, LocalDate to, @Nullable ListPosition after, int size);

    /** Forgets idempotency keys that are older than the promise to remember them; answers how many. */
    int forgetOldKeys();

    /** Where the page after this booking begins. */
    static ListPosition position(Booking booking) {
        return new ListPosition(
                booking.roomStays().stream()
                        .map(stay -> stay.dates().arrival())
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                booking.id());
    }
}
