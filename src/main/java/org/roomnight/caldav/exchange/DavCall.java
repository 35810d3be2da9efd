package org.roomnight.caldav.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.inventory.Property;

/**
 * A request of somebody who was let in.
 *
 * @param visitor the property whose passkey was sent
 * @param addresses reads and makes what clients call resources by
 * @param headers what this door looks at
 * @param body octets of the content, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DavCall(
        String method, DavPath path, Property visitor, Addresses addresses, Headers headers, byte[] body) {

    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    /** The header fields that matter here, as they were sent; several of one name joined by a comma. */
    public record Headers(
            @Nullable String depth,
            @Nullable String destination,
            @Nullable String overwrite,
            @Nullable String ifHeader,
            @Nullable String ifMatch,
            @Nullable String ifNoneMatch,
            @Nullable String ifModifiedSince,
            @Nullable String ifScheduleTagMatch,
            @Nullable String prefer,
            @Nullable String brief,
            @Nullable String contentType,
            @Nullable String contentRange,
            @Nullable String timeZones,
            @Nullable String host) {}

    /** How far below a resource a request reaches (RFC 4918 §10.2). */
    public enum Depth {
        ZERO,
        ONE,
        INFINITY
    }

    /** How the client calls a resource. */
    public String href(DavPath path) {
        return addresses.href(path);
    }

    /** What the client calls so. */
    public DavPath named(String href) {
        return addresses.named(href, headers.host());
    }

    /** The Depth header, or what the method takes for it where there is none. */
    public Depth depth(Depth absent) {
        if (headers.depth() == null) {
            return absent;
        }
        return switch (headers.depth().strip().toLowerCase(Locale.ROOT)) {
            case "0" -> Depth.ZERO;
            case "1" -> Depth.ONE;
            case "infinity" -> Depth.INFINITY;
            default -> throw Refused.badRequest("The Depth header is 0, 1 or infinity.");
        };
    }

    /** The Overwrite header: T where it is left out (RFC 4918 §10.6). */
    public boolean overwrite() {
        if (headers.overwrite() == null) {
            return true;
        }
        return switch (headers.overwrite().strip()) {
            case "T" -> true;
            case "F" -> false;
            default -> throw Refused.badRequest("The Overwrite header is T or F.");
        };
    }

    /** The body, which has to be XML if there is one (RFC 4918 §8.2); without a Content-Type it is taken for XML. */
    public byte[] xml() {
        if (body.length > 0 && !mediaType().map(XML::contains).orElse(true)) {
            throw Refused.status(415, "Send the body as application/xml or text/xml.");
        }
        return body;
    }

    /** For methods that have no body: one that nobody would look at is refused (RFC 4918 §8.4). */
    public void requireNoBody() {
        if (body.length > 0) {
            throw Refused.status(415, "This method takes no body.");
        }
    }

    public Preferences preferences() {
        return Preferences.of(headers.prefer(), headers.brief());
    }

    /** The media type without its parameters, in lower case. */
    public Optional<String> mediaType() {
        return Optional.ofNullable(headers.contentType())
                .map(type -> List.of(type.split(";", -1)).getFirst().strip().toLowerCase(Locale.ROOT));
    }
}
