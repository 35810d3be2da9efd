package org.roomnight.rest;

import java.net.URI;

/** Where clients find this server, as the operator set it; without a slash at the end, and never from a Host header. */
record PublicUrl(URI address) {

    static PublicUrl of(String configured) {
        return new PublicUrl(URI.create(configured.replaceFirst("/+$", "")));
    }
}
