package org.roomnight.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Aliases;
import org.roomnight.inventory.RoomColor;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomType.RoomTypeFacts;
import org.roomnight.kernel.RoomTypeId;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a client says of a room type. */
final class GuestRoomMapper {

    private GuestRoomMapper() {}

    /** {@code stored} is null for a room type that is to be made. */
    static RoomTypeFacts facts(ObjectNode object, RoomTypeId id, @Nullable RoomType stored) {
        Members members = Members.of(object);
        members.sameAs("identifier", id.value());
        String name = members.requiredLine("name", RoomTypeFacts.MAX_NAME);
        Integer quantity = members.integer("quantity", 1, RoomTypeFacts.MAX_UNITS);
        List<String> names = members.lineList("unitNames", RoomTypeFacts.MAX_UNITS, RoomTypeFacts.MAX_NAME);
        checkUnits(members, quantity, names);
        String color = members.line("color", 20);
        if (color != null && !RoomColor.isOne(color)) {
            members.broken("color", RoomColor.RULE);
        }
        List<String> formerNames = distinct(members.lineList("formerNames", Aliases.MAX, RoomTypeFacts.MAX_NAME));
        List<String> roomRates = distinct(members.lineList("roomRateIdentifiers", Aliases.MAX, RoomTypeFacts.MAX_NAME));
        members.ignored("version");
        members.refuseUnknown();
        members.refuseIfBroken();
        int units = quantity == null ? 0 : quantity;
        return new RoomTypeFacts(name, names != null ? names : named(units, stored), color, formerNames, roomRates);
    }

    private static @Nullable List<String> distinct(@Nullable List<String> texts) {
        return texts == null ? null : texts.stream().distinct().toList();
    }

    private static void checkUnits(Members members, @Nullable Integer quantity, @Nullable List<String> names) {
        if (names == null) {
            if (quantity == null) {
                members.missing("quantity", "a whole number, unless unitNames says which units there are");
            }
            return;
        }
        if (names.isEmpty()) {
            members.broken("unitNames", "must name at least one unit");
        }
        if (new HashSet<>(names).size() < names.size()) {
            members.broken("unitNames", "must name each unit once");
        }
        if (quantity != null && quantity != names.size()) {
            members.broken("quantity", "must be the number of unitNames, or be left out");
        }
    }

    /** Who names no units keeps the names that are there; units beyond them are numbered. */
    private static List<String> named(int quantity, @Nullable RoomType stored) {
        List<String> names = new ArrayList<>();
        if (stored != null) {
            stored.units().stream().limit(quantity).map(RoomType.Unit::name).forEach(names::add);
        }
        for (int number = 1; names.size() < quantity; number++) {
            String next = Integer.toString(number);
            if (!names.contains(next)) {
                names.add(next);
            }
        }
        return names;
    }
}
