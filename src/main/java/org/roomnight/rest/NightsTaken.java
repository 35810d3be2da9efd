package org.roomnight.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.roomnight.availability.TakenNights;
import org.roomnight.http.Problem;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ProblemCategory;

/** Which nights of which room types are taken; nothing of the guests who have them. */
record NightsTaken(UUID guestRoomIdentifier, String guestRoomName, List<LocalDate> dates) {

    static Refusal refusal(String detail, List<TakenNights> nights, RoomTypeLookup lookup) {
        List<NightsTaken> taken = nights.stream()
                .map(one -> new NightsTaken(
                        one.roomType().value(),
                        lookup.find(one.roomType()).map(RoomType::name).orElse(""),
                        one.nights()))
                .toList();
        return new Refusal(Problem.of(ProblemCategory.CLASH, "nights-taken", "Nights taken", detail)
                .with("taken", taken));
    }
}
