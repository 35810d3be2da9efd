package org.roomnight.kernel;

import java.util.UUID;

/** Nights that staff took off sale, as one entry of theirs. */
public record BlockId(UUID value) implements Holder {

    @Override
    public String toString() {
        return value.toString();
    }
}
