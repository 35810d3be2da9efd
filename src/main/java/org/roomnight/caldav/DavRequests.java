package org.roomnight.caldav;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.http.ContentTypes;
import org.roomnight.http.RequestBody;
import org.roomnight.inventory.Property;

/** Reads a servlet request into a {@link DavCall}, its body within a limit that counts what comes out of gzip. */
final class DavRequests {

    /** Largest body, in octets; CalDAV's own limit for objects is smaller and has a precondition of its own. */
    static final int MAX_OCTETS = 1024 * 1024;

    private final Addresses addresses;

    DavRequests(Addresses addresses) {
        this.addresses = addresses;
    }

    DavCall read(HttpServletRequest request, DavPath path, Property visitor) {
        return new DavCall(request.getMethod(), path, visitor, addresses, headers(request), body(request));
    }

    private static DavCall.Headers headers(HttpServletRequest request) {
        return new DavCall.Headers(
                only(request, "Depth"),
                only(request, "Destination"),
                only(request, "Overwrite"),
                joined(request, "If"),
                joined(request, "If-Match"),
                joined(request, "If-None-Match"),
                only(request, "If-Modified-Since"),
                joined(request, "If-Schedule-Tag-Match"),
                joined(request, "Prefer"),
                only(request, "Brief"),
                utf8(request),
                only(request, "Content-Range"),
                only(request, ZonesWanted.HEADER),
                only(request, "Host"));
    }

    private static @Nullable String only(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return null;
        }
        String value = values.nextElement();
        if (values.hasMoreElements()) {
            throw Refused.badRequest("Send one %s header, not several.".formatted(name));
        }
        return value;
    }

    /** The Content-Type as it was sent. */
    private static @Nullable String utf8(HttpServletRequest request) {
        if (ContentTypes.utf8(request.getHeaders("Content-Type")).isEmpty()) {
            throw Refused.status(415, "Send the body in UTF-8, with one Content-Type that is well-formed.");
        }
        return request.getHeader("Content-Type");
    }

    private static @Nullable String joined(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        return values.hasMoreElements() ? String.join(", ", Collections.list(values)) : null;
    }

    private static byte[] body(HttpServletRequest request) {
        return switch (RequestBody.read(request, MAX_OCTETS)) {
            case RequestBody.Whole(byte[] octets) -> octets;
            case RequestBody.TooLarge _ -> throw tooLarge();
            case RequestBody.TooSlow _ ->
                throw Refused.status(HttpServletResponse.SC_REQUEST_TIMEOUT, "The body came too slowly.");
            case RequestBody.Unreadable _ -> throw Refused.badRequest("The body ended early or is not framed well.");
            case RequestBody.UnknownCoding _ ->
                throw new Refused(
                        new DavRefusal(415, null, "Send the body as it is, or compressed once with gzip."),
                        Map.of("Accept-Encoding", "gzip"));
            case RequestBody.BrokenGzip _ ->
                throw Refused.badRequest("The body is no gzip, although Content-Encoding says so.");
        };
    }

    private static Refused tooLarge() {
        return new Refused(
                new DavRefusal(413, null, "The body is larger than this server takes; the limit is 1 MiB."),
                Map.of("Connection", "close")); // a body may not have been read to its end, so nothing can follow it
    }
}
