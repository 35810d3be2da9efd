package org.roomnight.web;

import org.jspecify.annotations.Nullable;

/** Which release this is. */
final class Version {

    private Version() {}

    /** As the manifest of the jar says; {@code development} where there is none. */
    static String ofThisBuild() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
