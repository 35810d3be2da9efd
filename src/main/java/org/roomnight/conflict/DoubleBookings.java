package org.roomnight.conflict;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;

/** The double bookings of a property, kept in step with the night ledger. */
public interface DoubleBookings {

    /** All that are not resolved, oldest first. */
    List<DoubleBooking> unresolved(PropertyId property);

    /** Those of some claims that are not resolved, oldest first. */
    List<DoubleBooking> unresolved(PropertyId property, List<ClaimId> claims);

    Optional<DoubleBooking> find(PropertyId property, UUID id);

    /** Sets the state if the stored version is the given one; empty when it is not or nothing is stored. */
    Optional<DoubleBooking> setState(PropertyId property, UUID id, DoubleBooking.State state, Version expected);
}
