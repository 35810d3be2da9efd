package org.roomnight;

/** How often a random test goes round: less in each check, more with {@code ./check --thorough}, or as a property says. */
public final class Rounds {

    private static final boolean THOROUGH = Boolean.getBoolean("roomnight.thorough");

    private Rounds() {}

    /** The number that the property of the JVM says, if it is set; otherwise the one of this kind of check. */
    public static int of(String property, int quick, int thorough) {
        return Integer.getInteger(property, THOROUGH ? thorough : quick);
    }
}
