package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.roomnight.http.RequestBody;
import org.roomnight.http.UnreadBody;

/** Reads request bodies, or refuses them. */
final class RequestOctets {

    /** Largest request body in octets, compressed and not. */
    static final int MAX_OCTETS = 256 * 1024;

    private RequestOctets() {}

    /** The decoded body; empty when there is none. A declared length far above the limit is refused without reading. */
    static byte[] read(HttpServletRequest request) {
        return switch (RequestBody.read(request, MAX_OCTETS)) {
            case RequestBody.Whole(byte[] octets) -> octets;
            case RequestBody.BrokenGzip(int sent) when sent == 0 -> new byte[0];
            case RequestBody.TooLarge _ -> {
                UnreadBody.passOver(request);
                throw new Refusal(Refusals.TOO_LARGE);
            }
            // What cannot be read to its end is the sender's fault: a broken chunk, an early end, too long a pause.
            case RequestBody.TooSlow _ -> throw new Refusal(Refusals.TOO_SLOW);
            case RequestBody.Unreadable _ ->
                throw Refusals.badRequest(
                        "body-unreadable", "Unreadable body", "The body ended early or is not framed well.");
            case RequestBody.UnknownCoding _ ->
                throw Refusals.mediaType(
                        "Send the body as it is, or compressed once with gzip.", Map.of("Accept-Encoding", "gzip"));
            case RequestBody.BrokenGzip _ ->
                throw Refusals.badRequest(
                        "encoding-malformed",
                        "Malformed encoding",
                        "The body is no gzip, although Content-Encoding says so.");
        };
    }
}
