package org.roomnight.inventory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of room-type calendars: lower-case letters, digits and hyphens, readable in an address. */
final class Slugs {

    /** Longest slug without the number that makes it unique, in characters. */
    static final int MAX_LENGTH = 40;

    /** The calendar of all room stays has this name. */
    static final String RESERVED = "bookings";

    private Slugs() {}

    /** A slug made from a name that none of those taken has. */
    static String from(String name, Set<String> taken) {
        String base = plain(name);
        String slug = base;
        for (int number = 2; taken.contains(slug) || slug.equals(RESERVED); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut =
                letters.substring(0, Math.min(letters.length(), MAX_LENGTH)).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "room" : cut;
    }
}
