package org.roomnight.kernel;

import java.util.UUID;

/**
 * The name that an account gave a property: the <em>managing entity identifier</em> of the API. Unique within its
 * account only, so that nobody can take or probe another account's identifiers.
 */
public record ManagingEntityId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
