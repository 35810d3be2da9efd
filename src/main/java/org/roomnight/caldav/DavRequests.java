package org.roomnight.caldav;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.http.ContentTypes;
import org.roomnight.http.SlowBodyException;
import org.roomnight.inventory.Property;

/** Reads a servlet request into a {@link DavCall}, its body within a limit that counts what comes out of gzip. */
final class DavRequests {

    /** Largest body, in octets; CalDAV's own limit for objects is smaller and has a precondition of its own. */
    static final int MAX_OCTETS = 1024 * 1024;

    private final Addresses addresses;

    DavRequests(Addresses addresses) {
        this.addresses = addresses;
    }

    DavCall read(HttpServletRequest request, DavPath path, Property visitor) throws IOException {
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

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] sent = sent(request);
        String coding = joined(request, "Content-Encoding");
        return switch (coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> sent;
            case "gzip", "x-gzip" -> inflated(sent);
            default ->
                throw new Refused(
                        new DavRefusal(415, null, "Send the body as it is, or compressed once with gzip."),
                        Map.of("Accept-Encoding", "gzip"));
        };
    }

    private static byte[] sent(HttpServletRequest request) {
        long announced = request.getContentLengthLong(); // -1: not announced
        if (announced > MAX_OCTETS) {
            throw tooLarge();
        }
        try {
            byte[] sent = announced < 0
                    ? request.getInputStream().readNBytes(MAX_OCTETS + 1)
                    : announced(request, (int) announced);
            if (sent.length > MAX_OCTETS) {
                throw tooLarge();
            }
            return sent;
        } catch (IOException failure) {
            throw SlowBodyException.isCauseOf(failure)
                    ? Refused.status(HttpServletResponse.SC_REQUEST_TIMEOUT, "The body came too slowly.")
                    : Refused.badRequest("The body ended early or is not framed well.");
        }
    }

    /** Reading into an array of the right size spares one of 16 KiB for each small question. */
    private static byte[] announced(HttpServletRequest request, int length) throws IOException {
        byte[] sent = new byte[length];
        if (request.getInputStream().readNBytes(sent, 0, length) < length) {
            throw new IOException("the body ended early");
        }
        return sent;
    }

    private static byte[] inflated(byte[] sent) {
        try (InputStream inflating = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] octets = inflating.readNBytes(MAX_OCTETS + 1);
            if (octets.length > MAX_OCTETS) {
                throw tooLarge();
            }
            return octets;
        } catch (IOException _) {
            throw Refused.badRequest("The body is no gzip, although Content-Encoding says so.");
        }
    }

    private static Refused tooLarge() {
        return new Refused(
                new DavRefusal(413, null, "The body is larger than this server takes; the limit is 1 MiB."),
                Map.of("Connection", "close")); // a body may not have been read to its end, so nothing can follow it
    }
}
