package org.roomnight.inventory;

import org.roomnight.kernel.Version;

/** What the caller believes to be stored: the If-Match of a REST call (RFC 9110 §13.1.1). */
public sealed interface ExpectedVersion {

    /** The caller said nothing. */
    record Unsaid() implements ExpectedVersion {}

    /** Whatever is stored, as long as there is something. */
    record Any() implements ExpectedVersion {}

    record Exactly(Version version) implements ExpectedVersion {}

    /** Whether a stored record in this version is what the caller believes. */
    default boolean accepts(Version stored) {
        return switch (this) {
            case Unsaid _ -> false;
            case Any _ -> true;
            case Exactly(Version version) -> version.equals(stored);
        };
    }
}
