package org.roomnight.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Version;

/** How a write of a property or a room type ended. */
public sealed interface PutResult<T> {

    record Created<T>(T now) implements PutResult<T> {}

    record Changed<T>(T now) implements PutResult<T> {}

    /** The caller's version is not the stored one, or there is nothing stored to change; nothing was changed. */
    record Stale<T>() implements PutResult<T> {}

    /** It exists and the caller named no version; nothing was changed. */
    record VersionNeeded<T>(Version stored) implements PutResult<T> {}

    /** A rate is bound to this other room type already; nothing was changed. */
    record RateBound<T>(RoomType other) implements PutResult<T> {}

    /** So many units are not enough for what is sold on these nights, in date order; nothing was changed. */
    record TooFewUnits<T>(List<LocalDate> nights) implements PutResult<T> {
        public TooFewUnits {
            nights = List.copyOf(nights);
        }
    }

    /** Why nothing may be written; empty when it may. */
    static <T> Optional<PutResult<T>> mismatch(ExpectedVersion expected, @Nullable Version stored) {
        return expected.mismatch(stored).map(mismatch -> switch (mismatch) {
            case ExpectedVersion.Mismatch.Stale _ -> new Stale<>();
            case ExpectedVersion.Mismatch.VersionNeeded(Version known) -> new VersionNeeded<>(known);
        });
    }
}
