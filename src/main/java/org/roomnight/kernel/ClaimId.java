package org.roomnight.kernel;

import java.util.UUID;

/** A claim: one stay or block that occupies a unit for nights. */
public record ClaimId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
