package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.roomnight.http.SlowBodyException;
import org.roomnight.http.UnreadBody;

/** Reads request bodies up to a limit that counts what comes out of the decoding, so that no bomb goes off. */
final class RequestOctets {

    /** Largest request body in octets, compressed and not. */
    static final int MAX_OCTETS = 256 * 1024;

    private RequestOctets() {}

    /** The decoded body; empty when there is none. A declared length far above the limit is refused without reading. */
    static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_OCTETS) {
            throw tooLarge(request);
        }
        boolean gzip = isGzip(request);
        byte[] sent = sent(request);
        if (sent.length > MAX_OCTETS) {
            throw tooLarge(request);
        }
        return gzip && sent.length > 0 ? inflated(sent) : sent;
    }

    /** What cannot be read to its end is the sender's fault: a broken chunk, an early end, a pause that was too long. */
    private static byte[] sent(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(MAX_OCTETS + 1);
        } catch (IOException failure) {
            if (SlowBodyException.isCauseOf(failure)) {
                throw new Refusal(Refusals.TOO_SLOW);
            }
            throw Refusals.badRequest(
                    "body-unreadable", "Unreadable body", "The body ended early or is not framed well.");
        }
    }

    private static Refusal tooLarge(HttpServletRequest request) {
        UnreadBody.passOver(request);
        return new Refusal(Refusals.TOO_LARGE);
    }

    private static boolean isGzip(HttpServletRequest request) {
        List<String> codings = Collections.list(request.getHeaders("Content-Encoding"));
        if (codings.isEmpty()) {
            return false;
        }
        String coding = String.join(",", codings).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw Refusals.mediaType(
                        "Send the body as it is, or compressed once with gzip.", Map.of("Accept-Encoding", "gzip"));
        };
    }

    private static byte[] inflated(byte[] sent) throws IOException {
        try (InputStream inflating = new GZIPInputStream(new java.io.ByteArrayInputStream(sent))) {
            byte[] octets = inflating.readNBytes(MAX_OCTETS + 1);
            if (octets.length > MAX_OCTETS) {
                throw new Refusal(Refusals.TOO_LARGE);
            }
            return octets;
        } catch (ZipException | EOFException _) {
            throw Refusals.badRequest(
                    "encoding-malformed",
                    "Malformed encoding",
                    "The body is no gzip, although Content-Encoding says so.");
        }
    }
}
