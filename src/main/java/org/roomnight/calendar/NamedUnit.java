package org.roomnight.calendar;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.UnitId;

/** Which unit the LOCATION of an entry means. */
public final class NamedUnit {

    private NamedUnit() {}

    /** What may stand between the name of the room type and that of the unit. */
    private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd},;:/|#·()\\[\\]]+";

    private static final String AFTER = "[\\s\\p{Z})\\]]*";

    /**
     * The unit that a text names, as a whole or beside the name of the room type. An address, a link or a floor has
     * numbers too: what is said besides a name makes it none.
     */
    public static Optional<UnitId> in(RoomType roomType, String text) {
        String place = plain(text);
        return roomType.units().stream()
                .filter(unit -> names(plain(roomType.name()), plain(unit.name()), place))
                .min(Comparator.comparing(unit -> !unit.name().equals(text.strip())))
                .map(RoomType.Unit::id);
    }

    private static boolean names(String type, String unit, String place) {
        if (unit.isEmpty()) {
            return false;
        }
        String typeFirst = "[(\\[]?" + Pattern.quote(type) + BETWEEN + Pattern.quote(unit) + AFTER;
        String unitFirst = "[(\\[]?" + Pattern.quote(unit) + BETWEEN + Pattern.quote(type) + AFTER;
        return place.equals(unit) || place.matches(typeFirst) || place.matches(unitFirst);
    }

    /** Without the differences that people do not see. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
