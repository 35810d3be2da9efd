package org.roomnight.oauth;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.AccountId;

/**
 * A program that an account lets in.
 *
 * @param externalId the name by which an outside issuer knows it
 * @param revokedAt null while it may come in
 */
public record Client(
        AccountId account,
        String clientId,
        @Nullable String externalId,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public boolean revoked() {
        return revokedAt != null;
    }
}
