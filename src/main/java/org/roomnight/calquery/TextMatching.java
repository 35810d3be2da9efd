package org.roomnight.calquery;

import java.text.Normalizer;
import org.roomnight.davxml.Filter.Collation;
import org.roomnight.davxml.Filter.TextMatch;

/** Looks for a text inside another as a collation compares them (RFC 4791 §9.7.5, RFC 4790, RFC 5051). */
public final class TextMatching {

    private TextMatching() {}

    public static boolean matches(String value, TextMatch wanted) {
        boolean inside = fold(value, wanted.collation()).contains(fold(wanted.text(), wanted.collation()));
        return inside != wanted.negated();
    }

    private static String fold(String text, Collation collation) {
        return switch (collation) {
            case OCTET -> text;
            case ASCII_CASEMAP -> lowerAscii(text);
            case UNICODE_CASEMAP -> casemap(text);
        };
    }

    private static String lowerAscii(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return folded.toString();
    }

    /** RFC 5051 §2: each character in title case, then taken apart. */
    private static String casemap(String text) {
        StringBuilder titled = new StringBuilder(text.length());
        text.codePoints().map(Character::toTitleCase).forEach(titled::appendCodePoint);
        return Normalizer.normalize(titled, Normalizer.Form.NFKD);
    }
}
