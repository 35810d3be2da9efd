package org.roomnight.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;

/** A room type and the names of its units, in the order in which they are sold. */
record GuestRoomDto(
        UUID identifier,
        String name,
        int quantity,
        List<String> unitNames,
        @Nullable String color,
        long version) {

    static GuestRoomDto of(RoomType type) {
        return new GuestRoomDto(
                type.id().value(),
                type.name(),
                type.quantity(),
                type.units().stream().map(RoomType.Unit::name).toList(),
                type.color(),
                type.version().value());
    }
}
