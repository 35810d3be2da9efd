package org.roomnight.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What was read of the body of a request: up to a limit that counts what comes out of gzip, so that no bomb goes off. */
public sealed interface RequestBody {

    /** All of it, decoded; no octets where there is none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Whole(byte[] octets) implements RequestBody {}

    /** It is longer than the limit, as it was sent or decoded; some of it may be unread. */
    record TooLarge() implements RequestBody {}

    record TooSlow() implements RequestBody {}

    /** It ended early or is not framed well. */
    record Unreadable() implements RequestBody {}

    /** Its Content-Encoding is neither identity nor gzip; nothing of it was read. */
    record UnknownCoding() implements RequestBody {}

    /** It is no gzip, although Content-Encoding says so; {@code sentOctets} may be 0. */
    record BrokenGzip(int sentOctets) implements RequestBody {}

    /** Reads it; one that is announced as longer than the limit is left unread. */
    static RequestBody read(HttpServletRequest request, int maxOctets) {
        if (request.getContentLengthLong() > maxOctets) {
            return new TooLarge();
        }
        String coding = coding(request);
        boolean gzip = coding.equals("gzip") || coding.equals("x-gzip");
        if (!gzip && !coding.equals("identity")) {
            return new UnknownCoding();
        }
        try {
            byte[] sent = sent(request, maxOctets);
            if (sent.length > maxOctets) {
                return new TooLarge();
            }
            return gzip ? inflated(sent, maxOctets) : new Whole(sent);
        } catch (IOException failure) {
            return SlowBodyException.isCauseOf(failure) ? new TooSlow() : new Unreadable();
        }
    }

    private static String coding(HttpServletRequest request) {
        List<String> codings = Collections.list(request.getHeaders("Content-Encoding"));
        return codings.isEmpty()
                ? "identity"
                : String.join(",", codings).strip().toLowerCase(Locale.ROOT);
    }

    /** Reading into an array of the announced size spares one of 16 KiB for each small question. */
    private static byte[] sent(HttpServletRequest request, int maxOctets) throws IOException {
        int announced = (int) request.getContentLengthLong(); // -1: not announced
        if (announced < 0) {
            return request.getInputStream().readNBytes(maxOctets + 1);
        }
        byte[] sent = new byte[announced];
        if (request.getInputStream().readNBytes(sent, 0, announced) < announced) {
            throw new IOException("the body ended early");
        }
        return sent;
    }

    private static RequestBody inflated(byte[] sent, int maxOctets) {
        try (InputStream inflating = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] octets = inflating.readNBytes(maxOctets + 1);
            return octets.length > maxOctets ? new TooLarge() : new Whole(octets);
        } catch (IOException _) {
            return new BrokenGzip(sent.length);
        }
    }
}
