package org.roomnight.kernel;

import java.util.UUID;

/** Makes identifiers that no other node makes; tests give a seeded one. */
@FunctionalInterface
public interface IdentifierSource {

    UUID next();
}
