package org.roomnight.booking;

import java.util.List;
import java.util.Optional;
import org.roomnight.availability.Claim;
import org.roomnight.booking.Bookings.Sale;

/**
 * What the caller of one sale is told, and what makes a sale that is sent again the same sale. Everything is called in
 * the transactions of the sale.
 *
 * @param <A> what a caller is told of a booking
 */
public interface Receipts<A> {

    /** How this sale ended when it was sent before: replayed, or refused as another one; empty when it is new. */
    Optional<Sale<A>> earlier();

    /** Tells of what was sold now, and keeps that for who sends the same sale again. */
    A issue(Booking booking, List<Claim> claims);
}
