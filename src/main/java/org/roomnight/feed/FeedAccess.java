package org.roomnight.feed;

import org.roomnight.kernel.AccountId;

/** Tells what a bearer token may read here; the root configuration connects it with OAuth2. */
@FunctionalInterface
public interface FeedAccess {

    /** Throws {@code StorageUnavailableException} when nobody can tell now. */
    Bearer check(String token);

    /** Whose a token is. */
    sealed interface Bearer {
        /** It may read the bookings of this account. */
        record Reader(AccountId account) implements Bearer {}

        /** It is good, but not for reading bookings. */
        record ScopeMissing() implements Bearer {}

        /** Unknown, expired or revoked. */
        record Nobody() implements Bearer {}
    }
}
