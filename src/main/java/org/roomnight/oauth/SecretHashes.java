package org.roomnight.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a client's secret with its stored SHA-256. */
final class SecretHashes implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : Hashes.sha256(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
        return secret != null && stored != null && Hashes.equal(Hashes.sha256(secret), stored);
    }
}
