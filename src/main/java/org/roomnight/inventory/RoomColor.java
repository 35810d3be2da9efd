package org.roomnight.inventory;

import java.util.regex.Pattern;

/** The color in which calendar programs show a room type: {@code #RRGGBB}, in any case. */
public final class RoomColor {

    /** What a color must be, as the end of a sentence about it. */
    public static final String RULE = "must be as #RRGGBB";

    private static final Pattern FORM = Pattern.compile("#[0-9A-Fa-f]{6}");

    private RoomColor() {}

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
