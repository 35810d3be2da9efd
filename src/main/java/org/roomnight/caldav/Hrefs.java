package org.roomnight.caldav;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what a request calls a resource by (RFC 4918 §8.3): an absolute path, or a whole address of this host. */
final class Hrefs {

    private Hrefs() {}

    /** Where it points; nowhere for an address of another host and for what is no address. */
    static DavPath parse(String href, DavCall call) {
        if (href.startsWith("/") && !href.startsWith("//")) {
            return DavPath.parse(href);
        }
        try {
            URI address = new URI(href);
            @Nullable String authority = address.getRawAuthority();
            boolean ours = authority != null && call.isHere(authority);
            return ours && address.getRawPath() != null ? DavPath.parse(address.getRawPath()) : new DavPath.Nowhere();
        } catch (URISyntaxException _) {
            return new DavPath.Nowhere();
        }
    }
}
