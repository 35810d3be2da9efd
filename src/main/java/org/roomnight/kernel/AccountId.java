package org.roomnight.kernel;

import java.util.UUID;

/** An account: whoever owns properties and OAuth2 clients. */
public record AccountId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
