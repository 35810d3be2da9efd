package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * Which units of one room type are taken on which nights of a window, and the choice of units for a stay. The window
 * reaches one night further on each side than any stay placed in it, so that neighbours can be seen.
 */
final class Occupancy {

    private final LocalDate from;
    private final List<UnitId> units;
    private final Map<UnitId, BitSet> taken;

    /** {@code units} in the order in which they are offered; {@code from} is the first night of the window. */
    Occupancy(LocalDate from, List<UnitId> units) {
        this(from, units, new HashMap<>());
        units.forEach(unit -> taken.put(unit, new BitSet()));
    }

    private Occupancy(LocalDate from, List<UnitId> units, Map<UnitId, BitSet> taken) {
        this.from = from;
        this.units = units;
        this.taken = taken;
    }

    /** The same nights with only this unit to choose from, or with all of them when null; what is taken in one is in both. */
    Occupancy offering(@Nullable UnitId wanted) {
        if (wanted == null) {
            return this;
        }
        BitSet nights = taken.get(wanted);
        return nights == null
                ? new Occupancy(from, List.of())
                : new Occupancy(from, List.of(wanted), Map.of(wanted, nights));
    }

    void take(UnitId unit, LocalDate night) {
        BitSet nights = taken.get(unit);
        if (nights != null) {
            nights.set(index(night));
        }
    }

    /** Takes back that the unit is taken; nights before the window are of no interest. */
    void giveBack(UnitId unit, LocalDate night) {
        BitSet nights = taken.get(unit);
        if (nights != null && !night.isBefore(from)) {
            nights.clear(index(night));
        }
    }

    private int index(LocalDate night) {
        return (int) (night.toEpochDay() - from.toEpochDay());
    }

    /**
     * Places a stay in one unit where one is free for all nights, otherwise in as few units as possible; nights with no
     * free unit are overbooked. The nights are taken at once, so that the next stay sees them.
     */
    Placement place(StayDates dates) {
        return place(dates, null);
    }

    /** The same, but a unit that the guest knows already comes first. */
    Placement place(StayDates dates, @Nullable UnitId known) {
        UnitId whole = known != null && free(known, dates) ? known : bestWhole(dates);
        Placement placement = whole == null ? spread(dates) : inOneUnit(whole, dates);
        placement.nights().forEach((night, unit) -> take(unit, night));
        return placement;
    }

    private static Placement inOneUnit(UnitId unit, StayDates dates) {
        SortedMap<LocalDate, UnitId> nights = new TreeMap<>();
        dates.everyNight().forEach(night -> nights.put(night, unit));
        return new Placement(nights, List.of());
    }

    /** The free unit that leaves the fewest lonely gaps: next to other stays before open space. */
    private @Nullable UnitId bestWhole(StayDates dates) {
        int arrival = index(dates.arrival());
        int departure = index(dates.departure());
        UnitId best = null;
        int most = -1;
        for (UnitId unit : units) {
            if (!free(unit, dates)) {
                continue;
            }
            BitSet nights = taken(unit);
            int neighbours = (arrival > 0 && nights.get(arrival - 1) ? 1 : 0) + (nights.get(departure) ? 1 : 0);
            if (neighbours > most) {
                most = neighbours;
                best = unit;
            }
        }
        return best;
    }

    /** Whether somebody who wants no certain unit would find one for this night, which is in the window. */
    boolean anyFree(LocalDate night) {
        int index = index(night);
        for (UnitId unit : units) {
            if (!taken(unit).get(index)) {
                return true;
            }
        }
        return false;
    }

    private boolean free(UnitId unit, StayDates dates) {
        BitSet nights = taken.get(unit);
        if (nights == null) {
            return false;
        }
        int next = nights.nextSetBit(index(dates.arrival()));
        return next < 0 || next >= index(dates.departure());
    }

    /** Stays in a unit as long as it is free, then moves to the one that is free longest: the fewest moves. */
    private Placement spread(StayDates dates) {
        SortedMap<LocalDate, UnitId> nights = new TreeMap<>();
        List<LocalDate> overbooked = new ArrayList<>();
        UnitId unit = null;
        for (LocalDate night : dates.everyNight()) {
            if (unit == null || taken(unit).get(index(night))) {
                unit = freeLongest(night, dates.departure());
            }
            if (unit == null) {
                overbooked.add(night);
            } else {
                nights.put(night, unit);
            }
        }
        return new Placement(nights, overbooked);
    }

    private @Nullable UnitId freeLongest(LocalDate night, LocalDate departure) {
        int start = index(night);
        int end = index(departure);
        UnitId best = null;
        int longest = 0;
        for (UnitId unit : units) {
            int next = taken(unit).nextSetBit(start);
            int free = (next < 0 ? end : Math.min(next, end)) - start;
            if (free > longest) {
                longest = free;
                best = unit;
            }
        }
        return best;
    }

    private BitSet taken(UnitId unit) {
        BitSet nights = taken.get(unit);
        if (nights == null) {
            throw new IllegalArgumentException("not a unit of this room type");
        }
        return nights;
    }
}
