package org.roomnight.caldav;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The Destination header of COPY and MOVE (RFC 4918 §10.3). */
final class Destination {

    private Destination() {}

    /** Where it points; 400 where it is missing or cannot be read, 502 where it is of another server. */
    static DavPath of(DavCall call) {
        @Nullable String header = call.headers().destination();
        if (header == null) {
            throw Refused.badRequest("COPY and MOVE need a Destination header.");
        }
        URI uri;
        try {
            uri = new URI(header.strip());
        } catch (URISyntaxException _) {
            throw Refused.badRequest("The Destination header is no address.");
        }
        @Nullable String path = uri.getRawPath();
        if (path == null || !path.startsWith("/") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw Refused.badRequest("The Destination header is an absolute address without query.");
        }
        @Nullable String authority = uri.getRawAuthority();
        if (authority != null && !call.isHere(authority)) {
            throw Refused.status(502, "Copies to other servers are not made here.");
        }
        return DavPath.parse(path);
    }
}
