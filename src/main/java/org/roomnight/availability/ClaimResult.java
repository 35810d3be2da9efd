package org.roomnight.availability;

import java.util.List;

/** How a request for nights ended. */
public sealed interface ClaimResult {

    /** All nights of all requests are held, in the order of the requests. */
    record Claimed(List<Claim> claims) implements ClaimResult {
        public Claimed {
            claims = List.copyOf(claims);
        }
    }

    /** Some nights are taken, and so nothing was claimed; one entry a room type. */
    record Taken(List<TakenNights> taken) implements ClaimResult {
        public Taken {
            taken = List.copyOf(taken);
        }
    }
}
