package org.roomnight.availability;

import org.jspecify.annotations.Nullable;

/** What calendars may show of a claim. All texts come from outside and are escaped where they leave. */
public record ClaimLabel(
        @Nullable String firstName,
        @Nullable String lastName,
        Party party,
        @Nullable String bookingCode,
        @Nullable String channel,
        @Nullable String specialRequests) {

    /** How many people sleep here. */
    public record Party(int adults, int children) {}
}
