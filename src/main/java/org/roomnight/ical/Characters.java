package org.roomnight.ical;

/** The kinds of character that content lines tell apart (RFC 5545 §3.1 and §3.3.11). */
final class Characters {
    /** U+FFFD, what stands for a character that cannot be written. */
    static final int REPLACEMENT = 0xFFFD;

    private static final boolean[] PLAIN_TEXT = new boolean[0x80];

    static {
        for (char c = 0; c < PLAIN_TEXT.length; c++) {
            PLAIN_TEXT[c] = !control(c) && c != '\\' && c != ';' && c != ',';
        }
    }

    private Characters() {}

    /** An ASCII character that TEXT carries as it is. */
    static boolean plainText(char c) {
        return c < PLAIN_TEXT.length && PLAIN_TEXT[c];
    }

    /** CONTROL of RFC 5545: C0 without TAB, and DEL. C1 is not part of it. */
    static boolean control(int c) {
        return (c < ' ' && c != '\t') || c == 0x7F;
    }

    /** A char of the basic plane that no XML 1.0 document can carry: a lone surrogate, U+FFFE or U+FFFF. */
    static boolean unfitForXml(int c) {
        return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || c == 0xFFFE || c == 0xFFFF;
    }
}
