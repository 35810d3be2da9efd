package org.roomnight.ical;

/** Parameter values on the wire: quoted where needed, with the caret escapes of RFC 6868. */
final class ParameterText {
    private ParameterText() {}

    /** What stands after {@code =}: quoted when it holds {@code : ; ,}. */
    static String encode(String value) {
        boolean quoted = false;
        var out = new StringBuilder(value.length() + 2);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '^' -> out.append("^^");
                case '"' -> out.append("^'");
                case '\n' -> out.append("^n");
                case '\r' -> out.append(i + 1 < value.length() && value.charAt(i + 1) == '\n' ? "" : "^n");
                default -> out.append(c);
            }
            quoted |= c == ':' || c == ';' || c == ',';
        }
        return quoted ? out.insert(0, '"').append('"').toString() : out.toString();
    }

    /** Reverses {@link #encode} for a value without its quotes; an unknown caret pair stays as it is (RFC 6868 §3.2). */
    static String decode(String text) {
        if (text.indexOf('^') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = c == '^' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
            switch (next) {
                case '^' -> out.append('^');
                case '\'' -> out.append('"');
                case 'n' -> out.append('\n');
                default -> out.append(c);
            }
            i += next == '^' || next == '\'' || next == 'n' ? 1 : 0;
        }
        return out.toString();
    }
}
