package org.roomnight.calendar;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.UnitId;

/** Which unit the LOCATION of an entry means. */
public final class NamedUnit {

    private NamedUnit() {}

    /**
     * The unit that a text names: alone, or among other words such as the room type's name. Of two names that fit, the
     * longer is meant.
     */
    public static Optional<UnitId> in(RoomType roomType, String text) {
        String words = words(text);
        return roomType.units().stream()
                .filter(unit -> words.contains(words(unit.name())))
                .max(Comparator.comparingInt(unit -> unit.name().length()))
                .map(RoomType.Unit::id);
    }

    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
