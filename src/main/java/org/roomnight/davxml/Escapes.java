package org.roomnight.davxml;

import java.nio.charset.StandardCharsets;

/** What stands for each ASCII character in a place of a document (XML 1.0 §2.2, §2.4, §2.11, §3.3.3). */
final class Escapes {

    /** Between tags. A bare CR would be read as LF, and CRLF of calendar data lost. */
    static final Escapes TEXT =
            new Escapes().set('&', "&amp;").set('<', "&lt;").set('>', "&gt;").set('\r', "&#13;");

    /** Between double quotes. Bare white space would be read as a blank. */
    static final Escapes ATTRIBUTE = new Escapes()
            .set('&', "&amp;")
            .set('<', "&lt;")
            .set('>', "&gt;")
            .set('"', "&quot;")
            .set('\t', "&#9;")
            .set('\n', "&#10;")
            .set('\r', "&#13;");

    private static final byte[] DROPPED = {};

    /** Whether a byte of UTF-8 goes as it is; U+FFFE and U+FFFF begin with the one octet above ASCII that may not. */
    private final boolean[] plain = new boolean[0x100];

    private final byte[][] instead = new byte[0x80][];

    private Escapes() {
        for (int c = 0; c < plain.length; c++) {
            plain[c] = (c >= ' ' || c == '\t' || c == '\n') && c != 0xEF;
        }
    }

    private Escapes set(char character, String replacement) {
        plain[character] = false;
        instead[character] = replacement.getBytes(StandardCharsets.US_ASCII);
        return this;
    }

    /** For an octet of UTF-8, or a character below 0x80. */
    boolean plain(int octet) {
        return plain[octet];
    }

    /** What to write for an ASCII character that is not plain: nothing, where XML cannot carry it. */
    byte[] instead(int character) {
        byte[] replacement = instead[character];
        return replacement == null ? DROPPED : replacement;
    }
}
