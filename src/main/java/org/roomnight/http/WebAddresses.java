package org.roomnight.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Absolute addresses of http and https without query and fragment, as settings name them. */
public final class WebAddresses {

    private WebAddresses() {}

    public static Optional<URI> parse(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            boolean whole = address.getHost() != null && address.getQuery() == null && address.getFragment() == null;
            return web && whole ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
