package org.roomnight.ical;

/** The TEXT value type read from its escaped form (RFC 5545 §3.3.11). */
final class TextValue {
    private TextValue() {}

    /** An unknown escape and a backslash at the end are kept as they stand: Outlook and old feeds send both. */
    static String unescape(String value) {
        int first = value.indexOf('\\');
        if (first < 0) {
            return value;
        }
        var out = new StringBuilder(value.length()).append(value, 0, first);
        for (int i = first; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = c == '\\' && i + 1 < value.length() ? value.charAt(i + 1) : 0;
            switch (next) {
                case 'n', 'N' -> out.append('\n');
                case '\\', ';', ',' -> out.append(next);
                default -> out.append(c);
            }
            i += next == 'n' || next == 'N' || next == '\\' || next == ';' || next == ',' ? 1 : 0;
        }
        return out.toString();
    }
}
