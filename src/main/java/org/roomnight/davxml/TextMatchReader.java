package org.roomnight.davxml;

import java.util.Locale;
import org.roomnight.davxml.Filter.Collation;
import org.roomnight.davxml.Filter.TextMatch;

/** Reads CALDAV:text-match (RFC 4791 §9.7.5). */
final class TextMatchReader {

    private TextMatchReader() {}

    static TextMatch read(Element element) {
        boolean negated = negated(element);
        String text = element.text();
        if (negated && text.isEmpty()) {
            throw FilterReader.invalid("A text-match negates nothing. Put the text inside.");
        }
        return new TextMatch(text, collation(element), negated);
    }

    private static boolean negated(Element element) {
        return switch (element.attribute("negate-condition").orElse("no")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw FilterReader.invalid("The attribute negate-condition is yes or no.");
        };
    }

    /** The identifier "default" is the server's choice (RFC 4790 §3.1); RFC 4791 §7.5.1 chooses ASCII. */
    private static Collation collation(Element element) {
        String wanted = element.attribute("collation").orElse("default").strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("default")) {
            return Collation.ASCII_CASEMAP;
        }
        for (Collation collation : Collation.values()) {
            if (collation.identifier().equals(wanted)) {
                return collation;
            }
        }
        throw BadBodyException.forbidden(
                Names.caldav("supported-collation"),
                "Text is compared by i;ascii-casemap, i;octet and i;unicode-casemap only. Use one of them.");
    }
}
