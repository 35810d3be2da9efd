package org.roomnight.calendar;

import org.roomnight.kernel.RoomTypeId;

/** A calendar of a property: what its members are listed under. */
public record Collection(String key) {

    /** Every room stay of the property. */
    public static final Collection BOOKINGS = new Collection("bookings");

    /** The stays of one room type. */
    public static Collection of(RoomTypeId roomType) {
        return new Collection(roomType.toString());
    }
}
