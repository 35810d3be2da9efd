package org.roomnight.ical;

import java.util.Locale;

/** Names of components, properties and parameters: {@code iana-token / x-name} (RFC 5545 §3.1). */
final class Names {
    private Names() {}

    static boolean valid(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!character(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Letters, digits and hyphen; the underscore too, because X- names in the field have it. */
    static boolean character(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Names are compared without case; upper case is the form that this package keeps and writes. */
    static String normalised(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    static String checked(String name) {
        if (!valid(name)) {
            throw new IllegalArgumentException("not an iCalendar name: " + name);
        }
        return normalised(name);
    }
}
