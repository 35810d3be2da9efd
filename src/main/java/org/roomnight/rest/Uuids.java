package org.roomnight.rest;

import java.util.Optional;
import java.util.UUID;

/** Identifiers as clients write them: 36 characters of RFC 9562 §4, in either case. */
final class Uuids {

    private Uuids() {}

    /** {@link UUID#fromString} alone would also take {@code 1-1-1-1-1}. */
    static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** An identifier of an address; what is none names nothing. */
    static UUID ofPath(String text) {
        return parse(text).orElseThrow(Refusals::notFound);
    }
}
