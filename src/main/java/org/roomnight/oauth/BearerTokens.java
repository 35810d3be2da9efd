package org.roomnight.oauth;

import java.util.Optional;

/**
 * Tells whose a bearer token is. A token that is unknown, expired, revoked or of a revoked client is nobody's: on this
 * node from the moment of the revocation, on the others within one second.
 *
 * <p>Throws {@code StorageUnavailableException} or {@link IssuerUnavailableException} when nobody can tell now: a door
 * answers 503 then.
 */
public interface BearerTokens {

    Optional<Caller> check(String token);

    /** Whether the token is still good that was this caller's when it was let in; inside a write its transaction is asked. */
    boolean isStillGood(String token, Caller caller);
}
