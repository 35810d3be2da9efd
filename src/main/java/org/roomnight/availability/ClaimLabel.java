package org.roomnight.availability;

import org.jspecify.annotations.Nullable;

/**
 * What calendars may show of a claim. All texts come from outside and are escaped where they leave. {@code title} says
 * what a claim is that is no guest's, such as "Owner stay"; its note is among the special requests.
 */
public record ClaimLabel(
        @Nullable String firstName,
        @Nullable String lastName,
        Party party,
        @Nullable String bookingCode,
        @Nullable String channel,
        @Nullable String specialRequests,
        @Nullable String title) {

    /** A guest's. */
    public ClaimLabel(
            @Nullable String firstName,
            @Nullable String lastName,
            Party party,
            @Nullable String bookingCode,
            @Nullable String channel,
            @Nullable String specialRequests) {
        this(firstName, lastName, party, bookingCode, channel, specialRequests, null);
    }

    /** A block's: nobody known sleeps here. */
    public static ClaimLabel ofBlock(String title, @Nullable String note) {
        return new ClaimLabel(null, null, new Party(0, 0), null, null, note, title);
    }

    /** How many people sleep here. */
    public record Party(int adults, int children) {}
}
