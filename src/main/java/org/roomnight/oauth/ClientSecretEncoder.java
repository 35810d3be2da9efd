package org.roomnight.oauth;

import org.jspecify.annotations.Nullable;
import org.roomnight.keys.Sha256;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a client's secret with its stored SHA-256. */
final class ClientSecretEncoder implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : Sha256.hex(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
        return secret != null && stored != null && Sha256.equal(Sha256.hex(secret), stored);
    }
}
