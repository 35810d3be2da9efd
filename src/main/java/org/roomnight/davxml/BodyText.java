package org.roomnight.davxml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The characters of a body: UTF-8, or US-ASCII, which is a part of it. Other encodings are refused by their look. */
final class BodyText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final Set<String> UTF_8 = Set.of("UTF-8", "UTF8");
    private static final Set<String> ASCII = Set.of("US-ASCII", "ASCII");

    private BodyText() {}

    /** The characters, without a byte order mark. */
    static CharBuffer decoded(byte[] octets) {
        if (looksLikeUtf16(octets) || looksLikeEbcdic(octets)) {
            throw otherEncoding();
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            boolean marked = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK;
            return marked ? text.position(1) : text;
        } catch (CharacterCodingException _) {
            throw BadBodyException.badRequest("The body is not valid UTF-8. Send it in UTF-8.");
        }
    }

    /** Refuses an XML declaration that names an encoding which the octets are not in, or are not to be in. */
    static void checkDeclared(@Nullable String encoding, byte[] octets) {
        if (encoding == null || UTF_8.contains(encoding.toUpperCase(Locale.ROOT))) {
            return;
        }
        if (!ASCII.contains(encoding.toUpperCase(Locale.ROOT))) {
            throw otherEncoding();
        }
        for (byte octet : octets) {
            if (octet < 0) {
                throw BadBodyException.badRequest("The body says that it is US-ASCII and is not. Declare it as UTF-8.");
            }
        }
    }

    private static BadBodyException otherEncoding() {
        return new BadBodyException(
                new DavRefusal(415, null, "The body is in another encoding than UTF-8. Send it in UTF-8."));
    }

    /** A byte order mark of UTF-16 or UTF-32, or the zero octet beside the first "&lt;" (XML 1.0 appendix F). */
    private static boolean looksLikeUtf16(byte[] octets) {
        if (octets.length < 2) {
            return false;
        }
        int first = ((octets[0] & 0xFF) << 8) | (octets[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE || octets[0] == 0 || octets[1] == 0;
    }

    /** "&lt;?" in EBCDIC, which is "Lo" in ASCII. */
    private static boolean looksLikeEbcdic(byte[] octets) {
        return octets.length >= 2 && octets[0] == 0x4C && octets[1] == 0x6F;
    }
}
