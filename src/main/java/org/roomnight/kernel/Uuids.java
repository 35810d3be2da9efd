package org.roomnight.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identifiers as clients write them: 36 characters of RFC 9562 §4, in either case. */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** Empty for what is no UUID; {@link UUID#fromString} alone would also take {@code 1-1-1-1-1}. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
