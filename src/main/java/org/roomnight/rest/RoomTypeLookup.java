package org.roomnight.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;
import org.roomnight.kernel.Uuids;

/** The room types of one property during one request: each is read once. */
final class RoomTypeLookup {

    private final RoomTypes roomTypes;
    private final PropertyId property;
    private final Map<RoomTypeId, Optional<RoomType>> known = new HashMap<>();

    RoomTypeLookup(RoomTypes roomTypes, PropertyId property) {
        this.roomTypes = roomTypes;
        this.property = property;
    }

    Optional<RoomType> find(RoomTypeId id) {
        return known.computeIfAbsent(id, unknown -> roomTypes.find(property, unknown));
    }

    /** By identifier, or by name where the sender does not know our identifier. */
    Optional<RoomType> find(@Nullable String identifier, @Nullable String name) {
        Optional<UUID> id = identifier == null ? Optional.empty() : Uuids.parse(identifier);
        return id.map(RoomTypeId::new).flatMap(this::find).or(() -> name == null ? Optional.empty() : byName(name));
    }

    private Optional<RoomType> byName(String name) {
        Optional<RoomType> named = roomTypes.findByName(property, name);
        named.ifPresent(type -> known.put(type.id(), named));
        return named;
    }

    String unitName(RoomTypeId type, UnitId unit) {
        return find(type).stream()
                .flatMap(found -> found.units().stream())
                .filter(one -> one.id().equals(unit))
                .findFirst()
                .map(RoomType.Unit::name)
                .or(() -> roomTypes.unitName(property, unit))
                .orElse("");
    }
}
