package org.roomnight.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.roomnight.availability.NightCount;

/** How many units are free, by room type and night. */
record AvailabilityDto(List<GuestRoomNightsDto> guestRooms) {

    record GuestRoomNightsDto(UUID guestRoomIdentifier, String guestRoomName, List<NightDto> nights) {}

    record NightDto(LocalDate date, int quantity, int booked, int blocked, int available) {

        static NightDto of(NightCount count) {
            return new NightDto(count.date(), count.quantity(), count.booked(), count.blocked(), count.available());
        }
    }
}
