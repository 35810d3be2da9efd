package org.roomnight.web;

import org.jspecify.annotations.Nullable;

/** Which release this is. */
final class Release {

    private Release() {}

    /** As the manifest of the jar says; {@code development} where there is none. */
    static String ofThisBuild() {
        @Nullable String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
