package org.roomnight.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;

/** A room type, the names of its units in the order in which they are sold, and what it is also known by. */
record GuestRoomDto(
        UUID identifier,
        String name,
        int quantity,
        List<String> unitNames,
        @Nullable String color,
        List<String> formerNames,
        List<String> roomRateIdentifiers,
        long version) {

    static GuestRoomDto of(RoomType type) {
        return new GuestRoomDto(
                type.id().value(),
                type.name(),
                type.quantity(),
                type.units().stream().map(RoomType.Unit::name).toList(),
                type.color(),
                type.aliases().formerNames(),
                type.aliases().roomRates(),
                type.version().value());
    }
}
