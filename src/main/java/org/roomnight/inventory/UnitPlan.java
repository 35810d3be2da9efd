package org.roomnight.inventory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.roomnight.inventory.RoomType.Unit;
import org.roomnight.kernel.UnitId;

/** Which units a room type has after a change, in order, and which ones are retired. */
record UnitPlan(List<Unit> units, List<Unit> retired) {

    /** A unit that keeps its name stays itself; the others take the new names in order; what is left is retired. */
    static UnitPlan of(List<Unit> stored, List<String> names, Supplier<UnitId> newId) {
        List<Unit> left = new ArrayList<>(stored);
        Map<Integer, Unit> placed = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            keepSameName(left, names.get(i), i, placed);
        }
        Iterator<Unit> renamed = List.copyOf(left).iterator();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Unit unit = placed.get(i);
            if (unit == null && renamed.hasNext()) {
                Unit free = renamed.next();
                left.remove(free);
                unit = new Unit(free.id(), names.get(i));
            }
            units.add(unit == null ? new Unit(newId.get(), names.get(i)) : unit);
        }
        return new UnitPlan(List.copyOf(units), List.copyOf(left));
    }

    private static void keepSameName(List<Unit> left, String name, int place, Map<Integer, Unit> placed) {
        for (Unit unit : left) {
            if (unit.name().equals(name)) {
                placed.put(place, unit);
                left.remove(unit);
                return;
            }
        }
    }
}
