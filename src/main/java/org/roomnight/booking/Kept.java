package org.roomnight.booking;

import org.jspecify.annotations.Nullable;

/**
 * What is kept with a booking for who reads it, each as JSON that the door wrote and nothing here looks into: members
 * that nothing here knows, what of the last statement had to be repaired, and what was said when it was cancelled.
 */
public record Kept(
        @Nullable String members,
        @Nullable String warnings,
        @Nullable String cancellation) {

    static final Kept NOTHING = new Kept(null, null, null);

    Kept withWarnings(@Nullable String others) {
        return new Kept(members, others, cancellation);
    }

    Kept withCancellation(@Nullable String other) {
        return new Kept(members, warnings, other);
    }
}
