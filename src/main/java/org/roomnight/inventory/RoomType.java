package org.roomnight.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;
import org.roomnight.kernel.Version;

/**
 * A kind of room that is sold, and its units in the order in which they are offered. {@code slug} is the name of its
 * calendar; it never changes, so that calendar clients keep their subscription when the room type is renamed.
 */
public record RoomType(
        RoomTypeId id,
        PropertyId property,
        String name,
        String slug,
        @Nullable String color,
        List<Unit> units,
        Aliases aliases,
        Version version) {

    public RoomType {
        units = List.copyOf(units);
    }

    /** One that is known by its name only. */
    public RoomType(
            RoomTypeId id,
            PropertyId property,
            String name,
            String slug,
            @Nullable String color,
            List<Unit> units,
            Version version) {
        this(id, property, name, slug, color, units, Aliases.NONE, version);
    }

    public int quantity() {
        return units.size();
    }

    public List<UnitId> unitIds() {
        return units.stream().map(Unit::id).toList();
    }

    /** The same with nothing to sell, for a room type that was removed. */
    public RoomType withoutUnits() {
        return new RoomType(id, property, name, slug, color, List.of(), aliases, version);
    }

    /** One physical room or flat. */
    public record Unit(UnitId id, String name) {}

    /**
     * What an account says of a room type; there are as many unit names as units. Former names and rates of which it
     * says nothing (null) stay as they are.
     */
    public record RoomTypeFacts(
            String name,
            List<String> unitNames,
            @Nullable String color,
            @Nullable List<String> formerNames,
            @Nullable List<String> roomRates) {

        /** Longest name of a room type or a unit, in characters. */
        public static final int MAX_NAME = 200;

        /** Most units of one room type; a larger house splits its types. */
        public static final int MAX_UNITS = 500;

        public RoomTypeFacts {
            unitNames = List.copyOf(unitNames);
        }

        public RoomTypeFacts(String name, List<String> unitNames, @Nullable String color) {
            this(name, unitNames, color, null, null);
        }

        /** The aliases that follow from what was stored, under the name that it had. */
        Aliases aliases(Aliases stored, String nameBefore) {
            Aliases said = new Aliases(
                    formerNames == null ? stored.formerNames() : formerNames,
                    roomRates == null ? stored.roomRates() : roomRates);
            return nameBefore.equals(name) ? said : said.renamed(nameBefore, name);
        }

        /** Unit names 1..quantity, for a sender that names none. */
        public static List<String> numbered(int quantity) {
            return java.util.stream.IntStream.rangeClosed(1, quantity)
                    .mapToObj(Integer::toString)
                    .toList();
        }
    }
}
