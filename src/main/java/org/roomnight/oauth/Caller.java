package org.roomnight.oauth;

import java.time.Instant;
import java.util.Set;
import org.roomnight.kernel.AccountId;

/**
 * Who sent a request, as its bearer token says.
 *
 * @param expiresAt the first moment at which the token is refused
 */
public record Caller(AccountId account, String clientId, Set<Scope> scopes, Instant expiresAt) {

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
