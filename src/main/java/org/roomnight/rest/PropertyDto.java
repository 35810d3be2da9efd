package org.roomnight.rest;

import java.util.UUID;
import org.roomnight.inventory.Property;

/** A property; times are wall-clock times in its zone, as HH:mm. */
record PropertyDto(
        UUID identifier,
        UUID hotelIdentifier,
        String name,
        String timeZone,
        String checkInTime,
        String checkOutTime,
        String blocksOverStays,
        long version) {

    static PropertyDto of(Property property) {
        return new PropertyDto(
                property.managingEntity().value(),
                property.id().value(),
                property.name(),
                property.timeZone().getId(),
                property.facts().checkIn().toString(),
                property.facts().checkOut().toString(),
                JsonWords.of(property.facts().blocksOverStays()),
                property.version().value());
    }
}
