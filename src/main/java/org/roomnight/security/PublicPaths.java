package org.roomnight.security;

/** Addresses of a door that anybody may read, as patterns of Spring's paths; each door says its own. */
public final class PublicPaths {

    private final String[] patterns;

    public PublicPaths(String... patterns) {
        this.patterns = patterns.clone();
    }

    String[] patterns() {
        return patterns.clone();
    }
}
