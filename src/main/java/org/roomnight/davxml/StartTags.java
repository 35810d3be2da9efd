package org.roomnight.davxml;

/**
 * Counts the attributes of each start tag before a parser sees them: what the parser of the JDK does with namespace
 * declarations grows with the square of their number, and it counts them only afterwards.
 */
final class StartTags {

    /** Attributes and namespace declarations of one element; clients write fewer than ten. */
    static final int MAX_ATTRIBUTES = 64;

    private final CharSequence text;

    StartTags(CharSequence text) {
        this.text = text;
    }

    /** Refuses too many; whether the rest is well-formed is not looked at. */
    void checkAttributes() {
        int i = 0;
        while (i < text.length()) {
            i = text.charAt(i) == '<' ? afterMarkup(i) : i + 1;
        }
    }

    private int afterMarkup(int start) {
        if (startsWith("<!--", start)) {
            return after("-->", start + 4);
        }
        if (startsWith("<![CDATA[", start)) {
            return after("]]>", start + 9);
        }
        return startsWith("<?", start) ? after("?>", start + 2) : afterTag(start + 1);
    }

    /** In a well-formed tag there is one equals sign outside quotes for each attribute. */
    private int afterTag(int start) {
        int attributes = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '=' && ++attributes > MAX_ATTRIBUTES) {
                throw BadBodyException.badRequest("An element of the body has too many attributes.");
            }
        }
        return text.length();
    }

    private int after(String end, int from) {
        for (int i = from; i < text.length(); i++) {
            if (startsWith(end, i)) {
                return i + end.length();
            }
        }
        return text.length();
    }

    private boolean startsWith(String wanted, int at) {
        if (at + wanted.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (text.charAt(at + i) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
