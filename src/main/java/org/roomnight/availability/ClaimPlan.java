package org.roomnight.availability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.roomnight.kernel.RoomTypeId;

/** Requests with a proposed placement each, in the order of the requests. */
public record ClaimPlan(List<Planned> planned) {

    /** One request and where it would sleep. */
    public record Planned(ClaimRequest request, Placement placement) {}

    public ClaimPlan {
        planned = List.copyOf(planned);
    }

    /** Room types and nights for which no unit, or not the wanted one, was free; empty when the plan fits. */
    public List<TakenNights> taken() {
        Map<RoomTypeId, SortedSet<java.time.LocalDate>> taken = new LinkedHashMap<>();
        for (Planned one : planned) {
            if (!one.placement().complete()) {
                taken.computeIfAbsent(one.request().roomType().id(), _ -> new TreeSet<>())
                        .addAll(one.placement().overbooked());
            }
        }
        List<TakenNights> answer = new ArrayList<>();
        taken.forEach((type, nights) -> answer.add(new TakenNights(type, List.copyOf(nights))));
        return answer;
    }

    List<ClaimRequest> requests() {
        return planned.stream().map(Planned::request).toList();
    }
}
