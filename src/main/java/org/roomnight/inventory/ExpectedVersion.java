package org.roomnight.inventory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** What a write answers to a caller who believes something else than what is stored; nothing is changed. */
    sealed interface Mismatch {
        /** The caller's version is not the stored one, or there is nothing stored to change. */
        record Stale() implements Mismatch {}

        /** It exists and the caller named no version. */
        record VersionNeeded(Version stored) implements Mismatch {}
    }

    /**
     * The rule of every write that makes or changes a record; empty when the write may go on.
     *
     * @param stored null where nothing is stored yet: then only a caller who said nothing may make it
     */
    default Optional<Mismatch> mismatch(@Nullable Version stored) {
        if (this instanceof Unsaid) {
            return Optional.ofNullable(stored).map(Mismatch.VersionNeeded::new);
        }
        return stored != null && accepts(stored) ? Optional.empty() : Optional.of(new Mismatch.Stale());
    }
}
