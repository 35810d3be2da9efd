package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * Where a claim sleeps: a unit for each night that has one, and the nights for which no unit was free. Both are in date
 * order; together they are all nights of the claim.
 */
public record Placement(SortedMap<LocalDate, UnitId> nights, List<LocalDate> overbooked) {

    public Placement {
        nights = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(nights));
        overbooked = List.copyOf(overbooked);
    }

    /** Consecutive nights in one unit. */
    public record Run(UnitId unit, StayDates dates) {}

    /** Whether the guest has to change units. */
    public boolean split() {
        return nights.values().stream().distinct().count() > 1;
    }

    public boolean complete() {
        return overbooked.isEmpty();
    }

    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Map.Entry<LocalDate, UnitId> night : nights.entrySet()) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            LocalDate date = night.getKey();
            if (last != null
                    && last.unit().equals(night.getValue())
                    && last.dates().departure().equals(date)) {
                runs.set(
                        runs.size() - 1,
                        new Run(last.unit(), new StayDates(last.dates().arrival(), date.plusDays(1))));
            } else {
                runs.add(new Run(night.getValue(), new StayDates(date, date.plusDays(1))));
            }
        }
        return runs;
    }
}
