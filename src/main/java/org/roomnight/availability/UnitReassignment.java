package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** Finds units for the overbooked nights of a claim and leaves its other nights where they are. */
final class UnitReassignment {

    private UnitReassignment() {}

    static Placement place(Placement before, Occupancy occupancy) {
        SortedMap<LocalDate, UnitId> nights = new TreeMap<>(before.nights());
        List<LocalDate> overbooked = new ArrayList<>();
        for (StayDates run : StayDates.join(before.overbooked())) {
            @Nullable UnitId neighbour = nights.getOrDefault(run.arrival().minusDays(1), nights.get(run.departure()));
            Placement found = occupancy.place(run, neighbour);
            nights.putAll(found.nights());
            overbooked.addAll(found.overbooked());
        }
        return new Placement(nights, overbooked);
    }
}
