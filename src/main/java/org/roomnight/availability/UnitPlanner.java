package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.ClaimPlan.Planned;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** Chooses units for requests, on what the running transaction sees; it writes nothing. */
final class UnitPlanner {

    private final NightRows nights;
    private final RoomTypes roomTypes;

    UnitPlanner(NightRows nights, RoomTypes roomTypes) {
        this.nights = nights;
        this.roomTypes = roomTypes;
    }

    ClaimPlan plan(List<ClaimRequest> requests) {
        Map<RoomTypeId, Occupancy> windows = windows(requests);
        List<Planned> planned = new ArrayList<>();
        requests.forEach(request -> planned.add(planned(windows, request, null)));
        return new ClaimPlan(planned);
    }

    private static Planned planned(Map<RoomTypeId, Occupancy> windows, ClaimRequest request, @Nullable UnitId known) {
        Occupancy window = Objects.requireNonNull(windows.get(request.roomType().id()));
        return new Planned(request, window.offering(request.unit()).place(request.dates(), known));
    }

    /** For each room type the window that covers all its requests and a night on both sides. */
    private Map<RoomTypeId, Occupancy> windows(List<ClaimRequest> requests) {
        Map<RoomTypeId, List<ClaimRequest>> byType = new LinkedHashMap<>();
        requests.forEach(request -> byType.computeIfAbsent(request.roomType().id(), _ -> new ArrayList<>())
                .add(request));
        Map<RoomTypeId, Occupancy> windows = new HashMap<>();
        byType.forEach((type, same) -> windows.put(
                type,
                window(
                        same.getFirst().roomType(),
                        same.stream().map(ClaimRequest::dates).toList())));
        return windows;
    }

    Occupancy window(RoomType roomType, List<StayDates> stays) {
        LocalDate first =
                stays.stream().map(StayDates::arrival).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = stays.stream()
                .map(StayDates::departure)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return nights.occupancy(roomType, first.minusDays(1), last);
    }

    /** The same requests with the units of now: a unit that was retired since the caller looked is not given out. */
    List<ClaimRequest> current(List<ClaimRequest> requests) {
        Map<RoomTypeId, RoomType> types = new HashMap<>();
        return requests.stream()
                .map(request ->
                        request.of(types.computeIfAbsent(request.roomType().id(), _ -> current(request.roomType()))))
                .toList();
    }

    private RoomType current(RoomType seen) {
        if (roomTypes.current(seen)) {
            return seen;
        }
        return roomTypes.find(seen.property(), seen.id()).orElseGet(seen::withoutUnits);
    }

    /** Where everybody of an exchange would sleep, once all of it have left their units. */
    ClaimPlan rehearse(ClaimExchange exchange) {
        Map<RoomTypeId, Occupancy> windows = windows(exchange.seeking());
        for (Claim leaving : exchange.leaving()) {
            Occupancy window = windows.get(leaving.roomType());
            if (window != null) {
                leaving.placement().nights().forEach((night, unit) -> window.giveBack(unit, night));
            }
        }
        List<Planned> planned = new ArrayList<>();
        exchange.moving().forEach(change -> planned.add(planned(windows, change.request(), change.known())));
        exchange.added().forEach(request -> planned.add(planned(windows, request, null)));
        return new ClaimPlan(planned);
    }
}
